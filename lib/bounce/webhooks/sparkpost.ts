import type { BounceEvent } from "../vocabulary.ts";
import { at, textAt } from "./json-value.ts";
import type { WebhookReader } from "./webhook-reader.ts";
import { webhookReading } from "./webhook-reading.ts";

/** SparkPost (Bird): webhook batches and the entries of its events API. */
export const sparkPost: WebhookReader = envelope => {
  const event = at(envelope, "msys", "message_event") ?? at(envelope, "msys", "gen_event") ?? envelope;
  const kind = textAt(event, "type");
  const ours =
    at(envelope, "msys") !== undefined ||
    textAt(event, "raw_reason") !== null ||
    at(event, "bounce_class") !== undefined;
  if (kind === null || !ours) return null;
  return webhookReading(
    {
      format: "sparkpost-webhook",
      event: eventOf(kind, event),
      recipients: [
        {
          recipient: textAt(event, "rcpt_to") ?? textAt(event, "raw_rcpt_to"),
          reason: textAt(event, "raw_reason") ?? textAt(event, "reason"),
          code: textAt(event, "error_code"),
          remoteIp: textAt(event, "ip_address"),
          notice: noticeOf(textAt(event, "bounce_class")),
        },
      ],
      message: {
        from: textAt(event, "friendly_from"),
        mailFrom: textAt(event, "msg_from"),
        sendingIp: textAt(event, "sending_ip"),
        messageId: textAt(event, "message_id"),
        subject: textAt(event, "subject"),
      },
    },
    event,
  );
};

/** The class is a bare number; in words it can be told from other numbers. */
const noticeOf = (bounceClass: string | null): string | null =>
  bounceClass === null ? null : `bounce class ${bounceClass}`;

function eventOf(kind: string, event: unknown): BounceEvent {
  if (kind === "spam_complaint") return "complaint";
  if (kind === "delivery") return "delivered";
  if (kind === "delay") return "delayed";
  if (!FAILURES.has(kind)) return "not_a_bounce";
  const byClass = CLASSES.get(textAt(event, "bounce_class") ?? "");
  if (byClass !== undefined) return byClass;
  return /suppress/i.test(textAt(event, "raw_reason") ?? textAt(event, "reason") ?? "")
    ? "suppressed"
    : "failed";
}

const FAILURES: ReadonlySet<string> = new Set([
  "bounce",
  "out_of_band",
  "policy_rejection",
  "generation_failure",
  "generation_rejection",
]);

/** Bounce classes that are no failures: auto-reply, (un)subscribe, challenge-response. */
const CLASSES: ReadonlyMap<string, BounceEvent> = new Map<string, BounceEvent>([
  ["60", "auto_reply"],
  ["80", "not_a_bounce"],
  ["90", "not_a_bounce"],
  ["100", "challenge"],
]);
