import { forgetChanges } from "#lib/db/change-retention.ts";
import { defineChore } from "../chore.ts";
import { daysBefore, KEEP_DAYS } from "../policy.ts";

export const monitorChanges = defineChore({
  id: "monitor-changes",
  bounds: ["MonitorChange"],
  rule: `Changes of watched domains go after ${KEEP_DAYS.change} days.`,
  lot: 1_000,
  run: ({ database, clock }, limit) =>
    forgetChanges(database.db, { before: daysBefore(clock.now(), KEEP_DAYS.change), limit }),
});
