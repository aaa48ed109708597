import {
  type AlertChannel,
  ensureOwnChannel,
  findChannel,
  storedChannels,
  ownChannel,
} from "#lib/db/alert-channels.ts";
import type { Db } from "#lib/db/handle.ts";
import { findUser } from "#lib/db/users.ts";
import { accountOf } from "../../actor.ts";
import type { ServiceContext } from "../../context.ts";
import { notFound, unauthenticated } from "../../service-error.ts";

/** All channels of the account that asks: its own address first, which needs no row to exist. */
export async function channelsOfAccount(ctx: ServiceContext): Promise<readonly AlertChannel[]> {
  const { db } = ctx.database;
  const owner = await findUser(db, accountOf(ctx.actor).userId);
  if (owner === null) throw unauthenticated();
  const stored = await storedChannels(db, owner.id);
  const own = stored.find(({ kind }) => kind === "own") ?? ownChannel(owner);
  const others = stored.filter(({ kind }) => kind !== "own");
  return [own, ...others.toSorted((one, other) => one.createdAt.getTime() - other.createdAt.getTime())];
}

/** One channel of the account that asks, with a row. Refuses with `not-found`. */
export async function storedChannelOf(ctx: ServiceContext, db: Db, id: string): Promise<AlertChannel> {
  const ownerId = accountOf(ctx.actor).userId;
  if (id === ownerId) {
    const owner = await findUser(db, ownerId);
    if (owner !== null) await ensureOwnChannel(db, owner);
  }
  const channel = await findChannel(db, { id, ownerId });
  if (channel === null) throw notFound("channel");
  return channel;
}
