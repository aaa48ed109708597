import type { BounceEvent } from "../vocabulary.ts";
import { at, textAt } from "./json-value.ts";
import type { WebhookReader } from "./webhook-reader.ts";
import { webhookReading } from "./webhook-reading.ts";

/** Twilio SendGrid's event webhook, and its bounce lists. "dropped": SendGrid did not try. */
export const sendGrid: WebhookReader = event => {
  const kind = textAt(event, "event");
  const ours =
    at(event, "sg_event_id") !== undefined ||
    at(event, "sg_message_id") !== undefined ||
    at(event, "smtp-id") !== undefined;
  if (kind === null || !ours || textAt(event, "email") === null) return null;
  return webhookReading(
    {
      format: "sendgrid-webhook",
      event: EVENTS.get(kind) ?? "not_a_bounce",
      recipients: [
        {
          recipient: textAt(event, "email"),
          reason: textAt(event, "reason") ?? textAt(event, "response"),
          status: textAt(event, "status"),
          notice: textAt(event, "bounce_classification") ?? textAt(event, "type"),
        },
      ],
      message: {
        messageId: textAt(event, "smtp-id") ?? textAt(event, "sg_message_id"),
        sendingIp: kind === "dropped" ? null : textAt(event, "ip"),
        from: textAt(event, "from"),
        subject: textAt(event, "subject"),
      },
    },
    event,
  );
};

const EVENTS: ReadonlyMap<string, BounceEvent> = new Map<string, BounceEvent>([
  ["bounce", "failed"],
  ["blocked", "failed"],
  ["dropped", "suppressed"],
  ["deferred", "delayed"],
  ["delivered", "delivered"],
  ["spamreport", "complaint"],
]);
