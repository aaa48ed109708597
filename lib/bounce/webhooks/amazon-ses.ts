import type { BounceReading, QuotedMessage } from "../failure.ts";
import type { BounceEvent } from "../vocabulary.ts";
import { at, listAt, textAt } from "./json-value.ts";
import type { WebhookReader } from "./webhook-reader.ts";
import { type WebhookRecipient, webhookReading } from "./webhook-reading.ts";

/** Amazon SES: notifications and event publishing, bare, in an SNS envelope (JSON within JSON), or from EventBridge. */
export const amazonSes: WebhookReader = envelope => {
  const notification = openEnvelope(envelope);
  const kind = textAt(notification, "notificationType") ?? textAt(notification, "eventType");
  if (kind === null || at(notification, "mail") === undefined) return null;
  const format = "ses-webhook";
  const base = { format, message: sentMail(notification) };
  const reading = (
    event: BounceEvent,
    recipients: readonly WebhookRecipient[],
    reportingMta: string | null = null,
  ): BounceReading => webhookReading({ ...base, event, recipients, reportingMta }, notification);
  switch (kind) {
    case "Bounce":
      return reading(
        bounceEvent(notification),
        bouncedRecipients(notification),
        textAt(notification, "bounce", "reportingMTA"),
      );
    case "DeliveryDelay":
      return reading(
        "delayed",
        delayedRecipients(notification),
        textAt(notification, "deliveryDelay", "reportingMTA"),
      );
    case "Reject":
    case "Rendering Failure":
      return reading("failed", refusedBySes(notification));
    case "Complaint":
      return reading("complaint", []);
    case "Delivery":
      return reading("delivered", []);
    default:
      return reading("not_a_bounce", []);
  }
};

/** SNS puts the notification into "Message" as text; EventBridge into "detail". */
function openEnvelope(envelope: unknown): unknown {
  const message = textAt(envelope, "Message") ?? textAt(envelope, "Sns", "Message");
  if (message?.startsWith("{") === true) return parseOrNull(message);
  return at(envelope, "detail") ?? envelope;
}

function parseOrNull(text: string): unknown {
  try {
    const value: unknown = JSON.parse(text);
    return value;
  } catch {
    return null;
  }
}

const bounceEvent = (notification: unknown): BounceEvent =>
  /suppress|unsubscribed/i.test(textAt(notification, "bounce", "bounceSubType") ?? "")
    ? "suppressed"
    : "failed";

const bouncedRecipients = (notification: unknown): readonly WebhookRecipient[] =>
  listAt(notification, "bounce", "bouncedRecipients").map(recipient => ({
    recipient: textAt(recipient, "emailAddress"),
    reason: withoutType(textAt(recipient, "diagnosticCode")),
    status: textAt(recipient, "status"),
    remoteIp: textAt(notification, "bounce", "remoteMtaIp"),
    notice: [textAt(notification, "bounce", "bounceType"), textAt(notification, "bounce", "bounceSubType")]
      .filter(part => part !== null)
      .join(" "),
  }));

const delayedRecipients = (notification: unknown): readonly WebhookRecipient[] =>
  listAt(notification, "deliveryDelay", "delayedRecipients").map(recipient => ({
    recipient: textAt(recipient, "emailAddress"),
    reason: withoutType(textAt(recipient, "diagnosticCode")),
    status: textAt(recipient, "status"),
    notice: textAt(notification, "deliveryDelay", "delayType"),
  }));

const refusedBySes = (notification: unknown): readonly WebhookRecipient[] =>
  listAt(notification, "mail", "destination").map(address => ({
    recipient: typeof address === "string" ? address : null,
    reason: textAt(notification, "reject", "reason") ?? textAt(notification, "failure", "errorMessage"),
  }));

const withoutType = (diagnostic: string | null): string | null =>
  diagnostic?.replace(/^\s*smtp\s{0,3};\s*/i, "") ?? null;

const sentMail = (notification: unknown): Partial<QuotedMessage> => ({
  from: textAt(notification, "mail", "commonHeaders", "from", 0),
  mailFrom: textAt(notification, "mail", "source"),
  to: listAt(notification, "mail", "destination").filter(address => typeof address === "string"),
  messageId:
    textAt(notification, "mail", "commonHeaders", "messageId") ?? textAt(notification, "mail", "messageId"),
  subject: textAt(notification, "mail", "commonHeaders", "subject"),
  date: textAt(notification, "mail", "timestamp"),
});
