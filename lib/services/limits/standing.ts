import { tokensHeld } from "#lib/db/tokens-held.ts";
import type { ServiceContext } from "../context.ts";
import { type Charge, chargeForRequest, chargeForWork } from "./charges.ts";

/** How much of something is left for whoever asks. */
export interface Standing {
  readonly name: "requests" | "work";
  readonly quota: number;
  readonly windowSeconds: number;
  /** Whole ones, never below 0. */
  readonly remaining: number;
  /** Until all of the quota is there again. */
  readonly secondsUntilFull: number;
}

/** What a program may still ask for, by each limit that there is for it. */
export async function limitStanding({ ctx }: { ctx: ServiceContext }): Promise<readonly Standing[]> {
  const named = [
    ...chargeForRequest(ctx).map(charge => ({ name: "requests" as const, charge })),
    ...chargeForWork(ctx).map(charge => ({ name: "work" as const, charge })),
  ];
  if (named.length === 0) return [];
  const held = await tokensHeld(ctx.database.db, {
    buckets: named.map(({ charge: { bucket, rate } }) => ({ name: bucket, ...rate })),
    now: ctx.clock.now(),
  });
  return named.map(({ name, charge }, at) => ({ name, ...standing(charge, held[at] ?? 0) }));
}

function standing({ rate: { burst, periodSeconds } }: Charge, held: number) {
  return {
    quota: burst,
    windowSeconds: periodSeconds,
    remaining: Math.max(0, Math.floor(held)),
    secondsUntilFull: Math.ceil(((burst - held) * periodSeconds) / burst),
  };
}
