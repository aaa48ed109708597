import { PgBoss } from "pg-boss";
import type { Db } from "#lib/db/handle.ts";
import { sqlOf } from "#lib/db/sql.ts";
import { DatabaseUnavailable, isConnectionFailure } from "#lib/db/unavailable.ts";
import { deadLetterOf, type JobDefinition, QUEUES, type QueueDefinition } from "./definitions.ts";
import type { JobQueue } from "./queue.ts";

/** Handlers get the payload and a signal that aborts when the worker has to stop or the job was taken away. */
export type JobHandler<Payload> = (payload: Payload, signal: AbortSignal) => Promise<void>;

export interface OpenQueue extends JobQueue {
  /** Takes up jobs as they come, at most so many at once in this process. */
  work<Payload extends object>(
    job: JobDefinition<Payload>,
    concurrency: number,
    handler: JobHandler<Payload>,
  ): Promise<void>;
  /** Takes up the jobs whose last run failed. */
  workDeadLetters<Payload extends object>(
    job: JobDefinition<Payload>,
    handler: JobHandler<Payload>,
  ): Promise<void>;
  /** Has a job without payload enqueued again and again, at the minutes of a cron expression, in UTC. */
  schedule(job: JobDefinition<object>, cron: string): Promise<void>;
  /** Waits for running jobs up to the given time, then gives them back. */
  close(graceMs?: number): Promise<void>;
}

export interface QueueOptions {
  /** A worker takes up jobs and watches over those of others; everybody else only enqueues. */
  readonly role: "worker" | "producer";
  readonly onError: (error: Error) => void;
}

/** A job whose worker has not been heard of for this long is given to another one. The least pg-boss allows. */
const HEARTBEAT_SECONDS = 10;
/** How often workers look for such jobs. Together with the heartbeat: 20 s after a crash at the latest. */
const SUPERVISE_SECONDS = 5;
/** Finished jobs say nothing that the rows they worked on do not say. */
const KEEP_DONE_SECONDS = 3_600;
/** Jobs are announced by NOTIFY; this is for the announcement that was lost. */
const POLL_SECONDS = 2;

/** Connects to the queues, which lie in the schema `pgboss` of the same database. */
export async function openQueue(databaseUrl: string, { role, onError }: QueueOptions): Promise<OpenQueue> {
  const isWorker = role === "worker";
  const boss = new PgBoss({
    connectionString: databaseUrl,
    application_name: `mailtriage-${role}-queue`,
    max: isWorker ? 6 : 2,
    migrate: isWorker,
    supervise: isWorker,
    schedule: isWorker,
    useListenNotify: isWorker,
    superviseIntervalSeconds: SUPERVISE_SECONDS,
    monitorIntervalSeconds: SUPERVISE_SECONDS,
    queueCacheIntervalSeconds: SUPERVISE_SECONDS,
  });
  boss.on("error", onError);
  await boss.start().catch((error: unknown) => {
    throw isConnectionFailure(error) ? new DatabaseUnavailable(error) : error;
  });
  if (isWorker) for (const queue of QUEUES) await ensureQueue(boss, queue);
  return {
    async enqueue(db: Db, job, payload, when) {
      const later = when === undefined ? {} : { startAfter: when.after };
      const belonging = groupOf(job, payload);
      await boss.send(job.name, job.payload.parse(payload), { db: databaseOf(db), ...belonging, ...later });
    },
    async enqueueAll(db, job, payloads) {
      const jobs = payloads.map(payload => ({ data: job.payload.parse(payload), ...groupOf(job, payload) }));
      await boss.insert(job.name, jobs, { db: databaseOf(db) });
    },
    ready: () => Promise.resolve(),
    async work(job, concurrency, handler) {
      await take(boss, { name: job.name, concurrency, job, handler });
    },
    async workDeadLetters(job, handler) {
      await take(boss, { name: deadLetterOf(job), concurrency: 1, job, handler });
    },
    async schedule(job, cron) {
      await boss.schedule(job.name, cron, {}, { tz: "UTC" });
    },
    async close(graceMs = 5_000) {
      await boss.stop({ graceful: true, timeout: graceMs });
    },
  };
}

/** Makes the schema and the queues, so that a producer that comes first finds them. */
export async function prepareQueues(databaseUrl: string): Promise<void> {
  const boss = new PgBoss({ connectionString: databaseUrl, max: 1, supervise: false, schedule: false });
  boss.on("error", () => {});
  await boss.start();
  for (const queue of QUEUES) await ensureQueue(boss, queue);
  await boss.stop({ graceful: false });
}

async function ensureQueue(boss: PgBoss, { name, policy }: QueueDefinition): Promise<void> {
  const deadLetter = deadLetterOf({ name });
  await settle(boss, deadLetter, { notify: true, heartbeatSeconds: HEARTBEAT_SECONDS });
  await settle(boss, name, {
    notify: true,
    heartbeatSeconds: HEARTBEAT_SECONDS,
    deadLetter,
    retryLimit: policy.retries,
    retryDelay: policy.retryDelaySeconds,
    expireInSeconds: policy.expireSeconds,
    deleteAfterSeconds: KEEP_DONE_SECONDS,
  });
}

interface QueueSettings {
  readonly notify: boolean;
  readonly heartbeatSeconds: number;
  readonly deadLetter?: string;
  readonly retryLimit?: number;
  readonly retryDelay?: number;
  readonly expireInSeconds?: number;
  readonly deleteAfterSeconds?: number;
}

/** A queue that an older version made takes on the present settings. */
async function settle(boss: PgBoss, name: string, settings: QueueSettings): Promise<void> {
  await boss.createQueue(name, settings);
  await boss.updateQueue(name, settings);
}

async function take<Payload extends object>(
  boss: PgBoss,
  {
    name,
    concurrency,
    job,
    handler,
  }: {
    name: string;
    concurrency: number;
    job: JobDefinition<Payload>;
    handler: JobHandler<Payload>;
  },
): Promise<void> {
  const options = {
    localConcurrency: concurrency,
    ...(job.group === undefined ? {} : { groupConcurrency: job.group.atOnce }),
    // With a backlog the next job is taken up at once, not with the next poll.
    burstWhenReadyExceeds: 1,
    pollingIntervalSeconds: POLL_SECONDS,
    notifyPollingIntervalSeconds: POLL_SECONDS,
  };
  await boss.work<unknown>(name, options, async jobs => {
    for (const { data, signal } of jobs) await handler(job.payload.parse(data), signal);
  });
}

const groupOf = <Payload extends object>({ group }: JobDefinition<Payload>, payload: Payload) =>
  group === undefined ? {} : { group: { id: group.of(payload) } };

const databaseOf = (db: Db) => {
  const sql = sqlOf(db);
  return {
    async executeSql(text: string, values?: unknown[]) {
      return { rows: [...(await sql.executeSql(text, values)).rows] };
    },
  };
};
