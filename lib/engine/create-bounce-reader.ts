import { once } from "node:events";
import { resolve } from "node:path";
import { Worker } from "node:worker_threads";
import type { BounceReport } from "#lib/bounce/bounce-report.ts";
import type { InputErrorCode } from "#lib/bounce/containers/input-error.ts";
import { readingBudget, watchThread } from "./time-budget.ts";

export interface BounceOrder {
  readonly input: Uint8Array | string;
  /** Reports that are wanted; behind them nothing is read. */
  readonly most: number;
}

/** What an input holds, or why it could not be read. */
export type BounceReading =
  | { readonly ok: true; readonly reports: readonly BounceReport[]; readonly more: boolean }
  | { readonly ok: false; readonly code: InputErrorCode };

/** Reads what somebody pasted or dropped. Rejects only for a bug of ours. */
export type BounceReader = (order: BounceOrder) => Promise<BounceReading>;

export interface BounceReaderOptions {
  /** Milliseconds of processor time for one input. */
  readonly budget?: (input: BounceOrder["input"]) => number;
  /** Megabytes for the heap of a thread. */
  readonly memoryMb?: number;
  /** Inputs that are read at the same time. */
  readonly threads?: number;
}

/** The bundler of the web process moves code: the thread is loaded from the project, where every process starts. */
const THREAD = () => resolve("lib/engine/bounce-thread.ts");

/** A thread that has nothing to do is kept for a while: the next input need not wait for it to load. */
const IDLE_MS = 60_000;

/** Reads in threads of bounded time and memory. What goes beyond is stopped and told as `time-limit`. */
export function createBounceReader(options: BounceReaderOptions = {}): BounceReader {
  const { budget = readingBudget, memoryMb = 512, threads = 2 } = options;
  const idle: Worker[] = [];
  const waiting: (() => void)[] = [];
  let busy = 0;

  const enter = async (): Promise<void> => {
    if (busy >= threads) await new Promise<void>(start => waiting.push(start));
    else busy += 1;
  };
  const leave = (): void => {
    const next = waiting.shift();
    if (next === undefined) busy -= 1;
    else next();
  };
  /** A thread that has loaded what it needs: that costs more than most inputs and is nobody's fault. */
  const start = async (): Promise<Worker> => {
    const worker = new Worker(THREAD(), { resourceLimits: { maxOldGenerationSizeMb: memoryMb } });
    await once(worker, "message");
    const forget = () => {
      if (idle.includes(worker)) idle.splice(idle.indexOf(worker), 1);
    };
    return worker.on("error", forget).on("exit", forget);
  };
  const keep = (worker: Worker): void => {
    worker.unref();
    idle.push(worker);
    setTimeout(() => {
      if (idle.includes(worker)) void worker.terminate();
    }, IDLE_MS).unref();
  };

  return async order => {
    await enter();
    let worker: Worker | undefined;
    try {
      worker = idle.pop() ?? (await start());
      worker.ref();
      const reading = await answerOf(worker, order, budget(order.input));
      if (reading === null) return { ok: false, code: "time-limit" };
      keep(worker);
      return reading;
    } finally {
      if (worker !== undefined && !idle.includes(worker)) void worker.terminate();
      leave();
    }
  };
}

/** Null when the time or the memory is used up. */
function answerOf(worker: Worker, order: BounceOrder, budgetMs: number): Promise<BounceReading | null> {
  return new Promise((settle, fail) => {
    const end = (act: () => void) => () => {
      unwatch();
      worker.off("message", onMessage).off("error", onError);
      act();
    };
    const unwatch = watchThread(
      worker,
      budgetMs,
      end(() => settle(null)),
    );
    const onMessage = (reading: BounceReading) => end(() => settle(reading))();
    const onError = (error: Error & { code?: string }) =>
      end(() => (error.code === "ERR_WORKER_OUT_OF_MEMORY" ? settle(null) : fail(error)))();
    worker.on("message", onMessage).on("error", onError);
    // There is no origin to name: the thread belongs to this process.
    // oxlint-disable-next-line unicorn/require-post-message-target-origin
    worker.postMessage(order);
  });
}
