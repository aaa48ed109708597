import type { Db } from "./handle.ts";
import { prismaOf } from "./handle.ts";

export interface Claim {
  readonly browserKeyHash: string;
  readonly userId: string;
}

/**
 * Hands everything that a browser asked for to the account that signed in in it. From then on it belongs to
 * the account alone: whoever uses the browser next does not find it. Call it in a transaction.
 */
export async function claimForAccount(db: Db, { browserKeyHash, userId }: Claim): Promise<void> {
  const prisma = prismaOf(db);
  const mine = { browserKeyHash, ownerId: null };
  const data = { ownerId: userId, browserKeyHash: null };
  // Asked for by the account already: one request says it.
  await prisma.scanRequest.deleteMany({
    where: { ...mine, scan: { requests: { some: { ownerId: userId } } } },
  });
  await prisma.scanRequest.updateMany({ where: mine, data });
  await prisma.shareLink.updateMany({ where: mine, data });
  await prisma.bounce.updateMany({ where: mine, data });
  await prisma.batch.updateMany({ where: mine, data });
}

/** How many scans, bounces and batches a browser asked for that no account has. */
export async function countClaimable(db: Db, browserKeyHash: string): Promise<number> {
  const where = { browserKeyHash, ownerId: null };
  const prisma = prismaOf(db);
  const counts = await Promise.all([
    // The scans of a bounce come with it.
    prisma.scanRequest.count({ where: { ...where, source: { not: "bounce" } } }),
    prisma.bounce.count({ where }),
    prisma.batch.count({ where }),
  ]);
  return counts.reduce((sum, count) => sum + count, 0);
}
