import { progressSince, SCAN_CHANNEL } from "#lib/db/scan-progress.ts";
import type { ScanSummary } from "#lib/db/scans.ts";
import { findScanSummary } from "#lib/db/scans.ts";
import type { ScanProgress } from "#lib/scan/run-scan.ts";
import { alarmClock } from "../alarm-clock.ts";
import type { ServiceContext } from "../context.ts";
import { readInput } from "../schemas.ts";
import { notFound } from "../service-error.ts";
import { FollowScanInput } from "./schemas.ts";

/** What a follower of a scan is told. After `ended` nothing more comes. */
export type ScanNews =
  | {
      readonly type: "status";
      readonly status: "pending" | "running";
      readonly attemptStartedAt: Date | null;
    }
  | { readonly type: "progress"; readonly sequence: bigint; readonly events: readonly ScanProgress[] }
  | { readonly type: "ended"; readonly status: "done" | "failed" };

/**
 * Follows a scan to its end: first everything told so far (after the given place), then what is new as it
 * comes. A `status` that comes again means that another worker started over. Refuses with `not-found`.
 */
export async function* followScan({
  ctx,
  input,
  signal,
}: {
  ctx: ServiceContext;
  input: FollowScanInput;
  signal: AbortSignal;
}): AsyncGenerator<ScanNews, void, void> {
  const { id, after } = readInput(FollowScanInput, input);
  const { db } = ctx.database;
  const alarm = alarmClock(ctx, signal);
  const stopListening = ctx.notifications.subscribe(SCAN_CHANNEL, id, alarm.ring);
  let sequence = after;
  let told: ScanSummary | null = null;
  try {
    while (!signal.aborted) {
      const scan = await findScanSummary(db, id);
      if (scan === null) throw notFound("scan");
      if (scan.status === "done" || scan.status === "failed")
        return yield { type: "ended", status: scan.status };
      if (told?.status !== scan.status || told.startedAt?.getTime() !== scan.startedAt?.getTime()) {
        yield { type: "status", status: scan.status, attemptStartedAt: scan.startedAt };
        told = scan;
      }
      for (const batch of await progressSince(db, id, sequence)) {
        yield { type: "progress", ...batch };
        sequence = batch.sequence;
      }
      await alarm.next();
    }
  } finally {
    stopListening();
  }
}
