import type { Db } from "./handle.ts";
import { prismaOf } from "./handle.ts";
import type { Requester } from "./requester.ts";
import { ownedBy } from "./requester.ts";

export interface ShareLink {
  readonly id: string;
  readonly scanId: string | null;
  readonly bounceId: string | null;
  readonly note: string | null;
  readonly createdAt: Date;
  readonly expiresAt: Date;
  readonly revokedAt: Date | null;
  readonly lastUsedAt: Date | null;
  readonly useCount: number;
}

/** What a link opens: exactly one report. */
export type ShareTarget =
  | { readonly scanId: string; readonly bounceId: null }
  | { readonly scanId: null; readonly bounceId: string };

export interface NewShare {
  readonly id: string;
  readonly tokenHash: string;
  readonly target: ShareTarget;
  readonly requester: Requester;
  readonly note: string | null;
  readonly createdAt: Date;
  readonly expiresAt: Date;
}

export async function insertShare(db: Db, { target, requester, ...share }: NewShare): Promise<ShareLink> {
  return prismaOf(db).shareLink.create({ data: { ...share, ...target, ...requester }, select: SHARE });
}

/** The link of that token if it is still good, and notes its use; null for unknown, expired and revoked alike. */
export async function useShare(db: Db, tokenHash: string, now: Date): Promise<ShareLink | null> {
  const [used] = await prismaOf(db).shareLink.updateManyAndReturn({
    where: { tokenHash, revokedAt: null, expiresAt: { gt: now } },
    data: { lastUsedAt: now, useCount: { increment: 1 } },
    select: SHARE,
  });
  return used ?? null;
}

export interface ListedShare extends ShareLink {
  /** Of the scan, or of the recipient of the bounce where one is known. */
  readonly domain: string | null;
}

/** The most links that are listed at once; lists that may be longer come in pages. */
const MOST_LISTED = 101;

export interface ListSharesQuery {
  readonly requester: Requester;
  readonly target?: ShareTarget;
  /** Only links behind this one in the list. */
  readonly after?: { readonly createdAt: Date; readonly id: string };
  readonly limit?: number;
}

/** Links that this requester made, newest first; of one report when it is named. */
export async function listShares(
  db: Db,
  { requester, target, after, limit = MOST_LISTED }: ListSharesQuery,
): Promise<readonly ListedShare[]> {
  const rows = await prismaOf(db).shareLink.findMany({
    where: {
      ...target,
      ...ownedBy(requester),
      ...(after === undefined ? {} : { AND: [{ OR: behind(after) }] }),
    },
    orderBy: [{ createdAt: "desc" }, { id: "desc" }],
    take: Math.min(limit, MOST_LISTED),
    select: {
      ...SHARE,
      scan: { select: { domain: true } },
      bounce: { select: { recipientDomain: true } },
    },
  });
  return rows.map(({ scan, bounce, ...share }) => ({
    ...share,
    domain: scan?.domain ?? bounce?.recipientDomain ?? null,
  }));
}

/** What stands behind a link in the order of the list. */
const behind = ({ createdAt, id }: { createdAt: Date; id: string }) => [
  { createdAt: { lt: createdAt } },
  { createdAt, id: { lt: id } },
];

/** Ends a link of this requester; false where there is none. Ending it again keeps the first moment. */
export async function revokeShare(
  db: Db,
  { id, requester, now }: { id: string; requester: Requester; now: Date },
): Promise<boolean> {
  const where = { id, ...ownedBy(requester) };
  const { count } = await prismaOf(db).shareLink.updateMany({
    where: { ...where, revokedAt: null },
    data: { revokedAt: now },
  });
  return count > 0 || (await prismaOf(db).shareLink.count({ where })) > 0;
}

/** Forgets links that expired before that moment, at most so many; answers how many. */
export async function forgetShares(
  db: Db,
  { before, limit }: { before: Date; limit: number },
): Promise<number> {
  const { count } = await prismaOf(db).shareLink.deleteMany({ where: { expiresAt: { lt: before } }, limit });
  return count;
}

const SHARE = {
  id: true,
  scanId: true,
  bounceId: true,
  note: true,
  createdAt: true,
  expiresAt: true,
  revokedAt: true,
  lastUsedAt: true,
  useCount: true,
} as const;
