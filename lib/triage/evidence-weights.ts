import type { ReasonCode } from "#lib/bounce/reasons.ts";
import type { Cause } from "#lib/bounce/vocabulary.ts";

/**
 * How what DNS says moves the causes that a reply leaves open. Microsoft's directory refusal has a table of its own
 * (lib/bounce/rank-541.ts). What is not in a table moves nothing.
 */
type Table = { readonly [Code in ReasonCode]?: { readonly [Name in Cause]?: number } };

/** Multiplies the share of a cause that the reply named. Above 1 it speaks for the cause, below 1 against it. */
export const WEIGHTS: Table = {
  "mx-is-remote": { stale_route: 0.05 },
  "mx-same-provider": { stale_route: 0.3 },
  "mx-is-microsoft": { stale_route: 0.3 },
  "domain-takes-mail": { domain_not_found: 0.2, domain_accepts_no_mail: 0.2, no_route: 0.7 },
  "domain-does-not-exist": { domain_not_found: 5, no_route: 1.5, dns_failure: 1.2 },
  "domain-takes-no-mail": { domain_accepts_no_mail: 5, domain_not_found: 1.5, no_route: 1.5 },
  "domain-has-no-server": { domain_not_found: 4, no_route: 2 },
  "spf-passes": { spf_failure: 0.15, authentication_multiple: 0.3, authentication_required_bulk: 0.7 },
  "spf-fails": {
    spf_failure: 4,
    authentication_multiple: 3,
    authentication_required_bulk: 2,
    dmarc_failure: 1.3,
  },
  "spf-missing": { spf_failure: 4, authentication_multiple: 3, authentication_required_bulk: 3 },
  "spf-broken": {
    spf_failure: 4,
    authentication_multiple: 3,
    authentication_required_bulk: 2,
    dmarc_failure: 1.3,
  },
  "not-signed": { dkim_failure: 2, authentication_multiple: 2, authentication_required_bulk: 2 },
  "key-missing": { dkim_failure: 4, authentication_multiple: 2 },
  "key-unusable": { dkim_failure: 4, authentication_multiple: 2 },
  "key-usable": { dkim_failure: 0.6, authentication_multiple: 0.6 },
  "dmarc-cannot-pass": { dmarc_failure: 4, authentication_required_bulk: 2 },
  "dmarc-can-pass": { dmarc_failure: 0.4 },
  "dmarc-asks-for": { dmarc_failure: 1.5 },
  "dmarc-asks-nothing": { dmarc_failure: 0.5 },
  "ip-listed": { ip_blocklisted: 4, ip_blocklisted_private: 1.2, reputation_low: 1.3 },
  "ip-not-listed": { ip_blocklisted: 0.6 },
  "domain-listed": { domain_blocklisted: 4, reputation_low: 1.3, spam_content: 1.2 },
  "domain-not-listed": { domain_blocklisted: 0.7 },
  "reverse-missing": { reverse_dns: 4 },
  "reverse-unconfirmed": { reverse_dns: 3 },
  "reverse-confirmed": { reverse_dns: 0.2 },
  "return-path-takes-no-mail": { sender_address_invalid: 4 },
  "return-path-takes-mail": { sender_address_invalid: 0.3 },
  "internal-mail-works": { recipient_unknown: 0.2, mailbox_full: 0.2, recipient_disabled: 0.2 },
  "recipient-answers-mail": { recipient_unknown: 0.2, recipient_disabled: 0.2 },
  "user-sent-it": { forged_sender: 0.05 },
  "user-did-not-send-it": { forged_sender: 5 },
};

/** Facts that bring a cause in whatever the reply says, by the share they add. */
export const RAISES: Table = {
  "mx-is-not-microsoft": { stale_route: 3 },
  "mx-elsewhere": { stale_route: 3 },
  "mx-other-entrance": { stale_route: 2 },
  "domain-does-not-exist": { domain_not_found: 6 },
  "domain-takes-no-mail": { domain_accepts_no_mail: 6 },
  "domain-has-no-server": { domain_not_found: 4 },
  "user-did-not-send-it": { forged_sender: 3 },
};

/** Replies that leave room for a fact about the route or the domain. "Mailbox full" does not. */
const ABOUT_ADDRESS_OR_WAY: ReadonlySet<Cause> = new Set([
  "recipient_unknown",
  "recipient_not_in_edge_directory",
  "stale_route",
  "recipient_disabled",
  "recipient_moved",
  "relay_denied",
  "domain_not_found",
  "domain_accepts_no_mail",
  "accepted_domain_problem",
  "no_route",
  "dns_failure",
  "host_unreachable",
  "network_error",
  "routing_loop",
  "delivery_expired",
  "receiver_not_accepting",
  "unknown",
]);

/** Causes that are only raised where the reply itself is about something of the kind. */
export const RAISED_BESIDE: { readonly [Name in Cause]?: ReadonlySet<Cause> } = {
  stale_route: ABOUT_ADDRESS_OR_WAY,
  domain_not_found: ABOUT_ADDRESS_OR_WAY,
  domain_accepts_no_mail: ABOUT_ADDRESS_OR_WAY,
};

/**
 * Facts that fill what a vague reply leaves open, by the part of the remainder that they take. A definite reply leaves
 * little, so that they move nothing there.
 */
export const FILLS: Table = {
  "spf-fails": { spf_failure: 0.3 },
  "spf-missing": { spf_failure: 0.3 },
  "spf-broken": { spf_failure: 0.3 },
  "dmarc-cannot-pass": { dmarc_failure: 0.3 },
  "ip-listed": { ip_blocklisted: 0.6 },
  "domain-listed": { domain_blocklisted: 0.5 },
  "reverse-missing": { reverse_dns: 0.3 },
  "reverse-unconfirmed": { reverse_dns: 0.15 },
  "return-path-takes-no-mail": { sender_address_invalid: 0.2 },
};

/** Causes so vague that what DNS says may be behind them. */
export const VAGUE: ReadonlySet<Cause> = new Set([
  "policy_rejected",
  "reputation_low",
  "spam_content",
  "content_rejected",
  "receiver_system_error",
  "unknown",
]);
