import { createHmac, timingSafeEqual } from "node:crypto";

/**
 * Tokens that follow from the secret of the installation: no table holds them, and each is for one purpose.
 */
const derived = (secret: string, purpose: string): string =>
  createHmac("sha256", secret).update(purpose).digest("base64url");

/** The token of the link that asks an address whether it wants alerts. The table holds its hash. */
export const confirmToken = (secret: string, requestId: string): string =>
  derived(secret, `confirm address ${requestId}`);

/** The token that ends alerts to one channel. It stays good: old mails have to be able to end them too. */
export const unsubscribeToken = (secret: string, channelId: string): string =>
  `${channelId}.${derived(secret, `unsubscribe ${channelId}`)}`;

/** The channel that a token ends alerts to; null where it is none of ours. */
export function readUnsubscribeToken(secret: string, token: string): string | null {
  const channelId = /^([0-9A-Za-z]{22})\./u.exec(token)?.[1];
  if (channelId === undefined) return null;
  const [given, right] = [token, unsubscribeToken(secret, channelId)].map(text => Buffer.from(text));
  if (given === undefined || right === undefined || given.length !== right.length) return null;
  return timingSafeEqual(given, right) ? channelId : null;
}

/** What a webhook is signed with: 256 bits that its owner is shown once. The table holds the seed alone. */
export const webhookSecret = (secret: string, seed: string): string =>
  `whsec_${derived(secret, `webhook ${seed}`)}`;
