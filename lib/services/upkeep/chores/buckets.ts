import { forgetBuckets } from "#lib/db/rate-limits.ts";
import { defineChore } from "../chore.ts";
import { daysBefore, KEEP_DAYS } from "../policy.ts";

export const buckets = defineChore({
  id: "buckets",
  bounds: ["RateLimit"],
  rule: "How much of a limit is used up is forgotten a day after its last use: it is full again by then.",
  lot: 5_000,
  run: ({ database, clock }, limit) =>
    forgetBuckets(database.db, { before: daysBefore(clock.now(), KEEP_DAYS.bucket), limit }),
});
