import type { Db } from "#lib/db/handle.ts";
import type { RunningMonitor } from "#lib/db/monitor-runs.ts";
import { findScan } from "#lib/db/scans.ts";
import { firstKnown, type Known, type Look, lookAt } from "#lib/scan/changes/known.ts";
import { replayReport } from "#lib/scan/replay.ts";

/**
 * What is known, in the terms of the checks that made the look. After an upgrade the evidence of the last scan is
 * judged again by the new checks, so that nobody is told of a change that happened in this program. Null where
 * nothing is known, or nothing is left to judge again: then the look is a first one.
 */
export async function comparableKnown(
  db: Db,
  { known, lastScanId }: Pick<RunningMonitor, "known" | "lastScanId">,
  look: Look,
): Promise<Known | null> {
  if (known === null || known.engine === look.engine) return known;
  const last = lastScanId === null ? null : await findScan(db, lastScanId);
  return last === null || last.report === null ? null : firstKnown(lookAt(replayReport(last.report)));
}
