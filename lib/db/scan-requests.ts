import type { Db } from "./handle.ts";
import { prismaOf } from "./handle.ts";
import type { Requester } from "./requester.ts";
import { ownedBy } from "./requester.ts";
import { deleteScans } from "./scan-deletion.ts";

export type RequestSource = "web" | "api" | "bounce" | "monitor";

export interface NewScanRequest {
  readonly id: string;
  readonly scanId: string;
  readonly requester: Requester;
  readonly source: RequestSource;
  readonly requestedAt: Date;
}

/** Notes who asked for a scan; asking again for the same one changes nothing. */
export async function addScanRequest(db: Db, { requester, ...request }: NewScanRequest): Promise<void> {
  await prismaOf(db).scanRequest.createMany({ data: [{ ...request, ...requester }], skipDuplicates: true });
}

/** Whether this requester is one of those who asked for the scan. */
export async function hasRequested(db: Db, scanId: string, requester: Requester): Promise<boolean> {
  const row = await prismaOf(db).scanRequest.findFirst({
    where: { scanId, ...ownedBy(requester) },
    select: { id: true },
  });
  return row !== null;
}

/** Whether somebody asked for the scan without an account. */
export async function isRequestedByNobody(db: Db, scanId: string): Promise<boolean> {
  const row = await prismaOf(db).scanRequest.findFirst({
    where: { scanId, ownerId: null },
    select: { id: true },
  });
  return row !== null;
}

/**
 * Takes back that this requester asked for a scan, and ends their links to it. A scan that nobody else asked
 * for goes with that. False where they had not asked. Call it in a transaction.
 */
export async function withdrawScanRequest(db: Db, scanId: string, requester: Requester): Promise<boolean> {
  const prisma = prismaOf(db);
  const mine = { scanId, ...ownedBy(requester) };
  const { count } = await prisma.scanRequest.deleteMany({ where: mine });
  if (count === 0) return false;
  await prisma.shareLink.deleteMany({ where: mine });
  if ((await prisma.scanRequest.count({ where: { scanId } })) === 0) await deleteScans(db, [scanId]);
  return true;
}
