import { forgetAlerts } from "#lib/db/change-retention.ts";
import { defineChore } from "../chore.ts";
import { daysBefore, KEEP_DAYS } from "../policy.ts";

export const alerts = defineChore({
  id: "alerts",
  bounds: ["Alert", "AlertDelivery"],
  rule: `Alerts go after ${KEEP_DAYS.alert} days.`,
  lot: 1_000,
  run: ({ database, clock }, limit) =>
    forgetAlerts(database.db, { before: daysBefore(clock.now(), KEEP_DAYS.alert), limit }),
});
