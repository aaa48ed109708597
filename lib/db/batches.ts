import type { BatchTally } from "#lib/bounce/batch/read-batch.ts";
import type { InputErrorCode } from "#lib/bounce/containers/input-error.ts";
import type { Db } from "./handle.ts";
import { prismaOf } from "./handle.ts";
import type { Requester } from "./requester.ts";
import { ownedBy } from "./requester.ts";

/** Many returned mails at once. Everything here belongs to who uploaded them and to nobody else. */

export const BATCH_STATUSES = ["pending", "running", "done", "failed"] as const;
export type BatchStatus = (typeof BATCH_STATUSES)[number];

/** Why a batch ended without anything read. An InputErrorCode where its files are to blame. */
export type BatchFailure = "crashed" | "too-much-memory" | InputErrorCode;

/** What was read besides the failures. */
export type BatchSummary = Omit<BatchTally, "reachedAfterFailing">;

export interface Batch {
  readonly id: string;
  readonly status: BatchStatus;
  /** What its files are called. */
  readonly name: string;
  /** Failures stored so far. */
  readonly failures: number;
  /** How much of the files has been read, between 0 and 1. */
  readonly share: number;
  readonly createdAt: Date;
  readonly finishedAt: Date | null;
  /** When the addresses in it are deleted; null when they are. */
  readonly expiresAt: Date | null;
  /** Null until the batch is done. */
  readonly summary: BatchSummary | null;
  readonly failure: BatchFailure | null;
}

export interface NewBatch {
  readonly id: string;
  readonly name: string;
  readonly requester: Requester;
  readonly createdAt: Date;
  readonly expiresAt: Date;
  /** Each packed with gzip. */
  readonly files: readonly { readonly name: string; readonly packed: Uint8Array<ArrayBuffer> }[];
}

/** Stores a batch that nobody has read yet. Call it in a transaction. */
export async function insertBatch(
  db: Db,
  { requester, expiresAt, files, ...batch }: NewBatch,
): Promise<Batch> {
  const row = await prismaOf(db).batch.create({
    data: { ...batch, ...requester, rawExpiresAt: expiresAt, status: "pending" },
    select: BATCH,
  });
  // One by one: together they would lie in memory twice.
  for (const [position, file] of files.entries()) {
    await prismaOf(db).batchFile.create({
      data: { batchId: batch.id, position, ...file },
      select: { position: true },
    });
  }
  return batchOf(row);
}

/** A batch of this requester; null where there is none, also for what is others'. */
export async function findBatch(db: Db, id: string, requester: Requester): Promise<Batch | null> {
  const row = await prismaOf(db).batch.findFirst({ where: { id, ...ownedBy(requester) }, select: BATCH });
  return row === null ? null : batchOf(row);
}

/** How many batches of this requester are not finished. */
export const countUnfinishedBatches = (db: Db, requester: Requester): Promise<number> =>
  prismaOf(db).batch.count({ where: { status: { in: ["pending", "running"] }, ...ownedBy(requester) } });

/** Who a batch belongs to, for work that is done in their name; null where there is no such batch. */
export const ownerOfBatch = (db: Db, id: string): Promise<Requester | null> =>
  prismaOf(db).batch.findUnique({ where: { id }, select: { ownerId: true, browserKeyHash: true } });

const BATCH = {
  id: true,
  status: true,
  name: true,
  done: true,
  share: true,
  createdAt: true,
  finishedAt: true,
  rawExpiresAt: true,
  summary: true,
  failure: true,
} as const;

interface BatchRow {
  id: string;
  status: string;
  name: string | null;
  done: number;
  share: number;
  createdAt: Date;
  finishedAt: Date | null;
  rawExpiresAt: Date | null;
  summary: unknown;
  failure: string | null;
}

const batchOf = ({ done, rawExpiresAt, ...row }: BatchRow): Batch => ({
  ...row,
  status: BATCH_STATUSES.find(known => known === row.status) ?? "failed",
  name: row.name ?? "",
  failures: done,
  expiresAt: rawExpiresAt,
  // Only lib/db/batch-execution.ts writes these two columns, from values of these types.
  summary: row.summary as BatchSummary | null,
  failure: row.failure as BatchFailure | null,
});
