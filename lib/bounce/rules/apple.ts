import { defineRules } from "../define-rule.ts";

const POSTMASTER = "https://support.apple.com/102322";

/** Replies of iCloud Mail, by their words. */
export const apple = defineRules({
  name: "apple",
  providers: ["icloud"],
  speaksFor: "icloud",
  tier: "provider-text",
  rules: [
    {
      id: "apple/dmarc-policy",
      cause: "dmarc_failure",
      probability: 0.96,
      when: { text: /(?:rejected|not accepted) due to .{0,260}dmarc policy/i },
      source: POSTMASTER,
      examples: [
        "550 5.7.1 Your message was rejected due to example.org's DMARC policy. See https://support.apple.com/en-us/HT204137 for info",
      ],
    },
    {
      id: "apple/local-policy",
      cause: "spam_content",
      probability: 0.8,
      otherCauses: [{ cause: "reputation_low", probability: 0.16 }],
      when: { text: /\[(?:cs0\d|hm0\d)\]|rejected due to local policy/i },
      source: POSTMASTER,
      examples: [
        "550 5.7.1 [CS01] Message rejected due to local policy. Please visit https://support.apple.com/en-us/HT204137",
        "554 5.7.1 [HM08] Message rejected due to local policy. Please visit https://support.apple.com/en-us/HT204137",
      ],
    },
    {
      id: "apple/spamhaus-dbl",
      cause: "domain_blocklisted",
      probability: 0.94,
      when: { text: /spamhaus dbl|domain present in the spamhaus/i },
      source: POSTMASTER,
      examples: [
        "550 5.7.1 Mail from this sender cannot be accepted: domain present in the Spamhaus DBL. https://support.apple.com/en-us/HT204137",
      ],
    },
    {
      id: "apple/proofpoint-reputation",
      cause: "ip_blocklisted",
      probability: 0.94,
      when: {
        text: [
          /blocked .{0,10}- ?see https?:\/\/(?:support|ipcheck)\.proofpoint\.com/i,
          /blocked.{0,60}ipcheck\.proofpoint\.com/i,
        ],
      },
      source: POSTMASTER,
      examples: ["554 5.7.0 Blocked - see https://ipcheck.proofpoint.com/?ip=192.0.2.10"],
    },
    {
      id: "apple/too-many-errors",
      cause: "rate_limited",
      probability: 0.85,
      when: { text: /too many errors/i },
      source: POSTMASTER,
      examples: ["421 4.7.0 mr85p00im-smtpin001.me.com Error: too many errors"],
    },
    {
      id: "apple/excessive-volume",
      cause: "rate_limited",
      probability: 0.94,
      when: { text: /deferred due to excessive volume/i },
      distinctive: true,
      source: POSTMASTER,
      examples: [
        "421 4.7.1 Messages from 192.0.2.10 are temporarily deferred due to excessive volume. See https://support.apple.com/en-us/HT204137",
      ],
    },
    {
      id: "apple/try-again-later",
      cause: "receiver_busy",
      probability: 0.85,
      otherCauses: [{ cause: "rate_limited", probability: 0.1 }],
      when: { text: /service unavailable - try again later/i },
      source: POSTMASTER,
      examples: ["451 4.7.1 Service unavailable - try again later"],
    },
    {
      id: "apple/inactive-address",
      cause: "recipient_unknown",
      probability: 0.65,
      otherCauses: [{ cause: "recipient_disabled", probability: 0.33 }],
      when: { text: /inactive email address/i },
      source: POSTMASTER,
      examples: ["550 5.1.1 <jane@icloud.com>: inactive email address"],
    },
    {
      id: "apple/unknown-user",
      cause: "recipient_unknown",
      probability: 0.97,
      when: {
        text: /user (?:does not exist|lookup (?:success but )?no user record found)|no user record found/i,
      },
      source: POSTMASTER,
      examples: [
        "550 5.1.1 <nobody@icloud.com>: user does not exist",
        "550 5.1.6 recipient no longer on server: user lookup success but no user record found",
      ],
    },
    {
      id: "apple/over-quota",
      cause: "mailbox_full",
      probability: 0.97,
      when: { text: /user is over ?quota|message delivery failed; user over quota/i },
      source: POSTMASTER,
      examples: ["552 5.2.2 <jane@icloud.com>: user is overquota"],
    },
  ],
});
