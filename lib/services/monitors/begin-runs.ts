import type { Db } from "#lib/db/handle.ts";
import { type DueMonitor, startRuns } from "#lib/db/monitor-runs.ts";
import { watchJob } from "#lib/jobs/definitions.ts";
import type { ServiceContext } from "../context.ts";
import { about } from "./jitter.ts";

/**
 * Begins one run of each domain, in the transaction of the handle: that it is under way, when the next one is due
 * and its job are stored together or not at all.
 */
export async function beginRuns(ctx: ServiceContext, db: Db, monitors: readonly DueMonitor[]): Promise<void> {
  if (monitors.length === 0) return;
  const startedAt = ctx.clock.now();
  const runs = monitors.map(({ id, ownerId, intervalSeconds }) => ({
    monitorId: id,
    ownerId,
    scanId: ctx.newToken(),
    startedAt,
    nextRunAt: about(ctx, intervalSeconds * 1_000),
  }));
  await startRuns(db, runs);
  await ctx.queue.enqueueAll(
    db,
    watchJob,
    runs.map(({ monitorId, ownerId, scanId }) => ({ monitorId, ownerId, scanId })),
  );
}
