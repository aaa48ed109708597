import type { AlertChannel } from "#lib/db/alert-channels.ts";
import type { EgressResult } from "#lib/net/egress.ts";
import type { Delivery } from "#lib/mailer/letter.ts";
import { visibleText } from "#lib/values/visible-text.ts";
import { secretHash } from "../../actor.ts";
import type { Sender } from "../../outbox/define-message.ts";
import { webhookSecret } from "../tokens.ts";
import { signWebhook } from "./sign-webhook.ts";
import type { WebhookEvent } from "./webhook-event.ts";
import { WEBHOOK_FAILURES } from "./webhook-failure.ts";

/** Seconds between the attempts: half a minute, 2 and 10 minutes, an hour, six hours. */
const WEBHOOK_PAUSES = [30, 120, 600, 3_600, 21_600];
/** The longest that a receiver may have us wait by `Retry-After`. */
const MOST_RETRY_AFTER = 21_600;
const LIMITS = { maxBytes: 1_024, totalMs: 15_000, cutBody: true };

/** A webhook that says it is gone for good. */
export const GONE = "The webhook says that it is gone for good (410).";

/**
 * Makes one attempt to send an event to a webhook. Any 2xx is a delivery, 410 is final, everything else is tried
 * again; redirects are not followed. The check of the URL is that of the egress, at every attempt.
 */
export async function sendWebhook(
  { house, secret }: Sender,
  channel: AlertChannel,
  event: WebhookEvent,
): Promise<Delivery> {
  const signingSecret = webhookSecret(secret, channel.secretSeed ?? "");
  if (secretHash(signingSecret) !== channel.secretHash) {
    return {
      outcome: "refused",
      reason: "The secret of this installation has changed. Make a new one for it.",
    };
  }
  const body = JSON.stringify(event);
  const result = await house.egress.request(
    new URL(channel.target),
    {
      method: "POST",
      headers: {
        "content-type": "application/json",
        "user-agent": "Mailtriage-Webhook/1",
        "mailtriage-id": event.id,
        "mailtriage-signature": signWebhook(signingSecret, { at: house.clock.now(), body }),
      },
      body: new TextEncoder().encode(body),
    },
    LIMITS,
  );
  return deliveryOf(result, house.clock.now());
}

function deliveryOf(result: EgressResult, now: Date): Delivery {
  const patience = { pauses: WEBHOOK_PAUSES, atLeast: 0 };
  if (!result.ok) return { outcome: "deferred", reason: WEBHOOK_FAILURES[result.failure], patience };
  const { status } = result;
  const answer = answerOf(result);
  if (status >= 200 && status < 300) return { outcome: "sent", answer };
  if (status === 410) return { outcome: "refused", reason: GONE, answer };
  const atLeast = status === 429 || status === 503 ? retryAfter(result.retryAfter, now) : 0;
  return { outcome: "deferred", reason: reasonOf(status), answer, patience: { ...patience, atLeast } };
}

const reasonOf = (status: number): string =>
  status >= 300 && status < 400
    ? `It answered ${status}, a redirect. Redirects are not followed: enter the URL it leads to.`
    : `It answered ${status}.`;

/** Status and the first 1 KB of the body; what would not show is shown. */
function answerOf({ status, body }: Extract<EgressResult, { ok: true }>): string {
  const text = visibleText(new TextDecoder().decode(body), { lines: true });
  return `${status} ${text}`.trim().slice(0, 1_000);
}

/** Seconds of a `Retry-After` (RFC 9110 10.2.3), which is a number or a date; 0 where it is neither. */
function retryAfter(header: string | null | undefined, now: Date): number {
  if (header === null || header === undefined) return 0;
  const seconds = /^\d{1,9}$/u.test(header.trim())
    ? Number(header)
    : (Date.parse(header) - now.getTime()) / 1_000;
  return Number.isNaN(seconds) ? 0 : Math.min(Math.max(0, Math.ceil(seconds)), MOST_RETRY_AFTER);
}
