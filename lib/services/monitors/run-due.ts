import { holdDueMonitors } from "#lib/db/monitor-runs.ts";
import { requireWorker } from "../actor.ts";
import type { ServiceContext } from "../context.ts";
import { beginRuns } from "./begin-runs.ts";

/** Domains that one transaction takes. */
const LOT = 100;
/** Lots of one tick: what is left is for the next one. */
const MOST_LOTS = 50;

/**
 * Begins the runs that are due and returns how many. Any number of workers may do this at once: each due domain
 * gets one run. Runs that were missed are made up for by one. For workers only.
 */
export async function runDueMonitors({ ctx }: { ctx: ServiceContext }): Promise<number> {
  requireWorker(ctx.actor, "begin the runs that are due");
  let begun = 0;
  for (let lot = 0; lot < MOST_LOTS; lot += 1) {
    const count = await ctx.database.transaction(async db => {
      const due = await holdDueMonitors(db, { now: ctx.clock.now(), limit: LOT });
      await beginRuns(ctx, db, due);
      return due.length;
    });
    begun += count;
    if (count < LOT) break;
  }
  return begun;
}
