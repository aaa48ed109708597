import type { BounceEvent } from "../vocabulary.ts";
import { at, textAt } from "./json-value.ts";
import type { WebhookReader } from "./webhook-reader.ts";
import { webhookReading } from "./webhook-reading.ts";

/** Postmark's bounce, complaint and delivery webhooks, and the entries of its bounce API. */
export const postmark: WebhookReader = event => {
  const record = textAt(event, "RecordType");
  if (record === null && (textAt(event, "TypeCode") === null || textAt(event, "BouncedAt") === null))
    return null;
  return webhookReading(
    {
      format: "postmark-webhook",
      event: eventOf(record, event),
      recipients: [
        {
          recipient: textAt(event, "Email") ?? textAt(event, "Recipient"),
          reason:
            textAt(event, "Details")?.replace(/^\s*smtp\s{0,3};\s*/i, "") ?? textAt(event, "Description"),
          notice: [textAt(event, "Name"), textAt(event, "Description")]
            .filter(part => part !== null)
            .join(": "),
        },
      ],
      message: {
        from: textAt(event, "From"),
        messageId: textAt(event, "MessageID"),
        subject: textAt(event, "Subject"),
        date: textAt(event, "BouncedAt"),
      },
    },
    event,
  );
};

function eventOf(record: string | null, event: unknown): BounceEvent {
  if (record === "Delivery") return "delivered";
  if (record === "SpamComplaint") return "complaint";
  if (record === "SubscriptionChange")
    return at(event, "SuppressSending") === true ? "suppressed" : "not_a_bounce";
  if (record !== null && record !== "Bounce") return "not_a_bounce";
  return TYPES.get(textAt(event, "Type") ?? "") ?? "failed";
}

/** https://postmarkapp.com/developer/api/bounce-api, "Bounce types". */
const TYPES: ReadonlyMap<string, BounceEvent> = new Map<string, BounceEvent>([
  ["Transient", "delayed"],
  ["AutoResponder", "auto_reply"],
  ["AddressChange", "auto_reply"],
  ["SpamComplaint", "complaint"],
  ["ChallengeVerification", "challenge"],
  ["ManuallyDeactivated", "suppressed"],
  ["InactiveRecipient", "suppressed"],
  ["Unsubscribe", "not_a_bounce"],
  ["Subscribe", "not_a_bounce"],
  ["OpenRelayTest", "not_a_bounce"],
]);
