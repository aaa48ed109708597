import type { BounceEvent } from "../vocabulary.ts";
import { listAt, textAt } from "./json-value.ts";
import type { WebhookReader } from "./webhook-reader.ts";
import { webhookReading } from "./webhook-reading.ts";

/** Resend, which sends through Amazon SES and keeps its classes. */
export const resend: WebhookReader = event => {
  const kind = /^email\.(\w+)$/.exec(textAt(event, "type") ?? "")?.[1];
  if (kind === undefined) return null;
  const suppressed = /suppress/i.test(textAt(event, "data", "bounce", "subType") ?? "");
  const reason =
    textAt(event, "data", "bounce", "diagnosticCode") ??
    textAt(event, "data", "bounce", "diagnosticCode", 0) ??
    textAt(event, "data", "bounce", "message") ??
    textAt(event, "data", "failed", "reason") ??
    textAt(event, "data", "suppressed", "message") ??
    textAt(event, "data", "delivery_delayed", "message");
  return webhookReading(
    {
      format: "resend-webhook",
      event: suppressed ? "suppressed" : (EVENTS.get(kind) ?? "not_a_bounce"),
      recipients: listAt(event, "data", "to").map(address => ({
        recipient: typeof address === "string" ? address : null,
        reason: reason?.replace(/^\s*smtp\s{0,3};\s*/i, "") ?? null,
        notice: [textAt(event, "data", "bounce", "type"), textAt(event, "data", "bounce", "subType")]
          .filter(part => part !== null)
          .join(" "),
      })),
      message: {
        from: textAt(event, "data", "from"),
        messageId: textAt(event, "data", "message_id") ?? textAt(event, "data", "email_id"),
        subject: textAt(event, "data", "subject"),
        date: textAt(event, "created_at"),
      },
    },
    event,
  );
};

const EVENTS: ReadonlyMap<string, BounceEvent> = new Map<string, BounceEvent>([
  ["bounced", "failed"],
  ["failed", "failed"],
  ["delivery_delayed", "delayed"],
  ["suppressed", "suppressed"],
  ["complained", "complaint"],
  ["delivered", "delivered"],
]);
