import type { Db } from "#lib/db/handle.ts";
import { type Bucket, secondsUntilToken, takeTokens } from "#lib/db/rate-limits.ts";
import { countWaitingWork } from "#lib/db/waiting-work.ts";
import type { ServiceContext } from "../context.ts";
import { ServiceError } from "../service-error.ts";
import { type Charge, chargeForMiss, chargeForWork } from "./charges.ts";
import { waitWords } from "./wait-words.ts";

/**
 * Pays for work, in the transaction that stores the work: a refusal undoes all of it, and refused work costs
 * nothing. Refuses with `limited` and the seconds to wait.
 */
export async function spend(ctx: ServiceContext, db: Db, charges: readonly Charge[]): Promise<void> {
  const now = ctx.clock.now();
  // In one order everywhere, so that two transactions never wait for each other.
  for (const charge of charges.toSorted((one, other) => (one.bucket < other.bucket ? -1 : 1))) {
    const wait = await takeTokens(db, { bucket: bucketOf(charge), cost: charge.cost, now });
    if (wait > 0) throw limited(charge.reason, wait);
  }
}

/** Refuses with `limited` while more work waits than workers take up in good time. */
export async function refuseWhenFull({ limits }: ServiceContext, db: Db): Promise<void> {
  const { waitingScans } = limits;
  if (waitingScans === null || (await countWaitingWork(db, waitingScans)) < waitingScans) return;
  throw limited(`${waitingScans} scans and bounces are waiting already.`, FULL_SECONDS);
}

/** A guess at how soon a full queue has room again. */
const FULL_SECONDS = 60;

/** Refuses with `limited` who has tried too many links that do not exist. Before the link is looked at. */
export const refuseGuesser = (ctx: ServiceContext): Promise<void> => refuseEmpty(ctx, chargeForMiss(ctx));

/** Refuses with `limited` who may not ask for any more work. Before anything is read; takes nothing. */
export const refuseSpent = (ctx: ServiceContext): Promise<void> => refuseEmpty(ctx, chargeForWork(ctx));

async function refuseEmpty(ctx: ServiceContext, charges: readonly Charge[]): Promise<void> {
  for (const charge of charges) {
    const now = ctx.clock.now();
    const wait = await secondsUntilToken(ctx.database.db, { bucket: bucketOf(charge), now });
    if (wait > 0) throw limited(charge.reason, wait);
  }
}

/** Counts a link that did not exist. */
export async function countMiss(ctx: ServiceContext): Promise<void> {
  for (const charge of chargeForMiss(ctx)) {
    await takeTokens(ctx.database.db, { bucket: bucketOf(charge), cost: 1, now: ctx.clock.now() });
  }
}

const bucketOf = ({ bucket, rate }: Charge): Bucket => ({ name: bucket, ...rate });

const limited = (reason: string, seconds: number): ServiceError =>
  new ServiceError("limited", `${reason} Try again ${waitWords(seconds)}.`, { retryAfter: seconds });
