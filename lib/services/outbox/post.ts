import type { Db } from "#lib/db/handle.ts";
import { insertMessage } from "#lib/db/outbox.ts";
import { deliverJob } from "#lib/jobs/definitions.ts";
import type { House } from "../context.ts";
import type { MessageKind } from "./define-message.ts";

export interface Posting<Payload extends object> {
  readonly message: MessageKind<Payload>;
  readonly payload: Payload;
  /** Two postings with the same key are one. */
  readonly dedupeKey: string;
  /** The account that it is deleted with. */
  readonly ownerId?: string;
  readonly monitorId?: string;
  readonly channelId?: string;
  /** When nobody wants it any more. */
  readonly expiresAt?: Date;
  /** When it may leave; at once where left out. */
  readonly notBefore?: Date;
}

/**
 * Decides to tell somebody something, in the transaction of whatever it is about: the message leaves when that
 * commits and only then. False where the same was posted before.
 */
export async function postMessage<Payload extends object>(
  { queue, clock, newToken }: Pick<House, "queue" | "clock" | "newToken">,
  db: Db,
  { message, payload, dedupeKey, ...more }: Posting<Payload>,
): Promise<boolean> {
  const id = newToken();
  const now = clock.now();
  const due = more.notBefore ?? now;
  const isNew = await insertMessage(db, {
    id,
    kind: message.kind,
    dedupeKey,
    payload: message.payload.parse(payload),
    ownerId: more.ownerId ?? null,
    monitorId: more.monitorId ?? null,
    channelId: more.channelId ?? null,
    expiresAt: more.expiresAt ?? null,
    createdAt: now,
    nextAttemptAt: due,
  });
  if (isNew) await queue.enqueue(db, deliverJob, { messageId: id }, due > now ? { after: due } : undefined);
  return isNew;
}
