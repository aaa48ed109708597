import { forgetBatches } from "#lib/db/batch-retention.ts";
import { defineChore } from "../chore.ts";
import { daysBefore, KEEP_DAYS } from "../policy.ts";

export const batches = defineChore({
  id: "batches",
  bounds: ["Batch", "BatchItem", "BatchDomain"],
  rule: `Batches of bounces go after ${KEEP_DAYS.batch} days.`,
  lot: 5_000,
  run: ({ database, clock }, limit) =>
    database.transaction(db =>
      forgetBatches(db, { before: daysBefore(clock.now(), KEEP_DAYS.batch), limit }),
    ),
});
