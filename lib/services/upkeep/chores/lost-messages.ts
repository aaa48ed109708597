import { overdueMessages } from "#lib/db/outbox.ts";
import { deliverJob } from "#lib/jobs/definitions.ts";
import { defineChore } from "../chore.ts";

/** A job that has not come for so long after it was due is lost, such as by restoring a backup. */
const OVERDUE_MS = 600_000;

export const lostMessages = defineChore({
  id: "lost-messages",
  bounds: [],
  rule: "A message whose job was lost gets a new one.",
  lot: 1_000,
  async run({ database: { db }, clock, queue }, limit) {
    for (const messageId of await overdueMessages(db, new Date(clock.now().getTime() - OVERDUE_MS), limit)) {
      await queue.enqueue(db, deliverJob, { messageId });
    }
    // They stay overdue until they are delivered: once in an hour is enough.
    return 0;
  },
});
