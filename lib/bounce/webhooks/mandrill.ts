import type { BounceEvent } from "../vocabulary.ts";
import { at, textAt } from "./json-value.ts";
import type { WebhookReader } from "./webhook-reader.ts";
import { webhookReading } from "./webhook-reading.ts";

/** Mailchimp Transactional (Mandrill). */
export const mandrill: WebhookReader = event => {
  const kind = textAt(event, "event");
  const message = at(event, "msg");
  if (kind === null || message === undefined) return null;
  return webhookReading(
    {
      format: "mandrill-webhook",
      event: EVENTS.get(kind) ?? "not_a_bounce",
      recipients: [
        {
          recipient: textAt(message, "email"),
          reason:
            textAt(message, "diag")?.replace(/^\s*smtp\s{0,3};\s*/i, "") ??
            textAt(message, "smtp_events", 0, "diag") ??
            textAt(message, "reject", "reason") ??
            textAt(message, "reject"),
          notice: textAt(message, "bounce_description"),
        },
      ],
      message: {
        from: textAt(message, "sender"),
        messageId: textAt(message, "_id"),
        subject: textAt(message, "subject"),
        sendingIp: textAt(message, "smtp_events", 0, "source_ip"),
      },
    },
    event,
  );
};

const EVENTS: ReadonlyMap<string, BounceEvent> = new Map<string, BounceEvent>([
  ["hard_bounce", "failed"],
  ["soft_bounce", "failed"],
  ["deferral", "delayed"],
  ["reject", "suppressed"],
  ["spam", "complaint"],
  ["delivered", "delivered"],
]);
