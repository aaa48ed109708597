import type { Fate } from "#lib/bounce/batch/batch-item.ts";
import { type BatchDimension, type BatchFilter, DIMENSION_SQL, matches } from "./batch-filter.ts";
import type { Db } from "./handle.ts";
import { prismaOf } from "./handle.ts";

export interface BatchGroup {
  /** The value that its failures have in common; null where it is not known. */
  readonly key: string | null;
  readonly failures: number;
  /** Different recipients among them. */
  readonly addresses: number;
}

export interface BatchGroups {
  /** The largest first. */
  readonly groups: readonly BatchGroup[];
  /** How many groups there are in all. */
  readonly of: number;
}

export interface GroupsQuery {
  readonly batchId: string;
  readonly by: BatchDimension;
  readonly filter: BatchFilter;
  readonly limit: number;
}

/** The failures of a batch by one of their values, the largest groups first. */
export async function groupBatch(db: Db, { batchId, by, filter, limit }: GroupsQuery): Promise<BatchGroups> {
  const rows = await prismaOf(db).$queryRaw<(BatchGroup & { of: number })[]>`
    SELECT ${DIMENSION_SQL[by]} AS key, count(*)::int AS failures,
      count(DISTINCT lower(recipient) COLLATE "C")::int AS addresses, (count(*) OVER ())::int AS of
    FROM batch_items WHERE ${matches(batchId, filter)}
    GROUP BY 1 ORDER BY 2 DESC, 1 LIMIT ${limit}`;
  return {
    groups: rows.map(({ key, failures, addresses }) => ({ key, failures, addresses })),
    of: rows[0]?.of ?? 0,
  };
}

export interface DayCount {
  /** "2026-11-25", UTC. */
  readonly day: string;
  readonly fate: Fate;
  readonly failures: number;
}

/** The failures of each day by what they mean for their address, oldest day first; undated ones are left out. */
export const batchDays = (db: Db, batchId: string, filter: BatchFilter): Promise<readonly DayCount[]> =>
  prismaOf(db).$queryRaw<DayCount[]>`
    SELECT ${DIMENSION_SQL.day} AS day, fate, count(*)::int AS failures
    FROM batch_items WHERE ${matches(batchId, filter)} AND happened_at IS NOT NULL
    GROUP BY 1, 2 ORDER BY 1, 2`;

/** How many failures a filter lets through, and how many recipients are among them. */
export async function countBatch(db: Db, batchId: string, filter: BatchFilter): Promise<BatchGroup> {
  const [row] = await prismaOf(db).$queryRaw<Omit<BatchGroup, "key">[]>`
    SELECT count(*)::int AS failures, count(DISTINCT lower(recipient) COLLATE "C")::int AS addresses
    FROM batch_items WHERE ${matches(batchId, filter)}`;
  return { key: null, failures: row?.failures ?? 0, addresses: row?.addresses ?? 0 };
}
