import type { Db } from "./handle.ts";
import { prismaOf } from "./handle.ts";
import { jsonIn } from "./json.ts";
import { storable } from "./storable-text.ts";

export interface NewMessage {
  readonly id: string;
  readonly kind: string;
  /** Two messages with the same key are one. */
  readonly dedupeKey: string;
  readonly payload: object;
  readonly ownerId: string | null;
  readonly monitorId: string | null;
  readonly channelId: string | null;
  readonly expiresAt: Date | null;
  readonly createdAt: Date;
  readonly nextAttemptAt: Date;
}

/** Puts a message into the outbox; false where one with that key is or was there. */
export async function insertMessage(db: Db, message: NewMessage): Promise<boolean> {
  const { count } = await prismaOf(db).outboxMessage.createMany({
    data: [{ ...message, payload: jsonIn(message.payload) }],
    skipDuplicates: true,
  });
  return count > 0;
}

/** The message with that key, whatever became of it. */
export async function messageWithKey(db: Db, dedupeKey: string): Promise<string | null> {
  const row = await prismaOf(db).outboxMessage.findUnique({ where: { dedupeKey }, select: { id: true } });
  return row?.id ?? null;
}

/** What has become of a message; null where it is forgotten. */
export async function fateOfMessage(
  db: Db,
  id: string,
): Promise<{ readonly state: "waiting" | "sent" | "given-up"; readonly lastError: string | null } | null> {
  const row = await prismaOf(db).outboxMessage.findUnique({
    where: { id },
    select: { sentAt: true, givenUpAt: true, lastError: true },
  });
  if (row === null) return null;
  const state = row.sentAt !== null ? "sent" : row.givenUpAt !== null ? "given-up" : "waiting";
  return { state, lastError: row.lastError };
}

export interface ClaimedMessage {
  readonly id: string;
  readonly kind: string;
  readonly payload: unknown;
  /** This one included. */
  readonly attempts: number;
  readonly createdAt: Date;
  readonly expiresAt: Date | null;
}

/** Takes a message that is due for one attempt; until then nobody else gets it. Null: not due, done, or gone. */
export async function claimMessage(
  db: Db,
  { id, now, until }: { id: string; now: Date; until: Date },
): Promise<ClaimedMessage | null> {
  const [row] = await prismaOf(db).outboxMessage.updateManyAndReturn({
    where: { id, ...OPEN, nextAttemptAt: { lte: now } },
    data: { attempts: { increment: 1 }, nextAttemptAt: until },
    select: { id: true, kind: true, payload: true, attempts: true, createdAt: true, expiresAt: true },
  });
  return row ?? null;
}

/** When the next attempt is due; null where none is. */
export async function nextAttemptAt(db: Db, id: string): Promise<Date | null> {
  const row = await prismaOf(db).outboxMessage.findFirst({
    where: { id, ...OPEN },
    select: { nextAttemptAt: true },
  });
  return row?.nextAttemptAt ?? null;
}

/** Notes that a message has left. What it said is forgotten with that. */
export async function messageSent(db: Db, { id, now }: { id: string; now: Date }): Promise<void> {
  await prismaOf(db).outboxMessage.updateMany({
    where: { id, sentAt: null },
    data: { sentAt: now, lastError: null, payload: {} },
  });
}

export async function messageDeferred(
  db: Db,
  { id, next, reason }: { id: string; next: Date; reason: string },
): Promise<void> {
  await prismaOf(db).outboxMessage.updateMany({
    where: { id, ...OPEN },
    data: { nextAttemptAt: next, lastError: storable(reason) },
  });
}

/** Notes that a message will never leave, and why. */
export async function messageGivenUp(
  db: Db,
  { id, now, reason }: { id: string; now: Date; reason: string },
): Promise<void> {
  await prismaOf(db).outboxMessage.updateMany({
    where: { id, ...OPEN },
    data: { givenUpAt: now, lastError: storable(reason), payload: {} },
  });
}

/** Messages that were due before that moment and are still there: their job has been lost. */
export async function overdueMessages(db: Db, before: Date, limit: number): Promise<readonly string[]> {
  const rows = await prismaOf(db).outboxMessage.findMany({
    where: { ...OPEN, nextAttemptAt: { lt: before } },
    orderBy: { nextAttemptAt: "asc" },
    take: limit,
    select: { id: true },
  });
  return rows.map(({ id }) => id);
}

/** Forgets messages that were finished before that moment, at most so many; answers how many. */
export async function forgetMessages(
  db: Db,
  { before, limit }: { before: Date; limit: number },
): Promise<number> {
  const { count } = await prismaOf(db).outboxMessage.deleteMany({
    where: { OR: [{ sentAt: { lt: before } }, { givenUpAt: { lt: before } }] },
    limit,
  });
  return count;
}

const OPEN = { sentAt: null, givenUpAt: null } as const;
