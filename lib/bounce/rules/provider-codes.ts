import { defineRules } from "../define-rule.ts";

const GOOGLE = "https://support.google.com/a/answer/3726730";
const YAHOO = "https://senders.yahooinc.com/smtp-error-codes/";
const APPLE = "https://support.apple.com/102322";

/** What Google means by its codes, for replies whose words no rule knows. */
export const googleCodes = defineRules({
  name: "provider-codes",
  providers: ["google-workspace", "gmail"],
  tier: "enhanced-status",
  rules: [
    {
      id: "provider-codes/google-4.2.1",
      cause: "recipient_rate_limited",
      probability: 0.85,
      when: { enhanced: ["4.2.1"] },
      source: GOOGLE,
      examples: ["450 4.2.1 Sorry. - gsmtp"],
    },
    {
      id: "provider-codes/google-5.2.1",
      cause: "recipient_disabled",
      probability: 0.8,
      otherCauses: [{ cause: "recipient_rate_limited", probability: 0.18 }],
      when: { enhanced: ["5.2.1"] },
      source: GOOGLE,
      examples: ["550 5.2.1 Sorry. - gsmtp"],
    },
    {
      id: "provider-codes/google-full",
      cause: "mailbox_full",
      probability: 0.95,
      when: { enhanced: ["4.2.2", "5.2.2"] },
      source: GOOGLE,
      examples: ["552 5.2.2 Sorry. - gsmtp"],
    },
    {
      id: "provider-codes/google-4.3.0",
      cause: "receiver_system_error",
      probability: 0.8,
      when: { enhanced: ["4.3.0"] },
      source: GOOGLE,
      examples: ["421 4.3.0 Sorry. - gsmtp"],
    },
    {
      id: "provider-codes/google-4.7.0",
      cause: "rate_limited",
      probability: 0.45,
      otherCauses: [
        { cause: "reputation_low", probability: 0.3 },
        { cause: "tls_failure", probability: 0.1 },
      ],
      when: { enhanced: ["4.7.0"] },
      source: GOOGLE,
      examples: ["421 4.7.0 Sorry. - gsmtp"],
    },
    {
      id: "provider-codes/google-quota",
      cause: "sending_quota",
      probability: 0.92,
      when: { enhanced: ["5.4.5", "4.4.5"] },
      source: GOOGLE,
      examples: ["550 5.4.5 Sorry. - gsmtp"],
    },
    {
      id: "provider-codes/google-4.4.2",
      cause: "host_unreachable",
      probability: 0.75,
      otherCauses: [{ cause: "network_error", probability: 0.2 }],
      when: { enhanced: ["4.4.2"] },
      source: GOOGLE,
      examples: ["451 4.4.2 Sorry. - gsmtp"],
    },
    {
      id: "provider-codes/google-reverse-dns",
      cause: "reverse_dns",
      probability: 0.93,
      when: { enhanced: ["4.7.23", "5.7.25", "4.7.25"] },
      source: GOOGLE,
      examples: ["550 5.7.25 Sorry. - gsmtp"],
    },
    {
      id: "provider-codes/google-spf",
      cause: "spf_failure",
      probability: 0.93,
      when: { enhanced: ["4.7.24", "5.7.24", "4.7.27", "5.7.27"] },
      source: GOOGLE,
      examples: ["550 5.7.27 Sorry. - gsmtp"],
    },
    {
      id: "provider-codes/google-authentication",
      cause: "authentication_multiple",
      probability: 0.6,
      otherCauses: [
        { cause: "dmarc_failure", probability: 0.28 },
        { cause: "spf_failure", probability: 0.1 },
      ],
      when: { enhanced: ["5.7.26", "4.7.26"] },
      source: GOOGLE,
      examples: ["550 5.7.26 Sorry. - gsmtp"],
    },
    {
      id: "provider-codes/google-unusual-rate",
      cause: "rate_limited",
      probability: 0.88,
      when: { enhanced: ["4.7.28", "5.7.28"] },
      source: GOOGLE,
      examples: ["421 4.7.28 Sorry. - gsmtp"],
    },
    {
      id: "provider-codes/google-tls",
      cause: "tls_failure",
      probability: 0.93,
      party: "sender_admin",
      when: { enhanced: ["4.7.29", "5.7.29"] },
      source: GOOGLE,
      examples: ["550 5.7.29 Sorry. - gsmtp"],
    },
    {
      id: "provider-codes/google-dkim",
      cause: "dkim_failure",
      probability: 0.93,
      when: { enhanced: ["4.7.30", "5.7.30"] },
      source: GOOGLE,
      examples: ["550 5.7.30 Sorry. - gsmtp"],
    },
    {
      id: "provider-codes/google-dmarc",
      cause: "dmarc_failure",
      probability: 0.93,
      when: { enhanced: ["4.7.32", "5.7.32", "4.7.40", "5.7.40"] },
      source: GOOGLE,
      examples: ["421 5.7.32 Sorry. - gsmtp", "504 5.7.40 Sorry. - gsmtp"],
    },
    {
      id: "provider-codes/google-5.7.0",
      cause: "attachment_policy",
      probability: 0.75,
      otherCauses: [{ cause: "policy_rejected", probability: 0.15 }],
      when: { codes: [552], enhanced: ["5.7.0"] },
      source: GOOGLE,
      examples: ["552 5.7.0 Sorry. - gsmtp"],
    },
    {
      id: "provider-codes/google-5.7.1",
      cause: "spam_content",
      probability: 0.5,
      otherCauses: [
        { cause: "reputation_low", probability: 0.2 },
        { cause: "policy_rule_recipient", probability: 0.12 },
      ],
      when: { enhanced: ["5.7.1"] },
      source: GOOGLE,
      examples: ["550 5.7.1 Sorry. - gsmtp"],
    },
    {
      id: "provider-codes/google-5.7.14",
      cause: "smtp_auth_required",
      probability: 0.92,
      when: { enhanced: ["5.7.14"] },
      source: GOOGLE,
      examples: ["534 5.7.14 Sorry. - gsmtp"],
    },
  ],
});

