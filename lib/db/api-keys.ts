import type { ApiScope } from "#lib/values/api-scope.ts";
import { API_SCOPES } from "#lib/values/api-scope.ts";
import type { Db } from "./handle.ts";
import { prismaOf } from "./handle.ts";

/** A key as its account sees it. The secret is not among what is known. */
export interface ApiKey {
  readonly id: string;
  readonly ownerId: string;
  readonly name: string;
  /** The first characters of the secret. */
  readonly prefix: string;
  readonly scopes: readonly ApiScope[];
  readonly createdAt: Date;
  readonly lastUsedAt: Date | null;
  readonly expiresAt: Date | null;
  readonly revokedAt: Date | null;
}

export interface NewApiKey {
  readonly id: string;
  readonly ownerId: string;
  readonly name: string;
  readonly prefix: string;
  readonly keyHash: string;
  readonly scopes: readonly ApiScope[];
  readonly createdAt: Date;
  readonly expiresAt: Date | null;
}

export async function insertApiKey(db: Db, key: NewApiKey): Promise<ApiKey> {
  const row = await prismaOf(db).apiKey.create({ data: { ...key, scopes: [...key.scopes] }, select: KEY });
  return apiKeyOf(row);
}

/** The keys of an account, the newest first, revoked ones too. */
export async function listApiKeys(db: Db, ownerId: string): Promise<readonly ApiKey[]> {
  const rows = await prismaOf(db).apiKey.findMany({
    where: { ownerId },
    orderBy: [{ createdAt: "desc" }, { id: "desc" }],
    select: KEY,
  });
  return rows.map(apiKeyOf);
}

/** One key of an account; null where there is none. */
export async function findApiKey(
  db: Db,
  { id, ownerId }: { id: string; ownerId: string },
): Promise<ApiKey | null> {
  const row = await prismaOf(db).apiKey.findFirst({ where: { id, ownerId }, select: KEY });
  return row === null ? null : apiKeyOf(row);
}

/** How many keys of an account still open the door. */
export const countUsableApiKeys = (
  db: Db,
  { ownerId, now }: { ownerId: string; now: Date },
): Promise<number> =>
  prismaOf(db).apiKey.count({
    where: { ownerId, revokedAt: null, OR: [{ expiresAt: null }, { expiresAt: { gt: now } }] },
  });

/** Ends a key of that account at once; false where there is none. Ending it again keeps the first moment. */
export async function revokeApiKey(
  db: Db,
  { id, ownerId, now }: { id: string; ownerId: string; now: Date },
): Promise<boolean> {
  const { count } = await prismaOf(db).apiKey.updateMany({
    where: { id, ownerId, revokedAt: null },
    data: { revokedAt: now },
  });
  return count > 0 || (await prismaOf(db).apiKey.count({ where: { id, ownerId } })) > 0;
}

/**
 * The key of that hash if it still opens the door, and notes its use, once a minute at most: busy programs are
 * not to write with every request. Null for unknown, expired and revoked alike. Time is that of the database.
 */
export async function useApiKey(db: Db, keyHash: string): Promise<ApiKey | null> {
  const prisma = prismaOf(db);
  const [usable] = await prisma.$queryRaw<readonly { id: string; stale: boolean }[]>`
    SELECT id, (last_used_at IS NULL OR last_used_at < now() - interval '1 minute') AS stale
    FROM api_keys
    WHERE key_hash = ${keyHash} AND revoked_at IS NULL AND (expires_at IS NULL OR expires_at > now())`;
  if (usable === undefined) return null;
  const { id } = usable;
  if (usable.stale) await prisma.$executeRaw`UPDATE api_keys SET last_used_at = now() WHERE id = ${id}`;
  const row = await prisma.apiKey.findUnique({ where: { id }, select: KEY });
  return row === null ? null : apiKeyOf(row);
}

/** Forgets keys that were revoked or have expired before that moment, at most so many; answers how many. */
export async function forgetApiKeys(
  db: Db,
  { before, limit }: { before: Date; limit: number },
): Promise<number> {
  const { count } = await prismaOf(db).apiKey.deleteMany({
    where: { OR: [{ revokedAt: { lt: before } }, { expiresAt: { lt: before } }] },
    limit,
  });
  return count;
}

const KEY = {
  id: true,
  ownerId: true,
  name: true,
  prefix: true,
  scopes: true,
  createdAt: true,
  lastUsedAt: true,
  expiresAt: true,
  revokedAt: true,
} as const;

type KeyRow = Omit<ApiKey, "scopes"> & { readonly scopes: readonly string[] };

/** A scope that this version does not know allows nothing. */
const apiKeyOf = (row: KeyRow): ApiKey => ({
  ...row,
  scopes: API_SCOPES.filter(scope => row.scopes.includes(scope)),
});
