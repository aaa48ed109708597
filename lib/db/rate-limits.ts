import type { Db } from "./handle.ts";
import { prismaOf } from "./handle.ts";

/** A bucket holds at most `burst` tokens and gets as many again, evenly, within `periodSeconds`. */
export interface Bucket {
  readonly name: string;
  readonly burst: number;
  readonly periodSeconds: number;
}

/**
 * Takes tokens out of a bucket, or leaves it as it is where there are not enough: one statement, so that any
 * number of processes share it exactly. Answers the seconds to wait, 0 when the tokens were taken. What costs
 * more than a full bucket holds takes a full one and leaves a debt.
 */
export async function takeTokens(
  db: Db,
  { bucket, cost, now }: { bucket: Bucket; cost: number; now: Date },
): Promise<number> {
  const { name, burst, periodSeconds } = bucket;
  const perSecond = burst / periodSeconds;
  const needed = Math.min(cost, burst);
  const taken = await prismaOf(db).$executeRaw`
    INSERT INTO rate_limits AS held (bucket, tokens, updated_at)
    VALUES (${name}, ${burst}::float8 - ${cost}::float8, ${now}::timestamptz)
    ON CONFLICT (bucket) DO UPDATE SET
      tokens = LEAST(${burst}::float8, held.tokens + ${perSecond}::float8
        * GREATEST(0, extract(epoch FROM excluded.updated_at - held.updated_at))) - ${cost}::float8,
      updated_at = GREATEST(held.updated_at, excluded.updated_at)
    WHERE LEAST(${burst}::float8, held.tokens + ${perSecond}::float8
        * GREATEST(0, extract(epoch FROM excluded.updated_at - held.updated_at))) >= ${needed}::float8`;
  // A whole second at least: it was refused, whatever others have put back since.
  return taken > 0 ? 0 : Math.max(1, await secondsUntil(db, { bucket, needed, now }));
}

/** The seconds until the bucket holds a token; 0 when it holds one now. Takes nothing. */
export const secondsUntilToken = (db: Db, { bucket, now }: { bucket: Bucket; now: Date }): Promise<number> =>
  secondsUntil(db, { bucket, needed: 1, now });

async function secondsUntil(
  db: Db,
  { bucket, needed, now }: { bucket: Bucket; needed: number; now: Date },
): Promise<number> {
  const row = await prismaOf(db).rateLimit.findUnique({ where: { bucket: bucket.name } });
  if (row === null) return 0;
  const perSecond = bucket.burst / bucket.periodSeconds;
  const passed = Math.max(0, (now.getTime() - row.updatedAt.getTime()) / 1_000);
  return Math.max(0, Math.ceil((needed - row.tokens - perSecond * passed) / perSecond));
}

/** Forgets buckets not touched since that moment, at most so many; answers how many. They are full again. */
export async function forgetBuckets(
  db: Db,
  { before, limit }: { before: Date; limit: number },
): Promise<number> {
  const { count } = await prismaOf(db).rateLimit.deleteMany({ where: { updatedAt: { lt: before } }, limit });
  return count;
}
