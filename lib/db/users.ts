import type { Db } from "./handle.ts";
import { prismaOf } from "./handle.ts";
import { deleteScans } from "./scan-deletion.ts";

export interface UserProfile {
  readonly id: string;
  readonly email: string;
  readonly name: string | null;
  readonly createdAt: Date;
  /** The providers that this person has signed in with, by id. */
  readonly providers: readonly string[];
}

export async function findUser(db: Db, id: string): Promise<UserProfile | null> {
  const row = await prismaOf(db).user.findUnique({
    where: { id },
    select: {
      id: true,
      email: true,
      name: true,
      createdAt: true,
      accounts: { select: { provider: true }, orderBy: { provider: "asc" } },
    },
  });
  if (row === null) return null;
  const { accounts, ...user } = row;
  return { ...user, providers: accounts.map(({ provider }) => provider) };
}

/** Forgets that an account can be signed in to with that provider. */
export async function unlinkProvider(
  db: Db,
  { userId, provider }: { userId: string; provider: string },
): Promise<number> {
  const { count } = await prismaOf(db).account.deleteMany({ where: { userId, provider } });
  return count;
}

/**
 * Deletes scans that this account and nobody else asked for, at most so many; answers how many. Call it in a
 * transaction.
 */
export async function deleteScansOfUser(db: Db, id: string, limit: number): Promise<number> {
  const own = await prismaOf(db).$queryRaw<readonly { readonly id: string }[]>`
    SELECT scan_id AS id FROM scan_requests AS own WHERE owner_id = ${id}
      AND NOT EXISTS (
        SELECT FROM scan_requests AS other
        WHERE other.scan_id = own.scan_id AND other.owner_id IS DISTINCT FROM ${id})
    LIMIT ${limit}`;
  await deleteScans(
    db,
    own.map(scan => scan.id),
  );
  return own.length;
}

/**
 * Deletes an account and all that hangs on it but its scans. What others asked for too stays theirs. Call it in a
 * transaction.
 */
export async function deleteUser(db: Db, { id, email }: { id: string; email: string }): Promise<void> {
  const prisma = prismaOf(db);
  await prisma.verificationToken.deleteMany({ where: { identifier: email } });
  await prisma.$executeRaw`DELETE FROM outbox WHERE owner_id IS NULL AND payload ->> 'to' = ${email}`;
  const keys = await prisma.apiKey.findMany({ where: { ownerId: id }, select: { id: true } });
  const buckets = keys.map(key => `request key:${key.id}`);
  await prisma.rateLimit.deleteMany({
    where: { OR: [{ bucket: { endsWith: `account:${id}` } }, { bucket: { in: buckets } }] },
  });
  await prisma.idempotencyKey.deleteMany({ where: { actor: `account:${id}` } });
  await prisma.user.delete({ where: { id } });
}
