import type { Worker } from "node:worker_threads";
import { isGzip } from "#lib/bounce/containers/gzip.ts";
import { isZip } from "#lib/bounce/containers/zip.ts";

/** What one input may cost: half a second of processor time, and as much again for every further 256 KB. */
const STEP_MS = 500;
const STEP_BYTES = 256 * 1024;
const MOST_MS = 20_000;
/** Packed text grows; its limit of ratio is in lib/bounce/containers. */
const GROWTH = 10;

/** Milliseconds of processor time for reading an input (docs/decisions/0011). */
export function readingBudget(input: Uint8Array | string): number {
  const packed = typeof input !== "string" && (isZip(input) || isGzip(input));
  const steps = Math.ceil((input.length * (packed ? GROWTH : 1)) / STEP_BYTES);
  return Math.min(MOST_MS, STEP_MS * Math.max(1, steps));
}

/** How often the clock of the thread is read; less than a tenth of the smallest budget. */
const LOOK_MS = 40;
/** On a machine so busy that a thread gets no processor nobody waits longer than this many budgets by the wall clock. */
const WALL_FACTOR = 20;

/**
 * Calls `act` once when the thread has used up its processor time from now on; the time of other threads and of other
 * programs does not count. Gives what stops the watch.
 */
export function watchThread(worker: Worker, budgetMs: number, act: () => void): () => void {
  const wallEnd = performance.now() + budgetMs * WALL_FACTOR;
  let over = false;
  let start: NodeJS.CpuUsage | undefined;
  const stop = (): void => {
    over = true;
    clearInterval(look);
  };
  const finish = (): void => {
    if (over) return;
    stop();
    act();
  };
  const look = setInterval(() => {
    if (performance.now() > wallEnd) return finish();
    // A thread that has just ended has no clock any more; its end is told elsewhere.
    worker.cpuUsage().then(
      usage => {
        start ??= usage;
        if (usage.user + usage.system - start.user - start.system > budgetMs * 1000) finish();
      },
      () => {},
    );
  }, LOOK_MS);
  return stop;
}
