import { defineRules } from "../define-rule.ts";

const CODES = "https://senders.yahooinc.com/smtp-error-codes/";

/** Replies of Yahoo and AOL Mail, by their words. */
export const yahoo = defineRules({
  name: "yahoo",
  providers: ["yahoo"],
  speaksFor: "yahoo",
  tier: "provider-text",
  rules: [
    {
      id: "yahoo/no-account",
      cause: "recipient_unknown",
      probability: 0.97,
      when: {
        text: [
          /doesn't have an? [a-z0-9.-]{1,80} account|this user doesn't have an? |not a valid mailbox/i,
          /delivery error: dd .{0,60}(?:doesn't have|not a valid)|mailbox not found \(?554\.30/i,
          /sorry, this user/i,
        ],
      },
      distinctive: true,
      source: CODES,
      examples: [
        "554 delivery error: dd This user doesn't have a yahoo.com account (nobody@yahoo.com) [0] - mta1001.mail.ne1.yahoo.com",
        "554 30 Sorry, your message to nobody@aol.com cannot be delivered. This mailbox is not a valid mailbox (554.30).",
      ],
    },
    {
      id: "yahoo/mailbox-disabled",
      cause: "recipient_unknown",
      probability: 0.6,
      otherCauses: [{ cause: "recipient_disabled", probability: 0.36 }],
      when: {
        text: [
          /this mailbox is disabled|mailbox (?:is )?disabled \(554\.30\)|\(554\.30\)/i,
          /account (?:is )?(?:disabled|discontinued)|mailbox unavailable \(554\.30/i,
        ],
      },
      source: CODES,
      examples: [
        "554 30 Sorry, your message to someone@yahoo.com cannot be delivered. This mailbox is disabled (554.30).",
      ],
    },
    {
      id: "yahoo/over-quota",
      cause: "mailbox_full",
      probability: 0.96,
      when: {
        text: [
          /(?:user|account|mailbox) (?:is )?(?:over|has exceeded) (?:its |the )?quota/i,
          /mailbox (?:is )?full|over quota/i,
        ],
      },
      source: CODES,
      examples: ["552 1 Requested mail action aborted, mailbox full: account over quota (#5.2.2)"],
    },
    {
      id: "yahoo/permanently-deferred",
      cause: "reputation_low",
      probability: 0.86,
      otherCauses: [{ cause: "rate_limited", probability: 0.1 }],
      when: { text: /will be permanently deferred|permanently deferred/i },
      distinctive: true,
      source: CODES,
      examples: [
        "421 4.7.1 [TS03] All messages from 192.0.2.10 will be permanently deferred; Retrying will NOT succeed. See https://postmaster.yahooinc.com/error-codes",
      ],
    },
    {
      id: "yahoo/temporarily-deferred",
      cause: "rate_limited",
      probability: 0.85,
      otherCauses: [{ cause: "reputation_low", probability: 0.13 }],
      when: {
        text: [
          /temporarily deferred due to (?:unexpected volume|user complaints|.{0,40}complaints)/i,
          /\[(?:ts0[1-4]|tss0[1-9]|tss1[0-9]|gl01)\]/i,
        ],
      },
      distinctive: true,
      source: CODES,
      examples: [
        "421 4.7.0 [TSS04] Messages from 192.0.2.10 temporarily deferred due to unexpected volume or user complaints - 4.16.55.1; see https://postmaster.yahooinc.com/error-codes",
      ],
    },
    {
      id: "yahoo/spamhaus",
      cause: "ip_blocklisted",
      probability: 0.93,
      when: { text: /\[bl\d{2}\]|connections will not be accepted from/i },
      distinctive: true,
      source: CODES,
      examples: [
        "553 5.7.1 [BL21] Connections will not be accepted from 192.0.2.10, because the ip is in Spamhaus's list; see https://postmaster.yahooinc.com/error-codes",
      ],
    },
    {
      id: "yahoo/phishing",
      cause: "malware_or_phishing",
      probability: 0.9,
      when: { text: /\[ph\d{2}\]/i },
      distinctive: true,
      source: CODES,
      examples: [
        "554 5.7.9 [PH01] Email not accepted for policy reasons. Please visit https://postmaster.yahooinc.com/error-codes",
      ],
    },
    {
      id: "yahoo/policy",
      cause: "dmarc_failure",
      probability: 0.78,
      otherCauses: [
        { cause: "spam_content", probability: 0.08 },
        { cause: "policy_rejected", probability: 0.1 },
      ],
      when: { text: /(?:message|email) not (?:accepted|allowed) for policy reasons/i },
      source: CODES,
      examples: [
        "554 5.7.9 Message not accepted for policy reasons. See https://postmaster.yahooinc.com/error-codes",
      ],
    },
    {
      id: "yahoo/sender-domain-unresolvable",
      cause: "sender_address_invalid",
      probability: 0.94,
      when: {
        text: [
          /(?:mail from|sender|from) domain .{0,80}(?:does not resolve|not resolvable|no soa|valid soa)/i,
          /(?:all|soa) .{0,20}(?:soa )?quer(?:y|ies) (?:failed|for)|unresolvable rfc\.?5321 from domain/i,
          /dns error.{0,30}mail from/i,
        ],
      },
      source: CODES,
      examples: [
        "451 Message temporarily deferred due to unresolvable RFC.5321 from domain; see https://postmaster.yahooinc.com/error-codes",
        "554 5.1.8 The MAIL FROM domain does not resolve (SOA query failed); see https://postmaster.yahooinc.com/error-codes",
      ],
    },
    {
      id: "yahoo/sender-null-mx",
      cause: "sender_address_invalid",
      probability: 0.94,
      when: { text: /(?:sender|mail from|from) (?:address |domain )?(?:has )?(?:a )?null mx/i },
      source: CODES,
      examples: ["550 5.7.27 Sender domain has null MX; see https://postmaster.yahooinc.com/error-codes"],
    },
    {
      id: "yahoo/malformed",
      cause: "message_malformed",
      probability: 0.93,
      when: {
        text: [
          /header (?:is )?too (?:big|large|long)|date (?:header )?.{0,20}out of range/i,
          /undecodable header|header(?:s)? (?:error|cannot be decoded)/i,
          /from header.{0,40}(?:missing|invalid)/i,
        ],
      },
      source: CODES,
      examples: ["554 Message header too big; see https://postmaster.yahooinc.com/error-codes"],
    },
    {
      id: "yahoo/busy",
      cause: "receiver_busy",
      probability: 0.9,
      when: {
        text: [
          /resources temporarily (?:unavailable|not available)|server busy|vs1-in |\[vs\d/i,
          /connection limit/i,
        ],
      },
      source: CODES,
      examples: [
        "451 4.3.2 Resources temporarily unavailable. Please try again later [#4.16.1]. mta4055.mail.bf1.yahoo.com",
      ],
    },
    {
      id: "yahoo/size",
      cause: "message_too_large",
      probability: 0.96,
      when: { text: /message (?:size )?(?:exceeds|too large|is too)|size exceeds/i },
      source: CODES,
      examples: [
        "552 5.3.4 Message size exceeds fixed limit; see https://postmaster.yahooinc.com/error-codes",
      ],
    },
    {
      id: "yahoo/aol-content-codes",
      cause: "spam_content",
      probability: 0.88,
      when: { text: /\((?:hvu|rly|dyn|rtr|cor|con):b\d\)/i },
      distinctive: true,
      source: CODES,
      examples: [
        "521 5.2.1 : (HVU:B1) The URL contained in your email to AOL members has generated a high volume of complaints.",
      ],
    },
    {
      id: "yahoo/rejected-for-content",
      cause: "spam_content",
      probability: 0.85,
      when: {
        text: [
          /content.based block|rejected.{0,30}(?:content|spam)/i,
          /this message (?:looks|appears).{0,20}spam/i,
        ],
      },
      source: CODES,
      examples: [
        "554 Message not delivered: content based block; see https://postmaster.yahooinc.com/error-codes",
      ],
    },
  ],
});
