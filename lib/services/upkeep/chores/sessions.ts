import { forgetSessions } from "#lib/db/sessions.ts";
import { LONGEST_SESSION_MS } from "../../accounts/session-limits.ts";
import { defineChore } from "../chore.ts";

export const sessions = defineChore({
  id: "sessions",
  bounds: ["Session"],
  rule: "Sessions go when they have ended, for want of use or for their age.",
  lot: 5_000,
  run: ({ database, clock }, limit) => {
    const now = clock.now();
    return forgetSessions(database.db, { now, oldest: new Date(now.getTime() - LONGEST_SESSION_MS), limit });
  },
});
