import { setTimeout as sleep } from "node:timers/promises";
import { databaseUrlOf, openHouse } from "#lib/composition.ts";
import { DatabaseUnavailable } from "#lib/db/unavailable.ts";
import { EnvError, loadEnv } from "#lib/env.ts";
import { type OpenQueue, openQueue } from "#lib/jobs/boss.ts";
import { runWorker } from "#lib/worker/run-worker.ts";

/** `npm run worker`: takes up jobs of the database that DATABASE_URL names, on as many machines as there are. */
const log = (line: string) => console.error(`${new Date().toISOString()} ${line}`);
const RETRY_MS = 2_000;

try {
  const env = loadEnv();
  const house = openHouse(env, await connect(databaseUrlOf(env)), log);
  const { queue } = house;
  const worker = await runWorker({ house, queue, concurrency: env.WORKER_CONCURRENCY, log });
  for (const signal of ["SIGTERM", "SIGINT"] as const) {
    process.once(signal, async () => {
      await worker.stop();
      await house.close();
      process.exit(0);
    });
  }
} catch (error) {
  if (!(error instanceof EnvError)) throw error;
  console.error(error.message);
  process.exit(1);
}

/** A database that is not there yet is waited for. */
async function connect(url: string): Promise<OpenQueue> {
  for (;;) {
    try {
      return await openQueue(url, { role: "worker", onError: error => log(`queue: ${error.message}`) });
    } catch (error) {
      if (!(error instanceof DatabaseUnavailable)) throw error;
      log("The database cannot be reached; trying again.");
      await sleep(RETRY_MS);
    }
  }
}
