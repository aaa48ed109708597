import type { EgressFailure } from "#lib/net/egress.ts";

/** Why nothing arrived at a webhook, in a sentence for its owner. */
export const WEBHOOK_FAILURES: Readonly<Record<EgressFailure, string>> = {
  "forbidden-url":
    "This URL cannot be used: https on port 443 with a public host name is needed, without a name or password in it.",
  "dns-failed": "Its name could not be looked up.",
  "no-address": "Its name has no address.",
  "forbidden-address":
    "Its name leads to an address that is not on the public Internet. Nothing is sent there.",
  "connect-failed": "No connection could be made.",
  timeout: "It did not answer in time.",
  "tls-name-mismatch": "Its certificate is for another name.",
  "tls-untrusted": "Its certificate is not from an authority that browsers trust.",
  "tls-expired": "Its certificate is out of date.",
  "tls-failed": "No encrypted connection could be made.",
  "too-large": "Its answer is too large.",
  "bad-response": "Its answer is not HTTP.",
};
