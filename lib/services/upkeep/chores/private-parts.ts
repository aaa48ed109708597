import { forgetExpiredPrivateParts } from "#lib/db/bounces.ts";
import { defineChore } from "../chore.ts";

export const privateParts = defineChore({
  id: "private-parts",
  bounds: [],
  rule: "The text of a bounce and the people in it go after 30 days.",
  lot: 500,
  run: ({ database, clock }, limit) => forgetExpiredPrivateParts(database.db, clock.now(), limit),
});
