import { defineRules } from "../define-rule.ts";

const GMX = "https://postmaster.gmx.net/en/error-messages";
const TONLINE = "https://postmaster.t-online.de/";

/** Replies of GMX, web.de, mail.com, IONOS (1&1), Telekom and freenet, by their words. */
export const germanProviders = defineRules({
  name: "german-providers",
  providers: ["gmx", "webde", "mail-com", "ionos", "t-online", "freenet", "vodafone-de", "strato"],
  tier: "provider-text",
  rules: [
    {
      id: "german-providers/gmx-no-reverse-dns",
      cause: "reverse_dns",
      probability: 0.95,
      when: {
        text: [
          /(?:no or bad reverse dns|invalid reverse dns|dynamic ip|bad ptr|no ptr record).{0,80}/i,
          /reverse dns (?:lookup )?fail/i,
        ],
      },
      source: GMX,
      examples: [
        "554-gmx.net (mxgmx115) Nemesis ESMTP Service not available 554-No SMTP service 554-Bad DNS PTR resource record: no ptr record found; see https://postmaster.gmx.net/en/error-messages?ip=192.0.2.10&c=rdns",
      ],
    },
    {
      id: "german-providers/gmx-bad-ptr",
      cause: "reverse_dns",
      probability: 0.95,
      when: { text: /bad dns ptr resource record|&c=rdns\b/i },
      distinctive: true,
      source: GMX,
      examples: [
        "554-Bad DNS PTR resource record. 554 For explanation visit https://postmaster.gmx.net/en/error-messages?ip=192.0.2.10&c=rdns",
      ],
    },
    {
      id: "german-providers/gmx-ip-blocklisted",
      cause: "ip_blocklisted",
      probability: 0.85,
      otherCauses: [{ cause: "reputation_low", probability: 0.12 }],
      when: { text: /ip address is (?:black|block) ?listed|&c=bl\b|black listed/i },
      source: GMX,
      examples: [
        "554-No SMTP service 554-IP address is black listed. 554 For explanation visit https://postmaster.gmx.net/en/error-messages?ip=192.0.2.10&c=bl",
      ],
    },
    {
      id: "german-providers/gmx-dmarc",
      cause: "dmarc_failure",
      probability: 0.94,
      when: { text: /dmarc|&c=(?:dm|auth)\b.{0,5}/i },
      source: GMX,
      examples: [
        "550 Requested action not taken: mailbox unavailable. Reject due to policy restrictions: DMARC policy of the sender. For explanation visit https://postmaster.gmx.net/en/case?c=dmarc",
      ],
    },
    {
      id: "german-providers/gmx-spf",
      cause: "spf_failure",
      probability: 0.94,
      when: { text: /reject due to spf policy|&c=spf\b|spf (?:policy|check)/i },
      source: GMX,
      examples: [
        "550-Requested action not taken: mailbox unavailable 550-Reject due to SPF policy. 550 For explanation visit https://postmaster.gmx.net/en/error-messages?ip=192.0.2.10&c=spf",
      ],
    },
    {
      id: "german-providers/gmx-sender-address",
      cause: "sender_address_invalid",
      probability: 0.92,
      when: {
        text: [
          /sender address is on a (?:black|block)list|sender address has been black|invalid sender/i,
          /sender domain (?:not found|does not)|no (?:valid )?mx.{0,20}sender/i,
        ],
      },
      source: GMX,
      examples: [
        "550-Requested action not taken: mailbox unavailable 550-invalid sender address. 550 For explanation visit https://postmaster.gmx.net/en/error-messages?ip=192.0.2.10&c=sender",
      ],
    },
    {
      id: "german-providers/gmx-policy-restrictions",
      cause: "policy_rejected",
      probability: 0.55,
      otherCauses: [
        { cause: "spam_content", probability: 0.25 },
        { cause: "reputation_low", probability: 0.15 },
      ],
      when: { text: /reject(?:ed)? due to policy restrictions/i },
      source: GMX,
      examples: [
        "554-Transaction failed 554-Reject due to policy restrictions. 554 For explanation visit https://postmaster.gmx.net/en/case?c=r0301&i=ip&v=192.0.2.10",
      ],
    },
    {
      id: "german-providers/gmx-nemesis-try-later",
      cause: "rate_limited",
      probability: 0.75,
      otherCauses: [
        { cause: "greylisted", probability: 0.12 },
        { cause: "receiver_busy", probability: 0.1 },
      ],
      when: {
        text: [
          /nemesis esmtp service not available/i,
          /requested action aborted: local error in processing.{0,200}(?:&c=|please try again)/i,
        ],
      },
      source: GMX,
      examples: [
        "421-gmx.net (mxgmx015) Nemesis ESMTP Service not available 421-Service closing transmission channel 421 For explanation visit https://postmaster.gmx.net/en/error-messages?ip=192.0.2.10&c=hi",
      ],
    },
    {
      id: "german-providers/gmx-spam",
      cause: "spam_content",
      probability: 0.9,
      when: {
        text: [
          /message (?:has been )?(?:identified|classified|rejected) as spam|spam message/i,
          /looks like spam/i,
        ],
      },
      source: GMX,
      examples: [
        "554-Transaction failed 554-Message has been identified as spam. For explanation visit https://postmaster.gmx.net/en/error-messages",
      ],
    },
    {
      id: "german-providers/gmx-unknown-user",
      cause: "recipient_unknown",
      probability: 0.96,
      when: {
        codes: ["5xx"],
        text: /mailbox unavailable|unknown (?:user|recipient)|benutzer unbekannt|user unknown/i,
      },
      source: GMX,
      examples: [
        "550 Requested action not taken: mailbox unavailable For explanation visit https://postmaster.gmx.net/en/error-messages",
        "550 5.1.1 unknown user: nobody@gmx.net; see https://postmaster.gmx.net/en/error-messages",
      ],
    },
    {
      id: "german-providers/gmx-quota",
      cause: "mailbox_full",
      probability: 0.96,
      when: {
        text: /mailbox (?:is )?full|quota exceeded|exceeded storage allocation|postfach (?:ist )?voll/i,
      },
      source: GMX,
      examples: [
        "552-Requested mail action aborted: exceeded storage allocation 552-Quota exceeded. For explanation visit https://postmaster.gmx.net/en/error-messages",
      ],
    },
    {
      id: "german-providers/t-online-unknown",
      cause: "recipient_unknown",
      probability: 0.96,
      when: {
        text: /unknown user; benutzer (?:unbekannt|existiert nicht)/i,
      },
      distinctive: true,
      source: TONLINE,
      examples: ["550-5.1.1 unknown user; Benutzer unbekannt"],
    },
    {
      id: "german-providers/t-online-ip-refused",
      cause: "ip_blocklisted_private",
      probability: 0.8,
      otherCauses: [{ cause: "ip_policy", probability: 0.15 }],
      when: {
        text: [
          /ask your postmaster for help or to contact|tosa@rx\.t-online\.de|fpr@rx\.t-online\.de/i,
          /tobr@rx\.t-online\.de/i,
        ],
      },
      distinctive: true,
      source: TONLINE,
      examples: [
        "554 IP=192.0.2.10 - None/bad reputation. Ask your postmaster for help or to contact tosa@rx.t-online.de for reset. (NOWL)",
        "554 IP=192.0.2.10 - A problem occurred. (Ask your postmaster for help or to contact tosa@rx.t-online.de to clarify.) (BL)",
      ],
    },
    {
      id: "german-providers/t-online-rate",
      cause: "rate_limited",
      probability: 0.9,
      when: {
        text: [
          /too many (?:bad|invalid|unknown) (?:recipients|rcpt)|zu viele (?:verbindungen|empfänger)/i,
          /mail volume|temporarily blocked/i,
        ],
      },
      source: TONLINE,
      examples: ["421 4.7.0 IP=192.0.2.10 temporarily blocked, too many bad recipients [t-online.de]"],
    },
    {
      id: "german-providers/blocked-content",
      cause: "spam_content",
      probability: 0.88,
      when: {
        text: [
          /message rejected.{0,40}spam|e-?mail (?:wurde )?(?:als spam|abgelehnt).{0,40}spam/i,
          /spam(?:my)? content|als spam (?:erkannt|eingestuft|abgelehnt)/i,
        ],
      },
      source: TONLINE,
      examples: ["550-5.7.0 Message considered as spam or virus, rejected; als Spam erkannt [t-online.de]"],
    },
  ],
});
