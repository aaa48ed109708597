import { forgetScanBatches } from "#lib/db/scan-batches.ts";
import { defineChore } from "../chore.ts";
import { daysBefore, KEEP_DAYS } from "../policy.ts";

export const scanBatches = defineChore({
  id: "scan-batches",
  bounds: ["ScanBatch", "ScanBatchItem"],
  rule: `Batches of domains go ${KEEP_DAYS.scanBatch} days after they were handed in; their scans are kept like others.`,
  // Of up to a thousand domains each.
  lot: 10,
  run: ({ database, clock }, limit) =>
    forgetScanBatches(database.db, { before: daysBefore(clock.now(), KEEP_DAYS.scanBatch), limit }),
});
