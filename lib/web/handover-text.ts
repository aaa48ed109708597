import { visibleText } from "#lib/values/visible-text.ts";
import type { FixView, ScanView } from "./scan-view/scan-view.ts";
import { utcDate, utcMinute } from "./utc-words.ts";

export interface Handover {
  readonly scan: ScanView;
  readonly url: string;
  readonly share: { readonly expiresAt: Date; readonly note: string | null };
}

/** A message to the admin who has to act: what was measured, what to do, and where the evidence is. */
export function handoverText({ scan, url, share }: Handover): string {
  const { sentence, addition } = scan.verdict;
  const paragraphs = [
    "Hello,",
    ...(share.note === null ? [] : [share.note]),
    `The mail set-up of ${scan.domain} was measured on ${utcMinute(scan.measured.at)}. The result: ${[sentence, addition].filter(Boolean).join(". ")}`,
    ...(scan.fixes.length === 0 ? [] : ["What has to be done, in this order:", ...scan.fixes.map(step)]),
    `The report with all the evidence, readable until ${utcDate(share.expiresAt.toISOString())}:\n${url}`,
  ];
  return visibleText(paragraphs.join("\n\n"), { lines: true });
}

function step(fix: FixView, at: number): string {
  const records = fix.fix.records.flatMap(record => [
    `   ${ACTIONS[record.action]} ${record.type} record at ${record.name}${record.value === "" ? "" : ":"}`,
    ...(record.value === "" ? [] : [`   ${record.value}`]),
  ]);
  const subject = fix.about === null ? "" : ` (${fix.about})`;
  return [`${at + 1}. ${fix.title}${subject}`, ...fix.fix.steps.map(text => `   - ${text}`), ...records].join(
    "\n",
  );
}

const ACTIONS = { create: "Create a", replace: "Change the", delete: "Delete the" } as const;
