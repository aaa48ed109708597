import type { BounceEvent } from "../vocabulary.ts";
import { at, listAt, textAt } from "./json-value.ts";
import type { WebhookReader } from "./webhook-reader.ts";
import { webhookReading } from "./webhook-reading.ts";

/** Mailgun's webhooks ("event-data") and the items of its events API. */
export const mailgun: WebhookReader = envelope => {
  const event = at(envelope, "event-data") ?? envelope;
  const kind = textAt(event, "event");
  const status = at(event, "delivery-status");
  if (kind === null || (status === undefined && at(envelope, "event-data") === undefined)) return null;
  return webhookReading(
    {
      format: "mailgun-webhook",
      event: eventOf(kind, event),
      recipients: [
        {
          recipient: textAt(event, "recipient"),
          reason:
            [textAt(status, "message"), textAt(status, "description")].find(
              text => text !== null && text !== "",
            ) ?? null,
          code: textAt(status, "code"),
          enhanced: textAt(status, "enhanced-code"),
          remoteMta: textAt(status, "mx-host"),
          notice: textAt(event, "reason"),
        },
      ],
      message: {
        from: textAt(event, "message", "headers", "from"),
        mailFrom: textAt(event, "envelope", "sender"),
        to: [textAt(event, "message", "headers", "to")].filter(address => address !== null),
        sendingIp: textAt(event, "envelope", "sending-ip"),
        messageId: textAt(event, "message", "headers", "message-id"),
        subject: textAt(event, "message", "headers", "subject"),
      },
    },
    event,
  );
};

function eventOf(kind: string, event: unknown): BounceEvent {
  if (kind === "complained") return "complaint";
  if (kind === "delivered") return "delivered";
  if (kind !== "failed" && kind !== "rejected" && kind !== "bounced" && kind !== "dropped")
    return "not_a_bounce";
  const reason = textAt(event, "reason") ?? "";
  const flags = listAt(event, "flags", "is-suppressed");
  if (/suppress|unsubscribe|complaint/.test(reason) || flags.length > 0) return "suppressed";
  return textAt(event, "severity") === "temporary" ? "delayed" : "failed";
}
