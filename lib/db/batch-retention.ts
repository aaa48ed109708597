import type { Db } from "./handle.ts";
import { prismaOf } from "./handle.ts";

/** A batch may hold a hundred thousand failures: it goes a lot of them at a time, and last itself. */

/**
 * Deletes the files and addresses of the batch whose time came first, at most so many addresses; the numbers stay.
 * Answers how much of the limit was used. Call it in a transaction.
 */
export async function forgetBatchAddresses(
  db: Db,
  { now, limit }: { now: Date; limit: number },
): Promise<number> {
  const prisma = prismaOf(db);
  const due = await prisma.batch.findFirst({
    where: { rawExpiresAt: { lte: now } },
    orderBy: { rawExpiresAt: "asc" },
    select: { id: true },
  });
  if (due === null) return 0;
  const batchId = due.id;
  await prisma.batchFile.deleteMany({ where: { batchId } });
  // Found first and changed by their key: one statement for both is joined row by row where the planner expects none.
  const items = await prisma.batchItem.findMany({
    where: { batchId, recipient: { not: null } },
    orderBy: { item: "asc" },
    take: limit,
    select: { item: true },
  });
  await prisma.batchItem.updateMany({
    where: { batchId, item: { in: items.map(({ item }) => item) } },
    data: { recipient: null },
  });
  if (items.length < limit) {
    await prisma.batch.updateMany({ where: { id: batchId }, data: { name: null, rawExpiresAt: null } });
  }
  return limit;
}

/**
 * Deletes of the oldest batch from before that moment at most so many failures, and the batch when none are left.
 * Answers how much of the limit was used. Call it in a transaction.
 */
export async function forgetBatches(
  db: Db,
  { before, limit }: { before: Date; limit: number },
): Promise<number> {
  const prisma = prismaOf(db);
  const due = await prisma.batch.findFirst({
    where: { createdAt: { lt: before } },
    orderBy: { createdAt: "asc" },
    select: { id: true },
  });
  if (due === null) return 0;
  const { count } = await prisma.batchItem.deleteMany({ where: { batchId: due.id }, limit });
  if (count < limit) await prisma.batch.deleteMany({ where: { id: due.id } });
  return limit;
}
