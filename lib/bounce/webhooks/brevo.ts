import type { BounceEvent } from "../vocabulary.ts";
import { textAt } from "./json-value.ts";
import type { WebhookReader } from "./webhook-reader.ts";
import { webhookReading } from "./webhook-reading.ts";

/** Brevo (Sendinblue): transactional and marketing webhooks, and its events API in camel case. */
export const brevo: WebhookReader = event => {
  const kind = (textAt(event, "event") ?? "").replace(/([a-z])([A-Z])/g, "$1_$2").toLowerCase();
  const outcome = EVENTS.get(kind);
  if (outcome === undefined || textAt(event, "email") === null) return null;
  const reason = textAt(event, "reason");
  return webhookReading(
    {
      format: "brevo-webhook",
      // A service that did not try has no server's reply to show.
      event: outcome === "suppressed" && /\b[45]\d\d[ -]/.test(reason ?? "") ? "failed" : outcome,
      recipients: [
        { recipient: textAt(event, "email"), reason: reason === "sent" ? null : reason, notice: kind },
      ],
      message: {
        from: textAt(event, "sender_email") ?? textAt(event, "from"),
        messageId: textAt(event, "message-id") ?? textAt(event, "messageId"),
        subject: textAt(event, "subject"),
        sendingIp: textAt(event, "sending_ip"),
        date: textAt(event, "date"),
      },
    },
    event,
  );
};

const EVENTS: ReadonlyMap<string, BounceEvent> = new Map<string, BounceEvent>([
  ["hard_bounce", "failed"],
  ["hard_bounces", "failed"],
  ["soft_bounce", "failed"],
  ["soft_bounces", "failed"],
  ["invalid_email", "failed"],
  ["invalid", "failed"],
  ["error", "failed"],
  ["blocked", "suppressed"],
  ["deferred", "delayed"],
  ["spam", "complaint"],
  ["complaint", "complaint"],
  ["delivered", "delivered"],
  ["unsubscribed", "not_a_bounce"],
  ["unsubscribe", "not_a_bounce"],
]);
