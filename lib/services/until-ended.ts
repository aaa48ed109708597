import type { Clock } from "#lib/values/clock.ts";

export interface Patience {
  readonly clock: Clock;
  readonly seconds: number;
  /** The one who waits has gone. */
  readonly signal: AbortSignal;
}

/** Resolves when what is followed has ended, when the time is over, or when the signal aborts. Rejects as it does. */
export async function untilEnded(
  follow: (signal: AbortSignal) => AsyncIterable<{ readonly type: string }>,
  { clock, seconds, signal }: Patience,
): Promise<void> {
  const over = new AbortController();
  const stop = AbortSignal.any([signal, over.signal]);
  void clock.sleep(seconds * 1_000, stop).then(() => over.abort());
  try {
    for await (const news of follow(stop)) if (news.type === "ended") return;
  } finally {
    over.abort();
  }
}