/** What Yahoo means by its codes, for replies whose words no rule knows. */
export const yahooCodes = defineRules({
  name: "provider-codes",
  providers: ["yahoo"],
  tier: "enhanced-status",
  rules: [
    {
      id: "provider-codes/yahoo-4.7",
      cause: "rate_limited",
      probability: 0.75,
      otherCauses: [{ cause: "reputation_low", probability: 0.2 }],
      when: { enhanced: ["4.7.0", "4.7.1"] },
      source: YAHOO,
      examples: ["421 4.7.0 Sorry. See https://postmaster.yahooinc.com/error-codes"],
    },
    {
      id: "provider-codes/yahoo-5.7.9",
      cause: "dmarc_failure",
      probability: 0.75,
      otherCauses: [{ cause: "policy_rejected", probability: 0.15 }],
      when: { enhanced: ["5.7.9"] },
      source: YAHOO,
      examples: ["554 5.7.9 Sorry. See https://postmaster.yahooinc.com/error-codes"],
    },
    {
      id: "provider-codes/yahoo-554",
      cause: "recipient_unknown",
      probability: 0.55,
      otherCauses: [{ cause: "policy_rejected", probability: 0.2 }],
      when: { codes: [554], text: /\bdd\b|\b554\.30\b|^554 30\b/i },
      source: YAHOO,
      examples: ["554 delivery error: dd Sorry. See https://postmaster.yahooinc.com/error-codes"],
    },
  ],
});

/** What iCloud means by its codes, for replies whose words no rule knows. */
export const appleCodes = defineRules({
  name: "provider-codes",
  providers: ["icloud"],
  tier: "enhanced-status",
  rules: [
    {
      id: "provider-codes/apple-4.7",
      cause: "rate_limited",
      probability: 0.8,
      when: { enhanced: ["4.7.0", "4.7.1"] },
      source: APPLE,
      examples: ["421 4.7.1 Sorry"],
    },
    {
      id: "provider-codes/apple-5.7.1",
      cause: "spam_content",
      probability: 0.65,
      otherCauses: [
        { cause: "policy_rejected", probability: 0.15 },
        { cause: "reputation_low", probability: 0.12 },
      ],
      when: { enhanced: ["5.7.1"] },
      source: APPLE,
      examples: ["550 5.7.1 Sorry"],
    },
  ],
});

/** Zoho's own use of 541, whose IANA meaning ("no answer from host") it does not have. */
export const zohoCodes = defineRules({
  name: "provider-codes",
  providers: ["zoho-mail"],
  tier: "enhanced-status",
  rules: [
    {
      id: "provider-codes/zoho-541",
      cause: "sender_blocked_by_recipient",
      probability: 0.85,
      when: { codes: [541], enhanced: ["5.4.1"] },
      source: "https://www.zoho.com/mail/help/bounce-messages.html",
      examples: ["541 5.4.1 Sorry"],
    },
  ],
});
