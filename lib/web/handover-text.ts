import type { FixRecord } from "#lib/scan/finding.ts";
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
  const subject = fix.about === null ? "" : ` (${fix.about})`;
  return [
    `${at + 1}. ${fix.title}${subject}`,
    ...fix.fix.steps.map(text => `   - ${text}`),
    ...fix.fix.records.flatMap(recordLines),
  ].join("\n");
}

function recordLines({ action, name, type, value }: FixRecord): readonly string[] {
  const what = type === "FILE" ? `Publish the file ${name}` : `${ACTIONS[action]} ${type} record at ${name}`;
  const lines = value.trimEnd().split("\n");
  return value === "" ? [`   ${what}`] : [`   ${what}:`, ...lines.map(line => `   ${line}`)];
}

const ACTIONS = { create: "Create a", replace: "Change the", delete: "Delete the" } as const;
