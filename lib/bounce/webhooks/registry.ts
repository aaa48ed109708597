import type { BounceReading } from "../failure.ts";
import { amazonSes } from "./amazon-ses.ts";
import { brevo } from "./brevo.ts";
import { mailgun } from "./mailgun.ts";
import { mandrill } from "./mandrill.ts";
import { postmark } from "./postmark.ts";
import { resend } from "./resend.ts";
import { sendGrid } from "./sendgrid.ts";
import { sparkPost } from "./sparkpost.ts";
import type { WebhookReader } from "./webhook-reader.ts";

/** All services in the order of asking: those with unmistakable keys first. */
export const WEBHOOKS: readonly WebhookReader[] = [
  amazonSes,
  resend,
  sparkPost,
  mandrill,
  mailgun,
  postmark,
  sendGrid,
  brevo,
];

/** Reads one event of a sending service; null where no reader knows it. */
export function readWebhook(event: unknown): BounceReading | null {
  for (const reader of WEBHOOKS) {
    const reading = reader(event);
    if (reading !== null) return reading;
  }
  return null;
}
