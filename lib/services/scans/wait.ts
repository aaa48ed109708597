import type { ServiceContext } from "../context.ts";
import { untilEnded } from "../until-ended.ts";
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
  const { id, seconds } = input;
  await untilEnded(stop => followScan({ ctx, input: { id }, signal: stop }), {
    clock: ctx.clock,
    seconds,
    signal,
  });
}
