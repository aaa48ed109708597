import type { ClaimedMessage } from "#lib/db/outbox.ts";
import { claimMessage, messageDeferred, messageGivenUp, messageSent, nextAttemptAt } from "#lib/db/outbox.ts";
import type { Db } from "#lib/db/handle.ts";
import { deliverJob } from "#lib/jobs/definitions.ts";
import { DatabaseUnavailable } from "#lib/db/unavailable.ts";
import { DELIVERY_MS, type Delivery } from "#lib/mailer/letter.ts";
import { DAY_MS } from "#lib/values/duration.ts";
import { requireWorker } from "../actor.ts";
import type { ServiceContext } from "../context.ts";
import { patiently } from "../patiently.ts";
import type { AnyMessageKind, AttemptFate } from "./define-message.ts";
import { findMessageKind } from "./kinds.ts";

/** Seconds to the next attempt after the first, second, ... one. The last is repeated. */
const PAUSES = [10, 30, 120, 600, 1_800, 3_600, 10_800, 21_600];
const PATIENCE_MS = 3 * DAY_MS;

/** What an attempt led to; reasons are for the operator. */
export type MessageFate =
  | { readonly outcome: "sent" }
  | { readonly outcome: "deferred" | "given-up"; readonly reason: string }
  /** It has left or was given up before, or somebody else is at it. */
  | { readonly outcome: "nothing-to-do" };

/**
 * Makes one attempt to deliver a message. May be called any number of times and by several workers at once:
 * one attempt is made at a time. A message that cannot leave now gets another job. For workers only.
 */
export async function deliverMessage({
  ctx,
  input,
}: {
  ctx: ServiceContext;
  input: { readonly messageId: string };
}): Promise<MessageFate> {
  requireWorker(ctx.actor, "deliver messages");
  const id = input.messageId;
  const now = ctx.clock.now();
  const until = new Date(now.getTime() + DELIVERY_MS);
  const message = await claimMessage(ctx.database.db, { id, now, until });
  if (message === null) return comeBack(ctx, id, now);
  const kind = findMessageKind(message.kind);
  return settle(ctx, { message, kind, delivery: await attempt(ctx, message, kind) });
}

/** Somebody else has the message, or had it and died: this job comes back when that is certain. */
async function comeBack(ctx: ServiceContext, id: string, now: Date): Promise<MessageFate> {
  const due = await nextAttemptAt(ctx.database.db, id);
  if (due === null || due <= now) return { outcome: "nothing-to-do" };
  await ctx.queue.enqueue(ctx.database.db, deliverJob, { messageId: id }, { after: due });
  return { outcome: "nothing-to-do" };
}

async function attempt(
  ctx: ServiceContext,
  message: ClaimedMessage,
  kind: AnyMessageKind | null,
): Promise<Delivery> {
  if (message.expiresAt !== null && message.expiresAt <= ctx.clock.now()) {
    return { outcome: "refused", reason: "It could not be delivered while it was still wanted." };
  }
  // A newer version may have written it: workers are replaced one after the other.
  if (kind === null) return { outcome: "deferred", reason: `This worker knows no “${message.kind}”.` };
  if (ctx.secret === null) return { outcome: "deferred", reason: "AUTH_SECRET is not set on this worker." };
  try {
    return await kind.deliverStored(message.payload, message.id, { house: ctx, secret: ctx.secret });
  } catch (error) {
    if (error instanceof DatabaseUnavailable) throw error;
    return { outcome: "deferred", reason: String(error) };
  }
}

interface Attempt {
  readonly message: ClaimedMessage;
  /** Null where this worker does not know it. */
  readonly kind: AnyMessageKind | null;
  readonly delivery: Delivery;
}

async function settle(ctx: ServiceContext, { message, kind, delivery }: Attempt): Promise<MessageFate> {
  const { id } = message;
  const now = ctx.clock.now();
  const answer = delivery.answer ?? null;
  const note = async (db: Db, fate: AttemptFate) => kind?.settleStored(ctx, db, message.payload, fate);
  if (delivery.outcome === "sent") {
    // What has left must be noted, or it would leave again.
    await patiently(ctx, () =>
      ctx.database.transaction(async db => {
        await messageSent(db, { id, now });
        await note(db, { outcome: "sent", answer });
      }),
    );
    return { outcome: "sent" };
  }
  const { reason } = delivery;
  const next = delivery.outcome === "deferred" ? nextAttempt(message, delivery, now) : null;
  if (next === null) {
    const outcome = delivery.outcome === "unwanted" ? "dropped" : "lost";
    await ctx.database.transaction(async db => {
      await messageGivenUp(db, { id, now, reason });
      await note(db, { outcome, reason, answer });
    });
    return { outcome: "given-up", reason };
  }
  await ctx.database.transaction(async db => {
    await messageDeferred(db, { id, next, reason });
    await note(db, { outcome: "deferred", reason, answer });
    await ctx.queue.enqueue(db, deliverJob, { messageId: id }, { after: next });
  });
  return { outcome: "deferred", reason };
}

/** When to try again; null where that is not worth it any more. */
function nextAttempt(
  { attempts, expiresAt, createdAt }: ClaimedMessage,
  { patience }: Extract<Delivery, { outcome: "deferred" }>,
  now: Date,
): Date | null {
  const pause = patience === undefined ? pauseAfter(attempts) : patience.pauses[attempts - 1];
  if (pause === undefined) return null;
  const next = new Date(now.getTime() + Math.max(pause, patience?.atLeast ?? 0) * 1_000);
  const last = expiresAt ?? new Date(createdAt.getTime() + PATIENCE_MS);
  return next > last ? null : next;
}

const pauseAfter = (attempts: number): number => PAUSES[attempts - 1] ?? PAUSES.at(-1) ?? 0;
