import type { ServiceContext } from "../context.ts";
import { followBounce } from "./follow.ts";

/**
 * Resolves when the evidence of a bounce and both scans are there, when the time is over, or when the signal
 * aborts. Refuses with `not-found`.
 */
export async function waitForBounce({
  ctx,
  input,
  signal,
}: {
  ctx: ServiceContext;
  input: { readonly id: string; readonly seconds: number };
  signal: AbortSignal;
}): Promise<void> {
  const over = new AbortController();
  const stop = AbortSignal.any([signal, over.signal]);
  void ctx.clock.sleep(input.seconds * 1_000, stop).then(() => over.abort());
  try {
    for await (const news of followBounce({ ctx, input: { id: input.id }, signal: stop })) {
      if (news.type === "ended") return;
    }
  } finally {
    over.abort();
  }
}
