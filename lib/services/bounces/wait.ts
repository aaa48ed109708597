import type { ServiceContext } from "../context.ts";
import { untilEnded } from "../until-ended.ts";
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
  const { id, seconds } = input;
  await untilEnded(stop => followBounce({ ctx, input: { id }, signal: stop }), {
    clock: ctx.clock,
    seconds,
    signal,
  });
}
