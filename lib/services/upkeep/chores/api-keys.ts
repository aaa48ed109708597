import { forgetApiKeys } from "#lib/db/api-keys.ts";
import { defineChore } from "../chore.ts";
import { daysBefore, KEEP_DAYS } from "../policy.ts";

export const apiKeys = defineChore({
  id: "api-keys",
  bounds: ["ApiKey"],
  rule: `API keys go ${KEEP_DAYS.endedKey} days after they were revoked or have expired.`,
  lot: 1_000,
  run: ({ database, clock }, limit) =>
    forgetApiKeys(database.db, { before: daysBefore(clock.now(), KEEP_DAYS.endedKey), limit }),
});
