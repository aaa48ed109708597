import { isOpen } from "#lib/db/alert-channels.ts";
import { fateOfMessage, messageWithKey } from "#lib/db/outbox.ts";
import { MINUTE_MS } from "#lib/values/duration.ts";
import type { ServiceContext } from "../../context.ts";
import { chargeForMailbox, chargeForWork } from "../../limits/charges.ts";
import { spend } from "../../limits/spend.ts";
import { postMessage } from "../../outbox/post.ts";
import { readInput } from "../../schemas.ts";
import { ServiceError } from "../../service-error.ts";
import { testMessage } from "../messages/test-message.ts";
import { storedChannelOf } from "./own-channel.ts";
import { ChannelInput } from "./schemas.ts";

/** Tests closer together than this are one: somebody has pressed twice. */
const APART_MS = 2_000;
/** When nobody is interested in the outcome any more. */
const EXPIRES_MS = 10 * MINUTE_MS;
const LOOK_MS = 250;

/** How a test went, as far as that is known. */
export type TestOutcome =
  | { readonly outcome: "arrived" }
  | { readonly outcome: "failed"; readonly reason: string }
  | { readonly outcome: "on-its-way" };

/**
 * Sends a test to a channel of the account that asks, by a worker like every alert, and waits a little for how it
 * went. Refuses with `unauthenticated`, `not-found`, `conflict` or `limited`.
 */
export async function testChannel({
  ctx,
  input,
  waitMs = 8_000,
}: {
  ctx: ServiceContext;
  input: ChannelInput;
  waitMs?: number;
}): Promise<TestOutcome> {
  const { id } = readInput(ChannelInput, input);
  const now = ctx.clock.now();
  const messageId = await ctx.database.transaction(async db => {
    const channel = await storedChannelOf(ctx, db, id);
    if (!isOpen(channel))
      throw new ServiceError("conflict", "Nothing is sent to this channel at the moment.");
    // Nobody is to be flooded with tests that somebody else has sent.
    const toMailbox = channel.kind === "webhook" ? [] : chargeForMailbox(ctx, channel.target);
    await spend(ctx, db, [...chargeForWork(ctx), ...toMailbox]);
    const dedupeKey = `test ${id} ${Math.floor(now.getTime() / APART_MS)}`;
    await postMessage(ctx, db, {
      message: testMessage,
      payload: { channelId: id, askedAt: now.toISOString() },
      dedupeKey,
      ownerId: channel.ownerId,
      channelId: id,
      expiresAt: new Date(now.getTime() + EXPIRES_MS),
    });
    return messageWithKey(db, dedupeKey);
  });
  return messageId === null ? { outcome: "on-its-way" } : outcomeOf(ctx, messageId, waitMs);
}

async function outcomeOf(ctx: ServiceContext, messageId: string, waitMs: number): Promise<TestOutcome> {
  const until = ctx.clock.monotonic() + waitMs;
  for (;;) {
    const fate = await fateOfMessage(ctx.database.db, messageId);
    if (fate === null || fate.state === "sent") return { outcome: "arrived" };
    if (fate.state === "given-up")
      return { outcome: "failed", reason: fate.lastError ?? "It could not be delivered." };
    if (ctx.clock.monotonic() > until) return { outcome: "on-its-way" };
    await ctx.clock.sleep(LOOK_MS);
  }
}
