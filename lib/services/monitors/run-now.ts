import { holdMonitor } from "#lib/db/monitor-runs.ts";
import type { ServiceContext } from "../context.ts";
import { chargeForWork } from "../limits/charges.ts";
import { spend } from "../limits/spend.ts";
import { beginRuns } from "./begin-runs.ts";
import { monitorNamed, noSuchMonitor } from "./owner.ts";
import type { MonitorIdInput } from "./schemas.ts";

/**
 * Begins a run of one domain now, paused or not; one that is under way already serves. Paid for like a scan.
 * Refuses with `not-found` or `limited`.
 */
export async function runMonitorNow({
  ctx,
  input,
}: {
  ctx: ServiceContext;
  input: MonitorIdInput;
}): Promise<void> {
  const name = monitorNamed(ctx, input.id, "monitors:write");
  await ctx.database.transaction(async db => {
    const monitor = await holdMonitor(db, name);
    if (monitor === null) throw noSuchMonitor();
    if (monitor.running) return;
    await spend(ctx, db, chargeForWork(ctx));
    await beginRuns(ctx, db, [monitor]);
  });
}
