import { type AlertChannel, findChannel, isOpen } from "#lib/db/alert-channels.ts";
import type { Delivery } from "#lib/mailer/letter.ts";
import { type LetterPart, writeLetter } from "#lib/mailer/write-letter.ts";
import type { Sender } from "../outbox/define-message.ts";
import { stopParts, unsubscribeHeaders } from "./letters/unsubscribe-parts.ts";
import { sendWebhook } from "./webhooks/send-webhook.ts";
import type { WebhookEvent } from "./webhooks/webhook-event.ts";

/** What is told to a channel: words for people, an event for programs. */
export interface Telling {
  readonly subject: string;
  readonly parts: readonly LetterPart[];
  readonly event: WebhookEvent;
}

/** One attempt to tell a channel something. `tell` answers null where there is nothing to tell any more. */
export async function deliverToChannel(
  sender: Sender,
  { channelId, messageId }: { readonly channelId: string; readonly messageId: string },
  tell: (channel: AlertChannel) => Promise<Telling | null>,
): Promise<Delivery> {
  const { house, secret } = sender;
  const channel = await findChannel(house.database.db, { id: channelId });
  if (channel === null || !isOpen(channel)) {
    return { outcome: "unwanted", reason: "This channel was switched off before it could leave." };
  }
  const telling = await tell(channel);
  if (telling === null) return { outcome: "unwanted", reason: "There was nothing left to tell." };
  if (channel.kind === "webhook") return sendWebhook(sender, channel, telling.event);
  const to = { secret, site: house.site, channel };
  const letter = writeLetter({
    to: channel.target,
    subject: telling.subject,
    parts: [...telling.parts, ...stopParts(to)],
    headers: unsubscribeHeaders(to),
  });
  return house.mailer.deliver(letter, messageId);
}
