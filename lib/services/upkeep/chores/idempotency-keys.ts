import { forgetIdempotencyKeys } from "#lib/db/idempotency.ts";
import { defineChore } from "../chore.ts";

export const idempotencyKeys = defineChore({
  id: "idempotency-keys",
  bounds: ["IdempotencyKey"],
  rule: "An Idempotency-Key is remembered for 24 hours, by the clock of the database.",
  lot: 5_000,
  run: ({ database }, limit) => forgetIdempotencyKeys(database.db, limit),
});
