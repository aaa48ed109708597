import type { Db } from "#lib/db/handle.ts";
import type { JobDefinition } from "./definitions.ts";

/** The way to ask for work: whatever enqueues knows this and no queue product. */
export interface JobQueue {
  /**
   * Enqueues in the transaction of the handle: the job exists exactly when the transaction commits. It is taken
   * up at once, or after the given moment.
   */
  enqueue<Payload extends object>(
    db: Db,
    job: JobDefinition<Payload>,
    payload: Payload,
    when?: { readonly after: Date },
  ): Promise<void>;
  /** The same for many jobs of one kind, with one statement. */
  enqueueAll<Payload extends object>(
    db: Db,
    job: JobDefinition<Payload>,
    payloads: readonly Payload[],
  ): Promise<void>;
  /** Resolves once jobs can be enqueued. */
  ready(): Promise<void>;
}

export type ClosableQueue = JobQueue & { close(): Promise<void> };

/** A queue that is opened when it is first needed, and opened again when that failed. */
export function lazyQueue(open: () => Promise<ClosableQueue>): ClosableQueue {
  let opening: Promise<ClosableQueue> | null = null;
  const opened = (): Promise<ClosableQueue> => {
    opening ??= open().catch(error => {
      opening = null;
      throw error;
    });
    return opening;
  };
  return {
    enqueue: async (db, job, payload, when) => (await opened()).enqueue(db, job, payload, when),
    enqueueAll: async (db, job, payloads) => (await opened()).enqueueAll(db, job, payloads),
    ready: async () => (await opened()).ready(),
    close: async () => (await opening)?.close(),
  };
}
