interface Measuring {
  /** Milliseconds that are short enough: no further round is needed. */
  readonly enough: number;
  readonly rounds: number;
}

/**
 * The least processor time in milliseconds that this thread needs for some work, over several rounds. Other processes
 * and threads do not count at all; what they do to the caches, and the collector, only ever adds.
 */
export async function leastThreadTime(work: () => unknown, { enough, rounds }: Measuring): Promise<number> {
  let least = Number.POSITIVE_INFINITY;
  for (let round = 0; round < rounds && least > enough; round += 1) {
    const start = process.threadCpuUsage();
    await work();
    const { user, system } = process.threadCpuUsage(start);
    least = Math.min(least, (user + system) / 1000);
  }
  return least;
}

/** Starts a watch: what it gives tells the processor time in milliseconds that this thread has spent since. */
export function threadTime(): () => number {
  const start = process.threadCpuUsage();
  return () => {
    const { user, system } = process.threadCpuUsage(start);
    return (user + system) / 1000;
  };
}
