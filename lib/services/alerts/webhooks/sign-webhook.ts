import { createHmac } from "node:crypto";

/**
 * The value of `Mailtriage-Signature`: the moment of sending, in seconds, and HMAC-SHA256 over it, a full stop
 * and the body as it is sent. A receiver refuses what is older than a few minutes, so that nobody can play a
 * message again later.
 */
export function signWebhook(
  secret: string,
  { at, body }: { readonly at: Date; readonly body: string },
): string {
  const seconds = Math.floor(at.getTime() / 1_000);
  return `t=${seconds},v1=${createHmac("sha256", secret).update(`${seconds}.${body}`).digest("hex")}`;
}
