import { upkeepJob } from "#lib/jobs/definitions.ts";
import { requireWorker } from "../actor.ts";
import type { ServiceContext } from "../context.ts";
import type { Chore } from "./chore.ts";
import { CHORES } from "./chores.ts";

/** The longest that one chore may take before it is the turn of the next. Much less than the job may take. */
const LONGEST_MS = 20_000;

/**
 * Forgets what nobody needs any more, and looks after what was left lying: every chore in lots, until nothing is left
 * of it or its time is over. What is left then has a job of its own at once. For workers only.
 */
export async function keepUp({ ctx }: { ctx: ServiceContext }): Promise<void> {
  requireWorker(ctx.actor, "do the upkeep");
  let left = false;
  const faults: unknown[] = [];
  for (const chore of CHORES) {
    try {
      left = (await doChore(ctx, chore)) || left;
    } catch (cause) {
      // One that cannot be done is not to keep the others from being done.
      faults.push(new Error(`upkeep: ${chore.id}`, { cause }));
    }
  }
  if (faults.length > 0) throw new AggregateError(faults, faults.map(String).join("; "));
  if (left) await ctx.queue.enqueue(ctx.database.db, upkeepJob, {});
}

/** Whether there is more of it to do. */
async function doChore(ctx: ServiceContext, chore: Chore): Promise<boolean> {
  const end = ctx.clock.monotonic() + LONGEST_MS;
  while (ctx.clock.monotonic() < end) {
    if ((await chore.run(ctx, chore.lot)) < chore.lot) return false;
  }
  return true;
}
