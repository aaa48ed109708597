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
  const [row] = await prismaOf(db).$queryRaw<readonly Outcome[]>`
    WITH taken AS (
      INSERT INTO rate_limits AS held (bucket, tokens, updated_at)
      VALUES (${name}, ${burst}::float8 - ${cost}::float8, ${now}::timestamptz)
      ON CONFLICT (bucket) DO UPDATE SET
        tokens = LEAST(${burst}::float8, held.tokens + ${perSecond}::float8
          * GREATEST(0, extract(epoch FROM excluded.updated_at - held.updated_at))) - ${cost}::float8,
        updated_at = GREATEST(held.updated_at, excluded.updated_at)
      WHERE LEAST(${burst}::float8, held.tokens + ${perSecond}::float8
          * GREATEST(0, extract(epoch FROM excluded.updated_at - held.updated_at))) >= ${needed}::float8
      RETURNING held.tokens
    )
    SELECT EXISTS (SELECT FROM taken) AS taken,
      (SELECT held.tokens + ${perSecond}::float8
          * GREATEST(0, extract(epoch FROM ${now}::timestamptz - held.updated_at))
        FROM rate_limits AS held WHERE held.bucket = ${name}) AS before`;
  if (row === undefined || row.taken) return 0;
  return secondsUntil({ needed, held: row.before ?? 0, perSecond });
}

/** The seconds until the bucket holds a token again; 0 when it holds one now. Takes nothing. */
export async function secondsUntilToken(
  db: Db,
  { bucket, now }: { bucket: Bucket; now: Date },
): Promise<number> {
  const row = await prismaOf(db).rateLimit.findUnique({ where: { bucket: bucket.name } });
  if (row === null) return 0;
  const perSecond = bucket.burst / bucket.periodSeconds;
  const seconds = Math.max(0, (now.getTime() - row.updatedAt.getTime()) / 1_000);
  return secondsUntil({ needed: 1, held: row.tokens + perSecond * seconds, perSecond });
}

/** What each bucket holds now, a debt as a negative number; one that was never touched is full. Takes nothing. */
export async function tokensHeld(
  db: Db,
  { buckets, now }: { buckets: readonly Bucket[]; now: Date },
): Promise<readonly number[]> {
  const rows = await prismaOf(db).rateLimit.findMany({
    where: { bucket: { in: buckets.map(({ name }) => name) } },
  });
  return buckets.map(({ name, burst, periodSeconds }) => {
    const row = rows.find(one => one.bucket === name);
    if (row === undefined) return burst;
    const seconds = Math.max(0, (now.getTime() - row.updatedAt.getTime()) / 1_000);
    return Math.min(burst, row.tokens + (burst / periodSeconds) * seconds);
  });
}

/** Forgets buckets that have not been touched since that moment: they are full again. */
export async function forgetBuckets(db: Db, before: Date): Promise<number> {
  const { count } = await prismaOf(db).rateLimit.deleteMany({ where: { updatedAt: { lt: before } } });
  return count;
}

interface Outcome {
  readonly taken: boolean;
  readonly before: number | null;
}

/** A whole second at least: "try again in 0 seconds" would be wrong by a hair. */
const secondsUntil = (wait: { needed: number; held: number; perSecond: number }): number =>
  wait.held >= wait.needed ? 0 : Math.max(1, Math.ceil((wait.needed - wait.held) / wait.perSecond));
