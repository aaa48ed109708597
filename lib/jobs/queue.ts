import type { Db } from "#lib/db/handle.ts";
import type { JobDefinition } from "./definitions.ts";

/** The way to ask for work: whatever enqueues knows this and no queue product. */
export interface JobQueue {
  /** Enqueues in the transaction of the handle: the job exists exactly when the transaction commits. */
  enqueue<Payload extends object>(db: Db, job: JobDefinition<Payload>, payload: Payload): Promise<void>;
}
