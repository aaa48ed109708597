import { forgetMessages } from "#lib/db/outbox.ts";
import { defineChore } from "../chore.ts";
import { daysBefore, KEEP_DAYS } from "../policy.ts";

export const messages = defineChore({
  id: "messages",
  bounds: ["OutboxMessage"],
  rule: `Messages go ${KEEP_DAYS.message} days after they were sent or given up; what they said goes at once.`,
  lot: 1_000,
  run: ({ database, clock }, limit) =>
    forgetMessages(database.db, { before: daysBefore(clock.now(), KEEP_DAYS.message), limit }),
});
