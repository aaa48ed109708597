import { forgetBounces } from "#lib/db/bounces.ts";
import { defineChore } from "../chore.ts";
import { daysBefore, KEEP_DAYS } from "../policy.ts";

export const bounces = defineChore({
  id: "bounces",
  bounds: ["Bounce"],
  rule: `Bounces go after ${KEEP_DAYS.bounce} days, with the links to them.`,
  lot: 500,
  run: ({ database, clock }, limit) =>
    forgetBounces(database.db, { before: daysBefore(clock.now(), KEEP_DAYS.bounce), limit }),
});
