import type { Db } from "./handle.ts";
import { prismaOf } from "./handle.ts";
import { jsonIn } from "./json.ts";

/** Keys are private to whoever sent them. */
export interface IdempotencyName {
  readonly actor: string;
  readonly key: string;
}

export type IdempotencyClaim =
  /** Nobody used the key before, or so long ago that it is forgotten. */
  | { readonly state: "new" }
  | { readonly state: "used"; readonly bodyHash: string; readonly outcome: unknown };

/**
 * Claims a key for the open transaction. Whoever claims the same key meanwhile waits until this transaction
 * ends, and then finds what it stored: there is no moment at which two do the work. Good for 24 hours by the
 * clock of the database.
 */
export async function claimIdempotencyKey(
  db: Db,
  { actor, key }: IdempotencyName,
  bodyHash: string,
): Promise<IdempotencyClaim> {
  const prisma = prismaOf(db);
  const claimed = await prisma.$queryRaw<readonly unknown[]>`
    INSERT INTO idempotency_keys AS held (actor, key, body_hash, created_at, expires_at)
    VALUES (${actor}, ${key}, ${bodyHash}, now(), now() + interval '24 hours')
    ON CONFLICT (actor, key) DO UPDATE SET
      body_hash = excluded.body_hash, response = NULL,
      created_at = excluded.created_at, expires_at = excluded.expires_at
    WHERE held.expires_at <= now()
    RETURNING 1 AS claimed`;
  if (claimed.length > 0) return { state: "new" };
  const row = await prisma.idempotencyKey.findUniqueOrThrow({ where: { actor_key: { actor, key } } });
  // Only `storeOutcome` writes this column, in the transaction that claimed the key.
  const { outcome } = row.response as { readonly outcome: unknown };
  return { state: "used", bodyHash: row.bodyHash, outcome };
}

/** Stores what came of it. Together with the claim and the work, or not at all. */
export async function storeOutcome(db: Db, { actor, key }: IdempotencyName, outcome: unknown): Promise<void> {
  await prismaOf(db).idempotencyKey.update({
    where: { actor_key: { actor, key } },
    data: { response: jsonIn({ outcome }) },
    select: { key: true },
  });
}

/** Forgets keys whose time is over, at most so many; answers how many. */
export const forgetIdempotencyKeys = (db: Db, limit: number): Promise<number> =>
  prismaOf(db).$executeRaw`
    DELETE FROM idempotency_keys WHERE (actor, key) IN (
      SELECT actor, key FROM idempotency_keys WHERE expires_at <= now() LIMIT ${limit} FOR UPDATE SKIP LOCKED)`;
