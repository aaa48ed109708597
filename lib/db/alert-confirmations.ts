import { SWITCHED_ON } from "./alert-channels.ts";
import type { Db } from "./handle.ts";
import { prismaOf } from "./handle.ts";

/** The question to an address whether it wants alerts. */
export interface Confirmation {
  readonly channelId: string;
  readonly address: string;
  /** Whose alerts these are. */
  readonly ownerEmail: string;
}

/** Puts a new question in place of the one before; only the newest link works. */
export async function askForConfirmation(
  db: Db,
  { id, hash, expiresAt }: { id: string; hash: string; expiresAt: Date },
): Promise<void> {
  await prismaOf(db).alertChannel.updateMany({
    where: { id, kind: "email" },
    data: { verifiedAt: null, confirmHash: hash, confirmExpiresAt: expiresAt },
  });
}

/** What a link asks; null where it is unknown, used or too old. */
export async function findConfirmation(db: Db, hash: string, now: Date): Promise<Confirmation | null> {
  const row = await prismaOf(db).alertChannel.findFirst({
    where: { confirmHash: hash, confirmExpiresAt: { gt: now } },
    select: { id: true, target: true, owner: { select: { email: true } } },
  });
  return row === null ? null : { channelId: row.id, address: row.target, ownerEmail: row.owner.email };
}

/** Uses a link up; of any number of simultaneous uses one gets true. */
export async function confirmAddress(db: Db, hash: string, now: Date): Promise<boolean> {
  const { count } = await prismaOf(db).alertChannel.updateMany({
    where: { confirmHash: hash, confirmExpiresAt: { gt: now } },
    data: { ...SWITCHED_ON, verifiedAt: now, confirmHash: null, confirmExpiresAt: null },
  });
  return count > 0;
}
