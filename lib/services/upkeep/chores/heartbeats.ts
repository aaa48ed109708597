import { forgetSilentWorkers } from "#lib/db/worker-heartbeats.ts";
import { defineChore } from "../chore.ts";

export const heartbeats = defineChore({
  id: "heartbeats",
  bounds: ["WorkerHeartbeat"],
  rule: "Workers that have not been heard of for an hour are forgotten, by the clock of the database.",
  lot: 1_000,
  run: ({ database }, limit) => forgetSilentWorkers(database.db, limit),
});
