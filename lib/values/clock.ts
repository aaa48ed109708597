/** Time as an argument. Engine rooms never read the process clock themselves. */
export interface Clock {
  /** Wall-clock time, for what is shown and stored. */
  now(): Date;
  /** Milliseconds that never run backwards, for durations and deadlines. */
  monotonic(): number;
  /** Resolves after the given milliseconds, or at once when the signal aborts. */
  sleep(ms: number, signal?: AbortSignal): Promise<void>;
}

/** The clock of the machine. Only doors (worker, web, command line) and tests construct it. */
export const systemClock: Clock = {
  now: () => new Date(),
  monotonic: () => performance.now(),
  sleep: (ms, signal) =>
    new Promise(resolve => {
      if (signal?.aborted) return resolve();
      const timer = setTimeout(resolve, ms);
      signal?.addEventListener(
        "abort",
        () => {
          clearTimeout(timer);
          resolve();
        },
        { once: true },
      );
    }),
};
