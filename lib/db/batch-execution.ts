import type { BatchItem } from "#lib/bounce/batch/batch-item.ts";
import type { BatchFailure, BatchSummary } from "./batches.ts";
import type { Db } from "./handle.ts";
import { prismaOf } from "./handle.ts";
import { jsonIn } from "./json.ts";

/** The channel on which the ids of batches that moved are announced. */
export const BATCH_CHANNEL = "mailtriage_batches";

/** One worker's claim on a batch. A later attempt takes it away from an earlier one. */
export interface BatchAttempt {
  readonly batchId: string;
  readonly attempt: number;
  readonly createdAt: Date;
}

/**
 * Takes a batch up; null when there is none or it is already finished. What an earlier attempt stored goes. Call it in
 * a transaction.
 */
export async function beginBatch(db: Db, batchId: string): Promise<BatchAttempt | null> {
  const [row] = await prismaOf(db).batch.updateManyAndReturn({
    where: { id: batchId, status: { in: ["pending", "running"] } },
    data: { status: "running", attempt: { increment: 1 }, done: 0, share: 0 },
    select: { attempt: true, createdAt: true },
  });
  if (row === undefined) return null;
  await prismaOf(db).batchItem.deleteMany({ where: { batchId } });
  await announceBatch(db, batchId);
  return { batchId, ...row };
}

export interface PackedFile {
  readonly name: string;
  readonly packed: Uint8Array;
}

/** The files of a batch in their order. */
export const batchFiles = (db: Db, batchId: string): Promise<readonly PackedFile[]> =>
  prismaOf(db).batchFile.findMany({
    where: { batchId },
    orderBy: { position: "asc" },
    select: { name: true, packed: true },
  });

/** Stores failures that an attempt found; false when the attempt is no longer the one that counts. In a transaction. */
export async function addBatchItems(
  db: Db,
  { batchId, attempt }: BatchAttempt,
  { items, share }: { items: readonly BatchItem[]; share: number },
): Promise<boolean> {
  const { count } = await prismaOf(db).batch.updateMany({
    where: { id: batchId, attempt, status: "running" },
    data: { done: { increment: items.length }, share },
  });
  if (count === 0) return false;
  const rows = storableJson(items);
  // Hundreds of rows as one parameter: many times faster than as thousands.
  await prismaOf(db).$executeRaw`
    INSERT INTO batch_items (batch_id, item, recipient, recipient_domain, provider, cause, permanence, address_dead,
      reply_code, enhanced_status, happened_at, fate, report)
    SELECT ${batchId}, item, recipient, "recipientDomain", provider, cause, permanence, "addressDead",
      "replyCode", "enhancedStatus", "happenedAt", fate, detail
    FROM json_to_recordset(${rows}::json) AS found(item int, recipient text, "recipientDomain" text, provider text,
      cause text, permanence text, "addressDead" text, "replyCode" int, "enhancedStatus" text,
      "happenedAt" timestamptz, fate text, detail json)`;
  await announceBatch(db, batchId);
  return true;
}

/** Only where a text needs it is every one of them looked at. */
function storableJson(items: readonly BatchItem[]): string {
  const json = JSON.stringify(items);
  return UNSTORABLE.test(json)
    ? JSON.stringify(items, (_, value: unknown) => (typeof value === "string" ? storable(value) : value))
    : json;
}

/** NUL and half surrogate pairs, as JSON.stringify writes them. */
const UNSTORABLE = /\\u(?:0000|d[89a-f])/;

/** PostgreSQL text holds every character but NUL, and no half surrogate pairs. */
const storable = (text: string): string => text.toWellFormed().replaceAll("\0", "\uFFFD");

export interface BatchResult {
  readonly summary: BatchSummary;
  /** Lower-case addresses whose last mail got through. */
  readonly reached: readonly string[];
  readonly finishedAt: Date;
}

/** Ends an attempt that has read everything, and deletes the files. False where it no longer counts. In a transaction. */
export async function finishBatch(
  db: Db,
  { batchId, attempt }: BatchAttempt,
  { summary, reached, finishedAt }: BatchResult,
): Promise<boolean> {
  const prisma = prismaOf(db);
  const { count } = await prisma.batch.updateMany({
    where: { id: batchId, attempt, status: "running" },
    data: { status: "done", share: 1, total: summary.read, summary: jsonIn(summary), finishedAt },
  });
  if (count === 0) return false;
  const addresses = reached.map(storable);
  await prisma.$executeRaw`
    UPDATE batch_items SET fate = 'reached'
    WHERE batch_id = ${batchId} AND lower(recipient) = ANY(${addresses}::text[])`;
  await prisma.batchFile.deleteMany({ where: { batchId } });
  await announceBatch(db, batchId);
  return true;
}

/** Ends a batch that cannot be read, and deletes its files; one that is finished stays as it is. In a transaction. */
export async function failBatch(
  db: Db,
  { batchId, failure, finishedAt }: { batchId: string; failure: BatchFailure; finishedAt: Date },
): Promise<void> {
  const prisma = prismaOf(db);
  const { count } = await prisma.batch.updateMany({
    where: { id: batchId, status: { in: ["pending", "running"] } },
    data: { status: "failed", failure, finishedAt },
  });
  if (count === 0) return;
  await prisma.batchFile.deleteMany({ where: { batchId } });
  await prisma.batchItem.deleteMany({ where: { batchId } });
  await announceBatch(db, batchId);
}

/** Wakes the followers of a batch when the transaction commits. */
async function announceBatch(db: Db, batchId: string): Promise<void> {
  await prismaOf(db).$queryRaw`SELECT pg_notify(${BATCH_CHANNEL}, ${batchId})::text`;
}
