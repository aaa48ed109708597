import { defineRules } from "../define-rule.ts";

const POSTMASTER = "https://olc.protection.outlook.com/pm/troubleshooting";

/** Replies of the consumer service (outlook.com, hotmail.com, live.com, msn.com), by their words. */
export const outlookCom = defineRules({
  name: "outlook-com",
  providers: ["outlook-consumer"],
  speaksFor: "outlook-consumer",
  tier: "provider-text",
  rules: [
    {
      id: "outlook-com/block-list",
      cause: "ip_blocklisted_private",
      probability: 0.96,
      when: { text: /part of their network is on our block list|\((?:s3140|s3150)\)/i },
      distinctive: true,
      source: POSTMASTER,
      examples: [
        "550 5.7.1 Unfortunately, messages from [192.0.2.10] weren't sent. Please contact your Internet service provider since part of their network is on our block list (S3150). You can also refer your provider to http://mail.live.com/mail/troubleshooting.aspx#errors.",
        "550 5.7.1 Messages from [192.0.2.10] weren't sent (S3140) [DB5EUR02FT011.eop-EUR02.prod.protection.outlook.com]",
      ],
    },
    {
      id: "outlook-com/domain-in-spamhaus",
      cause: "domain_blocklisted",
      probability: 0.95,
      when: { text: /\((?:s8001|s8002)\)|(?:helo|mailfrom|mail from) domain .{0,90}listed in spamhaus/i },
      distinctive: true,
      source: POSTMASTER,
      examples: [
        "550 5.7.1 Helo domain mail.example.org is listed in Spamhaus. To request removal from this list see https://www.spamhaus.org/lookup/ (S8001)",
      ],
    },
    {
      id: "outlook-com/rate-limited-for-reputation",
      cause: "rate_limited",
      probability: 0.86,
      otherCauses: [{ cause: "reputation_low", probability: 0.12 }],
      when: { text: /temporarily rate limited due to ip reputation|\((?:s775|s843|s844|s3114)\)/i },
      distinctive: true,
      source: POSTMASTER,
      examples: [
        "451 4.7.651 The mail server [192.0.2.10] has been temporarily rate limited due to IP reputation. For e-mail delivery information see https://postmaster.live.com (S843)",
      ],
    },
    {
      id: "outlook-com/connection-limits",
      cause: "rate_limited",
      probability: 0.93,
      when: { text: /\brp-00[1-3]\b/i },
      distinctive: true,
      source: POSTMASTER,
      examples: [
        "421 RP-001 The mail server IP connecting to Outlook.com server has exceeded the rate limit allowed.",
        "421 RP-002 (BAY004-MC1F1) Unfortunately, some messages from 192.0.2.10 weren't sent.",
        "421 RP-003 The mail server IP has exceeded the connection limit allowed.",
      ],
    },
    {
      id: "outlook-com/content",
      cause: "spam_content",
      probability: 0.8,
      otherCauses: [{ cause: "reputation_low", probability: 0.15 }],
      when: { text: /\bsc-001\b/i },
      distinctive: true,
      source: POSTMASTER,
      examples: ["550 SC-001 Mail rejected by Outlook.com for policy reasons."],
    },
    {
      id: "outlook-com/namespace-mining",
      cause: "reputation_low",
      probability: 0.92,
      when: { text: /\bsc-002\b|namespace mining/i },
      distinctive: true,
      source: POSTMASTER,
      examples: [
        "550 SC-002 Mail rejected by Outlook.com for policy reasons. The mail server IP connecting has exhibited namespace mining behavior.",
      ],
    },
    {
      id: "outlook-com/open-relay-or-complaints",
      cause: "ip_blocklisted_private",
      probability: 0.93,
      when: { text: /\b(?:sc-003|sc-004)\b/i },
      distinctive: true,
      source: POSTMASTER,
      examples: [
        "550 SC-003 Mail rejected by Outlook.com for policy reasons. Your IP address appears to be an open proxy/relay.",
        "550 SC-004 Mail rejected by Outlook.com for policy reasons. A block has been placed against your IP address because we have received complaints.",
      ],
    },
    {
      id: "outlook-com/dynamic-ip",
      cause: "ip_policy",
      probability: 0.94,
      when: { text: /\bdy-00[12]\b|policy reasons.{0,80}dynamic ip/i },
      distinctive: true,
      source: POSTMASTER,
      examples: [
        "550 DY-001 Mail rejected by Outlook.com for policy reasons. We generally do not accept email from dynamic IP's as they are not typically used to deliver unauthenticated SMTP email.",
      ],
    },
    {
      id: "outlook-com/content-or-reputation",
      cause: "spam_content",
      probability: 0.5,
      otherCauses: [{ cause: "reputation_low", probability: 0.45 }],
      when: { text: /\bou-00[12]\b|content with spam-like characteristics/i },
      distinctive: true,
      source: POSTMASTER,
      examples: [
        "550 OU-002 Mail rejected by Outlook.com for policy reasons. Reasons for rejection may be related to content with spam-like characteristics or IP/domain reputation.",
      ],
    },
    {
      id: "outlook-com/mailbox-unavailable",
      cause: "recipient_unknown",
      probability: 0.92,
      otherCauses: [{ cause: "recipient_disabled", probability: 0.06 }],
      when: { codes: ["5xx"], text: /requested action not taken: mailbox unavailable|mailbox unavailable/i },
      source:
        "https://learn.microsoft.com/en-us/exchange/troubleshoot/email-delivery/ndr/non-delivery-reports-in-exchange-online",
      examples: ["550 5.5.0 Requested action not taken: mailbox unavailable (S2017062302)."],
    },
    {
      id: "outlook-com/account-over-quota",
      cause: "mailbox_full",
      probability: 0.96,
      when: { text: /mailbox (?:is )?full|over (?:its )?quota|storage (?:is )?full/i },
      source: POSTMASTER,
      examples: ["552 5.2.2 Mailbox full"],
    },
    {
      id: "outlook-com/too-many-connections",
      cause: "too_many_connections",
      probability: 0.92,
      when: { text: /(?:exceeded|too many) (?:the |concurrent )?connection/i },
      source: POSTMASTER,
      examples: [
        "421 4.3.2 The maximum number of concurrent server connections has exceeded a per-source limit; too many connections",
      ],
    },
  ],
});
