import type { Db } from "#lib/db/handle.ts";
import { findScan } from "#lib/db/scans.ts";
import type { FixParty } from "#lib/scan/finding.ts";
import { fixContext } from "#lib/scan/fix-context.ts";
import { presentFinding } from "#lib/scan/present.ts";
import type { ScanReport } from "#lib/scan/report.ts";
import type { ChangedContent } from "./alert-content.ts";

/** What the report says to do about something that has become worse. */
export interface Remedy {
  readonly who: FixParty;
  /** What is wrong, in one sentence. */
  readonly title: string;
  /** The first steps; null where the report has a record to copy, which no mail is to break. */
  readonly how: string | null;
}

const MOST = 3;

/** What to do about the changes for the worse, from the report that saw them; none where it is gone. */
export async function remediesFor(
  db: Db,
  { afterScanId, changes }: ChangedContent,
): Promise<readonly Remedy[]> {
  const report = (await findScan(db, afterScanId))?.report ?? null;
  if (report === null) return [];
  const checks = changes.filter(({ direction }) => direction === "worse").map(({ checkId }) => checkId);
  return [...new Set(checks)].flatMap(check => remedyFor(report, check) ?? []).slice(0, MOST);
}

function remedyFor(report: ScanReport, check: string): Remedy | null {
  const finding = report.findings.find(one => one.check === check && BAD.has(one.status));
  if (finding === undefined) return null;
  const { title, fix } = presentFinding(finding, fixContext(report.domain, report.evidence));
  if (fix === null) return null;
  const how = fix.records.length > 0 ? null : fix.steps.slice(0, 2).join(" ");
  return { who: fix.who, title, how };
}

const BAD: ReadonlySet<string> = new Set(["warn", "fail"]);
