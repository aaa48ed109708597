import { forgetLostRuns } from "#lib/db/monitor-runs.ts";
import { HOUR_MS } from "#lib/values/duration.ts";
import { defineChore } from "../chore.ts";

/** A run over a watched domain that has not ended for so long is lost, such as by restoring a backup. */
const LOST_MS = 6 * HOUR_MS;

export const lostRuns = defineChore({
  id: "lost-runs",
  bounds: [],
  rule: "A look over a watched domain that never ended is due again.",
  lot: 1_000,
  run: ({ database: { db }, clock }, limit) => {
    const now = clock.now();
    return forgetLostRuns(db, { now, before: new Date(now.getTime() - LOST_MS), limit });
  },
});
