import { hostname } from "node:os";
import type { OpenQueue } from "#lib/jobs/boss.ts";
import { scanJob } from "#lib/jobs/definitions.ts";
import type { House } from "#lib/services/context.ts";
import { abandonScan, executeScan } from "#lib/services/scans/execute.ts";
import { workerEnds, workerIsAlive } from "#lib/services/workers/heartbeat.ts";

export interface WorkerOptions {
  readonly house: House;
  readonly queue: OpenQueue;
  /** Scans at once in this process. */
  readonly concurrency: number;
  readonly log: (line: string) => void;
}

const HEARTBEAT_MS = 10_000;

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
