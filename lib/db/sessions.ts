import type { Db } from "./handle.ts";
import { prismaOf } from "./handle.ts";

export interface NewSession {
  readonly id: string;
  /** SHA-256 of what the cookie holds. */
  readonly tokenHash: string;
  readonly userId: string;
  readonly device: string | null;
  readonly createdAt: Date;
  readonly expiresAt: Date;
}

export interface SessionSummary {
  readonly id: string;
  readonly device: string | null;
  readonly createdAt: Date;
  readonly seenAt: Date;
}

export interface LiveSession extends SessionSummary {
  readonly userId: string;
  readonly expiresAt: Date;
}

export async function insertSession(db: Db, session: NewSession): Promise<void> {
  const { tokenHash, expiresAt, ...rest } = session;
  await prismaOf(db).session.create({
    data: { ...rest, sessionToken: tokenHash, expires: expiresAt, seenAt: session.createdAt },
  });
}

/** The session of that token if it has ended neither for want of use nor for its age. */
export async function findLiveSession(
  db: Db,
  { tokenHash, now, oldest }: { tokenHash: string; now: Date; oldest: Date },
): Promise<LiveSession | null> {
  const row = await prismaOf(db).session.findFirst({
    where: { sessionToken: tokenHash, expires: { gt: now }, createdAt: { gt: oldest } },
    select: { ...SUMMARY, userId: true, expires: true },
  });
  if (row === null) return null;
  const { expires, ...session } = row;
  return { ...session, expiresAt: expires };
}

/** Notes that a session was used, which moves its end. */
export async function noteSessionUse(
  db: Db,
  { id, now, expiresAt }: { id: string; now: Date; expiresAt: Date },
): Promise<void> {
  await prismaOf(db).session.updateMany({ where: { id }, data: { seenAt: now, expires: expiresAt } });
}

/** The sessions of an account that have not ended, the one used last first. */
export async function listSessions(
  db: Db,
  { userId, now, oldest }: { userId: string; now: Date; oldest: Date },
): Promise<readonly SessionSummary[]> {
  return prismaOf(db).session.findMany({
    where: { userId, expires: { gt: now }, createdAt: { gt: oldest } },
    orderBy: [{ seenAt: "desc" }, { id: "asc" }],
    select: SUMMARY,
  });
}

/** Ends the session of that token. Of one that has ended nothing is left to end. */
export async function deleteSessionByToken(db: Db, tokenHash: string): Promise<void> {
  await prismaOf(db).session.deleteMany({ where: { sessionToken: tokenHash } });
}

/** Ends one session of the account, or all of them; returns how many. */
export async function deleteSessions(
  db: Db,
  { userId, id }: { userId: string; id?: string },
): Promise<number> {
  const { count } = await prismaOf(db).session.deleteMany({
    where: { userId, ...(id === undefined ? {} : { id }) },
  });
  return count;
}

/** Forgets sessions that have ended, at most so many; answers how many. */
export async function forgetSessions(
  db: Db,
  { now, oldest, limit }: { now: Date; oldest: Date; limit: number },
): Promise<number> {
  const { count } = await prismaOf(db).session.deleteMany({
    where: { OR: [{ expires: { lte: now } }, { createdAt: { lte: oldest } }] },
    limit,
  });
  return count;
}

const SUMMARY = { id: true, device: true, createdAt: true, seenAt: true } as const;
