import type { Db } from "./handle.ts";
import { prismaOf } from "./handle.ts";

/** How many scans, bounces and batches nobody has taken up yet; counts no further than the given number. */
export async function countWaitingWork(db: Db, upTo: number): Promise<number> {
  const [row] = await prismaOf(db).$queryRaw<readonly { count: number }[]>`
    SELECT count(*)::int AS count FROM (
      SELECT FROM (
        (SELECT id FROM scans WHERE status = 'pending' LIMIT ${upTo})
        UNION ALL (SELECT id FROM bounces WHERE status = 'pending' LIMIT ${upTo})
        UNION ALL (SELECT id FROM batches WHERE status = 'pending' LIMIT ${upTo})
      ) AS waiting LIMIT ${upTo}
    ) AS counted`;
  return row?.count ?? 0;
}
