import type { RuledOutCause } from "./classification.ts";
import { reason } from "./reasons.ts";
import type { Cause } from "./vocabulary.ts";

/**
 * What a directory refusal of Exchange Online cannot come from: it is given before any filter looks at the mail, and
 * Microsoft has codes of its own for each of these.
 */
export const RULED_OUT_BY_DIRECTORY_REFUSAL: readonly RuledOutCause[] = [
  { cause: "spf_failure", because: reason("has-own-code-there", { codes: "5.7.23" }) },
  { cause: "dkim_failure", because: reason("refused-before-filtering", {}) },
  { cause: "dmarc_failure", because: reason("has-own-code-there", { codes: "5.7.509" }) },
  { cause: "authentication_multiple", because: reason("has-own-code-there", { codes: "4.7.26" }) },
  { cause: "authentication_required_bulk", because: reason("has-own-code-there", { codes: "5.7.515" }) },
  { cause: "reverse_dns", because: reason("has-own-code-there", { codes: "5.7.25" }) },
  { cause: "ip_blocklisted", because: reason("not-tied-to-sending-ip", {}) },
  {
    cause: "ip_blocklisted_private",
    because: reason("has-own-code-there", { codes: "5.7.511, 5.7.606-649" }),
  },
  { cause: "domain_blocklisted", because: reason("has-own-code-there", { codes: "5.7.800" }) },
  { cause: "reputation_low", because: reason("has-own-code-there", { codes: "4.7.500-899" }) },
  { cause: "spam_content", because: reason("refused-before-filtering", {}) },
];

const ABOUT_RECIPIENT: ReadonlySet<Cause> = new Set([
  "recipient_unknown",
  "recipient_disabled",
  "recipient_moved",
  "mailbox_full",
  "recipient_syntax",
  "recipient_ambiguous",
]);
const ABOUT_DOMAIN: ReadonlySet<Cause> = new Set(["domain_not_found", "domain_accepts_no_mail"]);

const USUAL_SUSPECTS: readonly Cause[] = [
  "spf_failure",
  "dkim_failure",
  "dmarc_failure",
  "ip_blocklisted",
  "reputation_low",
  "spam_content",
];

/** What a clear statement about the recipient or the domain leaves no room for. */
export const ruledOutBy = (cause: Cause, probability: number): readonly RuledOutCause[] => {
  if (probability < 0.9) return [];
  if (ABOUT_RECIPIENT.has(cause)) {
    return USUAL_SUSPECTS.map(suspect => ({
      cause: suspect,
      because: reason("reply-is-about-recipient", {}),
    }));
  }
  if (ABOUT_DOMAIN.has(cause)) {
    return USUAL_SUSPECTS.map(suspect => ({ cause: suspect, because: reason("reply-is-about-domain", {}) }));
  }
  return [];
};
