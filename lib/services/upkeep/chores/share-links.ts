import { forgetShares } from "#lib/db/shares.ts";
import { defineChore } from "../chore.ts";
import { daysBefore, KEEP_DAYS } from "../policy.ts";

export const shareLinks = defineChore({
  id: "share-links",
  bounds: ["ShareLink"],
  rule: `Share links go ${KEEP_DAYS.endedShare} days after they have expired; none is good for more than a year.`,
  lot: 1_000,
  run: ({ database, clock }, limit) =>
    forgetShares(database.db, { before: daysBefore(clock.now(), KEEP_DAYS.endedShare), limit }),
});
