import type { Db } from "./handle.ts";
import { prismaOf } from "./handle.ts";

/** The account's own address, a further address, or a webhook. */
const CHANNEL_KINDS = ["own", "email", "webhook"] as const;
export type ChannelKind = (typeof CHANNEL_KINDS)[number];

/** Who switched a channel off: its owner, whoever reads it, we after many failures, or the webhook itself. */
const SWITCHED_OFF_BY = ["owner", "reader", "failures", "gone"] as const;
export type SwitchedOffBy = (typeof SWITCHED_OFF_BY)[number];

/** Where alerts of an account go. What the secret of a webhook is derived from is told to nobody. */
export interface AlertChannel {
  readonly id: string;
  readonly ownerId: string;
  readonly kind: ChannelKind;
  /** An address or a URL. */
  readonly target: string;
  readonly createdAt: Date;
  /** Null: waits for somebody who reads this address to say yes. */
  readonly verifiedAt: Date | null;
  readonly confirmExpiresAt: Date | null;
  readonly secretSeed: string | null;
  readonly secretHash: string | null;
  readonly disabledAt: Date | null;
  readonly disabledBy: SwitchedOffBy | null;
  /** Messages lost in a row. */
  readonly failures: number;
  readonly failingSince: Date | null;
  readonly lastError: string | null;
  readonly lastDeliveredAt: Date | null;
  readonly lastAnswer: string | null;
}

/** Whether messages leave to it. */
export const isOpen = ({ verifiedAt, disabledAt }: AlertChannel): boolean =>
  verifiedAt !== null && disabledAt === null;

/** The channel of the own address has the id of the account, so that it is known before there is a row. */
export const ownChannel = ({ id, email, createdAt }: OwnAddress): AlertChannel => ({
  id,
  ownerId: id,
  kind: "own",
  target: email,
  createdAt,
  verifiedAt: createdAt,
  confirmExpiresAt: null,
  secretSeed: null,
  secretHash: null,
  disabledAt: null,
  disabledBy: null,
  failures: 0,
  failingSince: null,
  lastError: null,
  lastDeliveredAt: null,
  lastAnswer: null,
});

export interface OwnAddress {
  /** Of the account. */
  readonly id: string;
  readonly email: string;
  readonly createdAt: Date;
}

/** Makes the row of the own address where there is none. */
export async function ensureOwnChannel(db: Db, own: OwnAddress): Promise<void> {
  await prismaOf(db).alertChannel.createMany({ data: [ownChannel(own)], skipDuplicates: true });
}

/** The channels of an account that have a row, by id. */
export async function storedChannels(db: Db, ownerId: string): Promise<readonly AlertChannel[]> {
  const rows = await prismaOf(db).alertChannel.findMany({
    where: { ownerId },
    orderBy: { id: "asc" },
    select: CHANNEL,
  });
  return rows.map(channelOf);
}

/** By its id, of that account where one is named; or by where it leads. */
export type ChannelName =
  | { readonly id: string; readonly ownerId?: string }
  | { readonly ownerId: string; readonly kind: ChannelKind; readonly target: string };

/** One channel; null where there is none. */
export async function findChannel(db: Db, where: ChannelName): Promise<AlertChannel | null> {
  const row = await prismaOf(db).alertChannel.findFirst({ where, select: CHANNEL });
  return row === null ? null : channelOf(row);
}

export type NewChannel = Pick<AlertChannel, "id" | "ownerId" | "kind" | "target" | "createdAt"> &
  Partial<Pick<AlertChannel, "verifiedAt" | "secretSeed" | "secretHash">>;

export async function insertChannel(db: Db, channel: NewChannel): Promise<void> {
  await prismaOf(db).alertChannel.create({ data: channel });
}

/** Forgets a channel of that account, with the messages that wait for it; false where there is none. */
export async function deleteChannel(db: Db, where: { id: string; ownerId: string }): Promise<boolean> {
  const { count } = await prismaOf(db).alertChannel.deleteMany({ where });
  return count > 0;
}

/** Switches a channel off; false where it was off before. The first moment and reason are kept. */
export async function switchOff(
  db: Db,
  { id, by, now }: { id: string; by: SwitchedOffBy; now: Date },
): Promise<boolean> {
  const { count } = await prismaOf(db).alertChannel.updateMany({
    where: { id, disabledAt: null },
    data: { disabledAt: now, disabledBy: by },
  });
  return count > 0;
}

/** Switches a channel on; what failed before is forgotten. */
export async function switchOn(db: Db, id: string): Promise<void> {
  await prismaOf(db).alertChannel.updateMany({ where: { id }, data: SWITCHED_ON });
}

export const SWITCHED_ON = {
  disabledAt: null,
  disabledBy: null,
  failures: 0,
  failingSince: null,
  lastError: null,
} as const;

/** Gives a webhook another secret. */
export async function changeSecret(
  db: Db,
  { id, ...secret }: { id: string; secretSeed: string; secretHash: string },
): Promise<void> {
  await prismaOf(db).alertChannel.updateMany({ where: { id, kind: "webhook" }, data: secret });
}

const CHANNEL = {
  id: true,
  ownerId: true,
  kind: true,
  target: true,
  createdAt: true,
  verifiedAt: true,
  confirmExpiresAt: true,
  secretSeed: true,
  secretHash: true,
  disabledAt: true,
  disabledBy: true,
  failures: true,
  failingSince: true,
  lastError: true,
  lastDeliveredAt: true,
  lastAnswer: true,
} as const;

type ChannelRow = Omit<AlertChannel, "kind" | "disabledBy"> & {
  readonly kind: string;
  readonly disabledBy: string | null;
};

const channelOf = (row: ChannelRow): AlertChannel => ({
  ...row,
  kind: CHANNEL_KINDS.find(kind => kind === row.kind) ?? "email",
  disabledBy: SWITCHED_OFF_BY.find(by => by === row.disabledBy) ?? null,
});
