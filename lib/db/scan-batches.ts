import type { DomainName } from "#lib/values/domain-name.ts";
import type { Db } from "./handle.ts";
import { prismaOf } from "./handle.ts";

/** Why a domain of a batch got no scan. */
export const BATCH_ITEM_FAILURES = ["limited", "crashed"] as const;
export type BatchItemFailure = (typeof BATCH_ITEM_FAILURES)[number];

export interface ScanBatch {
  readonly id: string;
  readonly total: number;
  readonly requestedAt: Date;
  readonly progress: BatchProgress;
}

/** How many domains of a batch are in which state; together they are all of them. */
export interface BatchProgress {
  readonly pending: number;
  readonly running: number;
  readonly done: number;
  readonly failed: number;
  /** Scanned, and the scan was deleted since. */
  readonly deleted: number;
  /** When the last of them was finished; null while some are not. */
  readonly finishedAt: Date | null;
}

export interface NewScanBatch {
  readonly id: string;
  readonly ownerId: string;
  readonly requestedAt: Date;
  readonly domains: readonly { readonly domain: DomainName; readonly unicode: string | null }[];
}

/** Stores a batch of which no domain has been scanned yet. */
export async function insertScanBatch(db: Db, { domains, ...batch }: NewScanBatch): Promise<void> {
  const prisma = prismaOf(db);
  await prisma.scanBatch.create({ data: { ...batch, total: domains.length }, select: { id: true } });
  const names = domains.map(({ domain }) => domain);
  const scripts = domains.map(({ unicode }) => unicode ?? "");
  // A thousand rows as two parameters: seconds faster than as six thousand.
  await prisma.$executeRaw`
    INSERT INTO scan_batch_items (batch_id, position, domain, unicode, status)
    SELECT ${batch.id}, place - 1, domain, NULLIF(script, ''), 'waiting'
    FROM unnest(${names}::text[], ${scripts}::text[]) WITH ORDINALITY AS named(domain, script, place)`;
}

/** A batch of that account with its progress; null where there is none. */
export async function findScanBatch(
  db: Db,
  { id, ownerId }: { id: string; ownerId: string },
): Promise<ScanBatch | null> {
  const row = await prismaOf(db).scanBatch.findFirst({ where: { id, ownerId }, select: BATCH });
  if (row === null) return null;
  const progress = (await progressOf(db, [id])).get(id) ?? NOTHING_LEFT;
  return { ...row, progress };
}

export interface ListScanBatchesQuery {
  readonly ownerId: string;
  /** Only batches behind this one in the list. */
  readonly after?: { readonly requestedAt: Date; readonly id: string };
  readonly limit: number;
}

/** The batches of an account, the newest first. */
export async function listScanBatches(db: Db, query: ListScanBatchesQuery): Promise<readonly ScanBatch[]> {
  const { ownerId, after, limit } = query;
  const rows = await prismaOf(db).scanBatch.findMany({
    where: {
      ownerId,
      ...(after === undefined
        ? {}
        : {
            OR: [
              { requestedAt: { lt: after.requestedAt } },
              { requestedAt: after.requestedAt, id: { lt: after.id } },
            ],
          }),
    },
    orderBy: [{ requestedAt: "desc" }, { id: "desc" }],
    take: limit,
    select: BATCH,
  });
  const ids = rows.map(row => row.id);
  const progress = await progressOf(db, ids);
  return rows.map(row => ({ ...row, progress: progress.get(row.id) ?? NOTHING_LEFT }));
}

/** How many domains of an account wait for their scan, in all its batches. */
export const countWaitingItems = (db: Db, ownerId: string): Promise<number> =>
  prismaOf(db).scanBatchItem.count({ where: { status: "waiting", batch: { ownerId } } });

/** Forgets a batch; its scans stay. False where this account has none of that id. */
export async function deleteScanBatch(
  db: Db,
  { id, ownerId }: { id: string; ownerId: string },
): Promise<boolean> {
  const { count } = await prismaOf(db).scanBatch.deleteMany({ where: { id, ownerId } });
  return count > 0;
}

/** Forgets batches that were handed in before that moment, at most so many; answers how many. Their scans stay. */
export async function forgetScanBatches(
  db: Db,
  { before, limit }: { before: Date; limit: number },
): Promise<number> {
  const { count } = await prismaOf(db).scanBatch.deleteMany({
    where: { requestedAt: { lt: before } },
    limit,
  });
  return count;
}

const BATCH = { id: true, total: true, requestedAt: true } as const;

const NOTHING_LEFT: BatchProgress = {
  pending: 0,
  running: 0,
  done: 0,
  failed: 0,
  deleted: 0,
  finishedAt: null,
};

type ProgressRow = BatchProgress & { readonly batchId: string };

async function progressOf(db: Db, ids: readonly string[]): Promise<ReadonlyMap<string, BatchProgress>> {
  if (ids.length === 0) return new Map();
  const rows = await prismaOf(db).$queryRaw<readonly ProgressRow[]>`
    SELECT "batchId", pending, running, done, failed, deleted,
      CASE WHEN pending + running = 0 THEN "finishedAt" END AS "finishedAt"
    FROM (
      SELECT item.batch_id AS "batchId",
        count(*) FILTER (WHERE item.status = 'waiting' OR scan.status = 'pending')::int AS pending,
        count(*) FILTER (WHERE scan.status = 'running')::int AS running,
        count(*) FILTER (WHERE scan.status = 'done')::int AS done,
        count(*) FILTER (WHERE item.status = 'refused' OR scan.status = 'failed')::int AS failed,
        count(*) FILTER (WHERE item.status = 'scanned' AND scan.id IS NULL)::int AS deleted,
        max(scan.finished_at) AS "finishedAt"
      FROM scan_batch_items AS item LEFT JOIN scans AS scan ON scan.id = item.scan_id
      WHERE item.batch_id = ANY(${[...ids]}::text[])
      GROUP BY item.batch_id
    ) AS counted`;
  return new Map(rows.map(({ batchId, ...progress }) => [batchId, progress]));
}
