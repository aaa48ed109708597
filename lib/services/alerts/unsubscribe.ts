import { ensureOwnChannel, findChannel, isOpen, ownChannel, switchOff } from "#lib/db/alert-channels.ts";
import { findUser } from "#lib/db/users.ts";
import type { ServiceContext } from "../context.ts";
import { countMiss, refuseGuesser } from "../limits/spend.ts";
import { readInput } from "../schemas.ts";
import { notFound } from "../service-error.ts";
import { type TokenInput, TokenInput as Token } from "./channels/schemas.ts";
import { readUnsubscribeToken } from "./tokens.ts";

/** What the link in an alert would end. */
export interface Unsubscribing {
  readonly address: string;
  /** Whether alerts are still sent there. */
  readonly gets: boolean;
}

/** Looks at the link of an alert without using it. Null where it is none of ours. Refuses with `limited`. */
export async function lookAtUnsubscribeLink({
  ctx,
  input,
}: {
  ctx: ServiceContext;
  input: TokenInput;
}): Promise<Unsubscribing | null> {
  const channelId = await channelOf(ctx, readInput(Token, input).token);
  if (channelId === null) return null;
  const { db } = ctx.database;
  const channel = await findChannel(db, { id: channelId });
  if (channel !== null) return { address: channel.target, gets: isOpen(channel) };
  const owner = await findUser(db, channelId);
  return owner === null ? null : { address: ownChannel(owner).target, gets: true };
}

/**
 * Ends alerts to the channel of the link, for whoever holds it: without signing in, and any number of times.
 * Refuses with `not-found` or `limited`.
 */
export async function unsubscribe({ ctx, input }: { ctx: ServiceContext; input: TokenInput }): Promise<void> {
  const channelId = await channelOf(ctx, readInput(Token, input).token);
  if (channelId === null) throw notFound("link");
  await ctx.database.transaction(async db => {
    const owner = await findUser(db, channelId);
    if (owner !== null) await ensureOwnChannel(db, owner);
    await switchOff(db, { id: channelId, by: "reader", now: ctx.clock.now() });
  });
}

async function channelOf(ctx: ServiceContext, token: string): Promise<string | null> {
  if (ctx.secret === null) return null;
  await refuseGuesser(ctx);
  const channelId = readUnsubscribeToken(ctx.secret, token);
  if (channelId === null) await countMiss(ctx);
  return channelId;
}
