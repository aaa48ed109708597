import type { Db } from "./handle.ts";
import { prismaOf } from "./handle.ts";

export interface SignInLink {
  /** The address that the link was sent to. */
  readonly address: string;
  /** SHA-256 of the key of the browser that asked. */
  readonly browserKeyHash: string;
  readonly returnTo: string | null;
  readonly createdAt: Date;
  readonly expiresAt: Date;
}

/** Stores a link by the SHA-256 of its token. Earlier ones of that browser for that address end. */
export async function insertSignInLink(db: Db, tokenHash: string, link: SignInLink): Promise<void> {
  const { address, browserKeyHash, returnTo, createdAt, expiresAt } = link;
  const prisma = prismaOf(db);
  await prisma.verificationToken.deleteMany({ where: { identifier: address, browserKeyHash } });
  await prisma.verificationToken.create({
    data: { identifier: address, token: tokenHash, expires: expiresAt, browserKeyHash, returnTo, createdAt },
  });
}

/** The link of that token while it is good, without using it. */
export async function findSignInLink(db: Db, tokenHash: string, now: Date): Promise<SignInLink | null> {
  const row = await prismaOf(db).verificationToken.findFirst({
    where: { token: tokenHash, expires: { gt: now } },
  });
  return row === null ? null : linkOf(row);
}

/** The newest link that this browser asked for and that is still good. */
export async function latestSignInLink(
  db: Db,
  { browserKeyHash, now }: { browserKeyHash: string; now: Date },
): Promise<SignInLink | null> {
  const row = await prismaOf(db).verificationToken.findFirst({
    where: { browserKeyHash, expires: { gt: now } },
    orderBy: { createdAt: "desc" },
  });
  return row === null ? null : linkOf(row);
}

/**
 * Uses a link up: one statement, so that of any number of simultaneous uses one gets it. Null for a token that
 * is unknown, used, expired, or was asked for by another browser; the last stays good for its own.
 */
export async function useSignInLink(
  db: Db,
  { tokenHash, browserKeyHash, now }: { tokenHash: string; browserKeyHash: string; now: Date },
): Promise<SignInLink | null> {
  const [row] = await prismaOf(db).$queryRaw<readonly LinkRow[]>`
    DELETE FROM verification_tokens
    WHERE token = ${tokenHash} AND browser_key_hash = ${browserKeyHash} AND expires > ${now}::timestamptz
    RETURNING identifier, browser_key_hash AS "browserKeyHash", return_to AS "returnTo",
      created_at AS "createdAt", expires`;
  return row === undefined ? null : linkOf(row);
}

/** Forgets links that have expired, at most so many; answers how many. */
export async function forgetSignInLinks(
  db: Db,
  { now, limit }: { now: Date; limit: number },
): Promise<number> {
  const { count } = await prismaOf(db).verificationToken.deleteMany({
    where: { expires: { lte: now } },
    limit,
  });
  return count;
}

interface LinkRow {
  identifier: string;
  browserKeyHash: string | null;
  returnTo: string | null;
  createdAt: Date;
  expires: Date;
}

const linkOf = (row: LinkRow): SignInLink => ({
  address: row.identifier,
  browserKeyHash: row.browserKeyHash ?? "",
  returnTo: row.returnTo,
  createdAt: row.createdAt,
  expiresAt: row.expires,
});
