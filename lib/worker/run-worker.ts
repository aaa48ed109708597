import { hostname } from "node:os";
import type { OpenQueue } from "#lib/jobs/boss.ts";
import {
  batchDomainJob,
  batchJob,
  bounceJob,
  bulkScanJob,
  deliverJob,
  scanJob,
  upkeepJob,
  watchJob,
  watchTickJob,
} from "#lib/jobs/definitions.ts";
import { abandonBatch, executeBatch } from "#lib/services/batches/execute.ts";
import { abandonBatchDomain, executeBatchDomain } from "#lib/services/batches/execute-domain.ts";
import { abandonBounce, executeBounce } from "#lib/services/bounces/execute.ts";
import { abandonBulkItem, executeBulkItem } from "#lib/services/bulk/execute.ts";
import type { House } from "#lib/services/context.ts";
import { abandonRun, executeRun } from "#lib/services/monitors/execute-run.ts";
import { runDueMonitors } from "#lib/services/monitors/run-due.ts";
import { deliverMessage } from "#lib/services/outbox/deliver.ts";
import { abandonScan, executeScan } from "#lib/services/scans/execute.ts";
import { keepUp } from "#lib/services/upkeep/keep-up.ts";
import { workerEnds, workerIsAlive } from "#lib/services/workers/heartbeat.ts";
import { readFilesInThread } from "./batch-reader/read-files.ts";

export interface WorkerOptions {
  readonly house: House;
  readonly queue: OpenQueue;
  /** Scans at once in this process for people who wait; half as many come on top for each kind that comes in numbers. */
  readonly concurrency: number;
  readonly log: (line: string) => void;
}

const HEARTBEAT_MS = 10_000;
const DELIVERIES_AT_ONCE = 4;
/** Every hour; a job for all workers together. */
const UPKEEP_CRON = "17 * * * *";
const EVERY_MINUTE = "* * * * *";

/** Takes up jobs until it is stopped. Any number of workers may run, on any number of machines. */
export async function runWorker({
  house,
  queue,
  concurrency,
  log,
}: WorkerOptions): Promise<{ stop(): Promise<void> }> {
  const id = house.newToken();
  const as = (job: string) => ({ ...house, actor: { kind: "system", job } as const });
  const alive = () =>
    workerIsAlive({ ctx: as("heartbeat"), input: { id, host: hostname() } }).catch(error =>
      log(String(error)),
    );

  await queue.work(scanJob, concurrency, async payload => {
    await executeScan({ ctx: as(scanJob.name), input: payload });
  });
  await queue.workDeadLetters(scanJob, async payload => {
    log(`Scan ${payload.scanId} was given up after its last attempt.`);
    await abandonScan({ ctx: as(scanJob.name), input: payload });
  });
  await queue.work(bulkScanJob, Math.ceil(concurrency / 2), async payload => {
    await executeBulkItem({ ctx: as(bulkScanJob.name), input: payload });
  });
  await queue.workDeadLetters(bulkScanJob, async payload => {
    log(`Domain ${payload.position} of batch ${payload.batchId} was given up after its last attempt.`);
    await abandonBulkItem({ ctx: as(bulkScanJob.name), input: payload });
  });
  await queue.work(watchJob, Math.ceil(concurrency / 2), async payload => {
    await executeRun({ ctx: as(watchJob.name), input: payload });
  });
  await queue.workDeadLetters(watchJob, async payload => {
    log(`A look over watched domain ${payload.monitorId} was given up after its last attempt.`);
    await abandonRun({ ctx: as(watchJob.name), input: payload });
  });
  await queue.work(watchTickJob, 1, async () => {
    await runDueMonitors({ ctx: as(watchTickJob.name) });
  });
  await queue.work(bounceJob, concurrency, async payload => {
    await executeBounce({ ctx: as(bounceJob.name), input: payload });
  });
  await queue.workDeadLetters(bounceJob, async payload => {
    log(`Bounce ${payload.bounceId} was given up after its last attempt.`);
    await abandonBounce({ ctx: as(bounceJob.name), input: payload });
  });
  await queue.work(batchJob, 1, async (payload, signal) => {
    await executeBatch({ ctx: as(batchJob.name), input: payload, signal, readFiles: readFilesInThread });
  });
  await queue.workDeadLetters(batchJob, async payload => {
    log(`Batch ${payload.batchId} was given up after its last attempt.`);
    await abandonBatch({ ctx: as(batchJob.name), input: payload });
  });
  await queue.work(batchDomainJob, Math.ceil(concurrency / 2), async payload => {
    await executeBatchDomain({ ctx: as(batchDomainJob.name), input: payload });
  });
  await queue.workDeadLetters(batchDomainJob, async payload => {
    log(`A domain of batch ${payload.batchId} was given up after its last attempt.`);
    await abandonBatchDomain({ ctx: as(batchDomainJob.name), input: payload });
  });
  // Links in mails hang on the secret, and mail on the mail server: one without the other is no set-up.
  if (house.secret === null) log("AUTH_SECRET is not set: this worker leaves mail to others.");
  else {
    await queue.work(deliverJob, DELIVERIES_AT_ONCE, async payload => {
      const fate = await deliverMessage({ ctx: as(deliverJob.name), input: payload });
      if (fate.outcome === "given-up") log(`Message ${payload.messageId} was given up: ${fate.reason}`);
      if (fate.outcome === "deferred") log(`Message ${payload.messageId} has to wait: ${fate.reason}`);
    });
  }
  await queue.work(upkeepJob, 1, async () => keepUp({ ctx: as(upkeepJob.name) }));
  await queue.schedule(upkeepJob, UPKEEP_CRON);
  await queue.schedule(watchTickJob, EVERY_MINUTE);
  await alive();
  const heartbeat = setInterval(alive, HEARTBEAT_MS);

  return {
    async stop() {
      clearInterval(heartbeat);
      await queue.close();
      await workerEnds({ ctx: as("heartbeat"), input: { id } }).catch(() => {});
    },
  };
}
