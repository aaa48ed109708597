import type { Db } from "./handle.ts";
import { prismaOf } from "./handle.ts";
import type { Bucket } from "./rate-limits.ts";

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
