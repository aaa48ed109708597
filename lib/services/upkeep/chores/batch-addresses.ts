import { forgetBatchAddresses } from "#lib/db/batch-retention.ts";
import { defineChore } from "../chore.ts";

export const batchAddresses = defineChore({
  id: "batch-addresses",
  bounds: ["BatchFile"],
  rule: "The files of a batch go when they are read, the addresses in it after 30 days.",
  lot: 5_000,
  run: ({ database, clock }, limit) =>
    database.transaction(db => forgetBatchAddresses(db, { now: clock.now(), limit })),
});
