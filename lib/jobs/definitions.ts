import { z } from "zod";

/** A queue: one for each kind of job. */
export interface QueueDefinition {
  readonly name: string;
  readonly policy: JobPolicy;
}

/** What a kind of job carries and how its queue treats it. No handler is known here. */
export interface JobDefinition<Payload extends object> extends QueueDefinition {
  readonly payload: z.ZodType<Payload>;
  /** Jobs that belong together, and how many of them may run at once on all machines. */
  readonly group?: { of(payload: Payload): string; readonly atOnce: number };
}

export interface JobPolicy {
  /** Runs after the first one, before the job goes to the dead letters. */
  readonly retries: number;
  readonly retryDelaySeconds: number;
  /** The longest a single run may take. */
  readonly expireSeconds: number;
}

const defineJob = <Payload extends object>(definition: JobDefinition<Payload>): JobDefinition<Payload> =>
  definition;

/** Carries out a stored scan. */
export const scanJob = defineJob({
  name: "scan",
  payload: z.object({
    scanId: z.string(),
    /** Somebody asked for it to be measured anew; left out, it was not so. */
    fresh: z.boolean().optional(),
  }),
  policy: { retries: 2, retryDelaySeconds: 0, expireSeconds: 120 },
});

/**
 * Carries out the scan of one domain of a batch. A queue of its own: whoever waits at a page is not to wait for
 * the thousand domains of somebody else, and no batch is to take all the places from the others.
 */
export const bulkScanJob = defineJob({
  name: "bulk-scan",
  payload: z.object({ batchId: z.string(), position: z.number().int() }),
  policy: { retries: 2, retryDelaySeconds: 0, expireSeconds: 120 },
  group: { of: ({ batchId }) => batchId, atOnce: 10 },
});

/** Begins the runs of watched domains that are due. Any number may be at it at once. */
export const watchTickJob = defineJob({
  name: "watch-tick",
  payload: z.object({}),
  policy: { retries: 0, retryDelaySeconds: 0, expireSeconds: 120 },
});

/**
 * One look over a watched domain. A queue of its own, for the same reason as that of batches; the domains of one
 * account do not take all the places either.
 */
export const watchJob = defineJob({
  name: "watch",
  payload: z.object({ monitorId: z.string(), ownerId: z.string(), scanId: z.string() }),
  policy: { retries: 2, retryDelaySeconds: 0, expireSeconds: 120 },
  group: { of: ({ ownerId }) => ownerId, atOnce: 10 },
});

/** Gathers what DNS says about one bounce. Its content stays in its row. */
export const bounceJob = defineJob({
  name: "bounce",
  payload: z.object({ bounceId: z.string() }),
  policy: { retries: 2, retryDelaySeconds: 0, expireSeconds: 120 },
});

/** Reads the bounces of an uploaded batch. One at a time on each machine: reading takes a whole processor. */
export const batchJob = defineJob({
  name: "batch",
  payload: z.object({ batchId: z.string() }),
  policy: { retries: 2, retryDelaySeconds: 0, expireSeconds: 600 },
});

/** Scans one domain of a bounce batch. A queue of its own, for the same reason as that of scans in bulk. */
export const batchDomainJob = defineJob({
  name: "batch-domain",
  payload: z.object({ batchId: z.string(), domain: z.string() }),
  policy: { retries: 2, retryDelaySeconds: 0, expireSeconds: 120 },
  group: { of: ({ batchId }) => batchId, atOnce: 10 },
});

/** Makes one attempt to deliver a message of the outbox; further attempts are further jobs. */
export const deliverJob = defineJob({
  name: "deliver",
  payload: z.object({ messageId: z.string() }),
  policy: { retries: 5, retryDelaySeconds: 5, expireSeconds: 180 },
});

/** Forgets what nobody needs any more and looks after what was left lying. */
export const upkeepJob = defineJob({
  name: "upkeep",
  payload: z.object({}),
  policy: { retries: 1, retryDelaySeconds: 60, expireSeconds: 600 },
});

/** Every queue of the house. */
export const QUEUES: readonly QueueDefinition[] = [
  scanJob,
  bulkScanJob,
  watchTickJob,
  watchJob,
  bounceJob,
  batchJob,
  batchDomainJob,
  deliverJob,
  upkeepJob,
];

/** Where a job goes when its last run failed. */
export const deadLetterOf = (queue: Pick<QueueDefinition, "name">): string => `${queue.name}.dead`;
