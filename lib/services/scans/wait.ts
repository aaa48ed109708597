import type { ServiceContext } from "../context.ts";
import { followScan } from "./follow.ts";

export interface WaitForScanInput {
  readonly id: string;
  readonly seconds: number;
}

/**
 * Resolves when the scan is finished, when the time is over, or when the signal aborts; which of them, the scan
 * itself tells. Refuses with `not-found`.
 */
export async function waitForScan({
  ctx,
  input,
  signal,
}: {
  ctx: ServiceContext;
  input: WaitForScanInput;
  signal: AbortSignal;
}): Promise<void> {
  const over = new AbortController();
  const stop = AbortSignal.any([signal, over.signal]);
  void ctx.clock.sleep(input.seconds * 1_000, stop).then(() => over.abort());
  try {
    for await (const news of followScan({ ctx, input: { id: input.id }, signal: stop })) {
      if (news.type === "ended") return;
    }
  } finally {
    over.abort();
  }
}
