import { defineRules } from "../define-rule.ts";

const COMCAST = "https://postmaster.comcast.net/smtp-error-codes.php";
const SPECTRUM = "https://www.spectrum.net/support/internet/understanding-email-error-codes";
const FACEBOOK = "https://postmaster.facebook.com/response_codes";
const COX = "https://www.cox.com/residential/support/email-error-codes.html";

/** Replies of access providers in North and South America, by their words. */
export const americanProviders = defineRules({
  name: "american-providers",
  providers: ["comcast", "att", "verizon", "charter", "cox", "earthlink", "uol", "terra", "locaweb"],
  tier: "provider-text",
  rules: [
    {
      id: "american-providers/comcast-blocked-for-abuse",
      cause: "ip_blocklisted_private",
      probability: 0.9,
      when: {
        text: [
          /comcast block(?:ed)? for (?:spam|abuse)|\bbl000001\b/i,
          /blocked for (?:spam|abuse).{0,60}comcast/i,
        ],
      },
      distinctive: true,
      source: COMCAST,
      examples: [
        "554 resimta-po-14v.sys.comcast.net comcast 192.0.2.10 Comcast block for spam. Please see https://postmaster.comcast.net/smtp-error-codes.php#BL000001",
      ],
    },
    {
      id: "american-providers/comcast-rate",
      cause: "rate_limited",
      probability: 0.93,
      when: {
        text: /\brl00000\d\b|throttled due to (?:a )?(?:new|reputation|volume)|try again later.{0,80}#rl0/i,
      },
      distinctive: true,
      source: COMCAST,
      examples: [
        "421 resimta-po-26v.sys.comcast.net resimta-po-26v.sys.comcast.net 192.0.2.10 has exceeded the rate; Try again later. Please see https://postmaster.comcast.net/smtp-error-codes.php#RL000003",
      ],
    },
    {
      id: "american-providers/no-ptr",
      cause: "reverse_dns",
      probability: 0.95,
      when: { text: /no ptr|ptr (?:dns )?record|reverse dns|\bptr000001\b|aup#dns/i },
      source: COMCAST,
      examples: [
        "554 resimta-ch2-09v.sys.comcast.net comcast 192.0.2.10 found on no PTR record list. See https://postmaster.comcast.net/smtp-error-codes.php#PTR000001",
      ],
    },
    {
      id: "american-providers/comcast-not-our-customer",
      cause: "recipient_unknown",
      probability: 0.95,
      when: { text: /not our customer|account not available|recipient.{0,20}not our customer/i },
      distinctive: true,
      source: COMCAST,
      examples: [
        "550 5.1.1 Not our Customer",
        "550 5.1.1 Recipient address rejected: <nobody@comcast.net> account not available",
      ],
    },
    {
      id: "american-providers/comcast-dmarc",
      cause: "dmarc_failure",
      probability: 0.94,
      when: { text: /dmarc/i },
      source: COMCAST,
      examples: [
        "550 5.2.0 Message rejected due to DMARC. Please see https://postmaster.comcast.net/smtp-error-codes.php#DM000001",
      ],
    },
    {
      id: "american-providers/comcast-spam-url",
      cause: "spam_content",
      probability: 0.88,
      when: {
        text: /message contains (?:spam|bulk)|#sg0000|\bsg000001\b|spam (?:content|message) rejected/i,
      },
      source: COMCAST,
      examples: [
        "550 5.2.0 Message rejected due to possible spam content. Please see https://postmaster.comcast.net/smtp-error-codes.php#SG000001",
      ],
    },
    {
      id: "american-providers/att-rbl",
      cause: "ip_blocklisted_private",
      probability: 0.94,
      when: {
        text: [
          /abuse_rbl@abuse-att\.net|blocked by sbc:|blocked by (?:att\b|sbc:|bellsouth)/i,
          /dnsrbl.{0,30}att/i,
        ],
      },
      distinctive: true,
      source: "https://www.att.com/esupport/postmaster/",
      examples: [
        "553 5.3.0 flph829 DNSBL:RBL 521< 192.0.2.10 >_is_blocked.For assistance forward this error to abuse_rbl@abuse-att.net",
      ],
    },
    {
      id: "american-providers/att-rbl-form",
      cause: "ip_blocklisted_private",
      probability: 0.93,
      when: { text: /dnsbl:(?:rbl|att|attrbl)|>_is_blocked/i },
      distinctive: true,
      source: "https://www.att.com/esupport/postmaster/",
      examples: ["553 5.3.0 alph757 DNSBL:RBL 521< 192.0.2.10 >_is_blocked"],
    },
    {
      id: "american-providers/spectrum-ip-blocked",
      cause: "ip_blocklisted_private",
      probability: 0.85,
      otherCauses: [{ cause: "reputation_low", probability: 0.12 }],
      when: { text: /\baup#(?:i-|p-|cln-)?(?:1\d{3}|blk|bl)/i },
      distinctive: true,
      source: SPECTRUM,
      examples: [
        "554 p-impin010.msg.pkvw.co.charter.net cmsmtp 192.0.2.10 blocked. For more information, please see AUP#I-1310",
      ],
    },
    {
      id: "american-providers/spectrum-content",
      cause: "spam_content",
      probability: 0.85,
      when: { text: /\baup#(?:content|spm|cxsnd|out-)|content rejected.{0,40}aup/i },
      distinctive: true,
      source: SPECTRUM,
      examples: ["550 5.7.1 Message content rejected as spam. AUP#CXSND"],
    },
    {
      id: "american-providers/cox-rejected-ip",
      cause: "reputation_low",
      probability: 0.8,
      otherCauses: [{ cause: "ip_blocklisted_private", probability: 0.15 }],
      when: {
        text: [
          /cox too many sessions|\bcsi\b.{0,60}cox|cox .{0,80}rejected/i,
          /esmtp (?:not accepted|rejected).{0,60}cox/i,
        ],
      },
      source: COX,
      examples: ["554 eastrmimpi209.cox.net cox 192.0.2.10 rejected - spam reputation"],
    },
    {
      id: "american-providers/access-account-disabled",
      cause: "recipient_disabled",
      probability: 0.92,
      when: {
        text: [
          /account (?:has been |is )?(?:suspended|closed|disabled|deactivated|inactive)/i,
          /conta (?:inativa|suspensa|bloqueada|desativada)/i,
        ],
      },
      source: "observed: replies of access providers",
      examples: ["550 5.2.1 Conta inativa [mx.uol.com.br]"],
    },
    // Facebook's replies carry a letter code before the link.
    {
      id: "american-providers/facebook-no-recipient",
      cause: "recipient_unknown",
      probability: 0.93,
      when: { text: /\brcp-p1\b/i },
      distinctive: true,
      source: FACEBOOK,
      examples: [
        "550 5.1.1 RCP-P1 https://postmaster.facebook.com/response_codes?ip=192.0.2.10#rcp Invalid recipient",
      ],
    },
    {
      id: "american-providers/facebook-recipient-preferences",
      cause: "sender_blocked_by_recipient",
      probability: 0.85,
      otherCauses: [{ cause: "recipient_restricted", probability: 0.12 }],
      when: { text: /\brcp-p\d\b/i },
      distinctive: true,
      source: FACEBOOK,
      examples: [
        "550 5.7.1 RCP-P2 https://postmaster.facebook.com/response_codes?ip=192.0.2.10#rcp Recipient is not accepting mail",
      ],
    },
    {
      id: "american-providers/facebook-recipient-later",
      cause: "receiver_system_error",
      probability: 0.7,
      when: { text: /\brcp-t\d\b/i },
      distinctive: true,
      source: FACEBOOK,
      examples: [
        "451 4.1.1 RCP-T4 https://postmaster.facebook.com/response_codes?ip=192.0.2.10#rcp Recipient temporarily unavailable",
      ],
    },
    {
      id: "american-providers/facebook-names",
      cause: "sender_address_invalid",
      probability: 0.6,
      otherCauses: [{ cause: "reverse_dns", probability: 0.3 }],
      when: { text: /\bdns-[pt]\d\b/i },
      distinctive: true,
      source: FACEBOOK,
      examples: [
        "550 5.1.8 DNS-P1 https://postmaster.facebook.com/response_codes?ip=192.0.2.10#dns SMTP MAIL FROM domain does not exist",
      ],
    },
    {
      id: "american-providers/facebook-policy",
      cause: "policy_rejected",
      probability: 0.7,
      otherCauses: [{ cause: "spam_content", probability: 0.15 }],
      when: { text: /\bpol-p\d\b.{0,20}facebook|\bpol-p\d http/i },
      distinctive: true,
      source: FACEBOOK,
      examples: [
        "550 5.7.1 POL-P6 https://postmaster.facebook.com/response_codes?ip=192.0.2.10#pol Message refused",
      ],
    },
    {
      id: "american-providers/facebook-connection",
      cause: "rate_limited",
      probability: 0.7,
      when: { text: /\b(?:con|pol|prx)-t\d http/i },
      distinctive: true,
      source: FACEBOOK,
      examples: [
        "421 4.7.0 CON-T3 https://postmaster.facebook.com/response_codes?ip=192.0.2.10#con Too much traffic",
      ],
    },
    {
      id: "american-providers/facebook-internal",
      cause: "receiver_system_error",
      probability: 0.9,
      when: { text: /\bint-[pt]\d http/i },
      distinctive: true,
      source: FACEBOOK,
      examples: [
        "451 4.3.0 INT-T2 https://postmaster.facebook.com/response_codes?ip=192.0.2.10#int Internal error",
      ],
    },
    {
      id: "american-providers/facebook-message",
      cause: "message_malformed",
      probability: 0.75,
      when: { text: /\bmsg-p\d http/i },
      distinctive: true,
      source: FACEBOOK,
      examples: [
        "550 5.6.0 MSG-P1 https://postmaster.facebook.com/response_codes?ip=192.0.2.10#msg Invalid message",
      ],
    },
  ],
});
