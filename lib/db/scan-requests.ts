import type { Db } from "./handle.ts";
import { prismaOf } from "./handle.ts";
import type { Requester } from "./requester.ts";
import { ownedBy } from "./requester.ts";

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

/** Hands everything a browser asked for to the account it signed in to; returns how many requests moved. */
export async function claimScanRequests(
  db: Db,
  { browserKeyHash, ownerId }: { browserKeyHash: string; ownerId: string },
): Promise<number> {
  const claimed = await prismaOf(db).scanRequest.updateMany({
    where: { browserKeyHash, ownerId: null, scan: { requests: { none: { ownerId } } } },
    data: { ownerId },
  });
  return claimed.count;
}
