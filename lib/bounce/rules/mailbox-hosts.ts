import { defineRules } from "../define-rule.ts";

const ZOHO = "https://www.zoho.com/mail/help/bounce-messages.html";
const CLOUDFLARE = "https://developers.cloudflare.com/email-routing/postmaster/";
const GODADDY = "https://www.godaddy.com/help/what-does-my-email-bounceback-mean-3568";

/** Replies of smaller mailbox, hosting and forwarding services, by their words. */
export const mailboxHosts = defineRules({
  name: "mailbox-hosts",
  providers: [
    "zoho-mail",
    "fastmail",
    "proton",
    "rackspace-email",
    "godaddy",
    "namecheap",
    "opensrs",
    "titan",
    "mxroute",
    "migadu",
    "one-com",
    "hostinger",
    "cloudflare-routing",
    "improvmx",
    "forwardemail",
    "simplelogin",
    "pobox",
    "siteground",
    "dreamhost",
    "workmail",
    "tuta",
    "posteo",
    "mailbox-org",
    "networksolutions",
  ],
  tier: "provider-text",
  rules: [
    {
      id: "mailbox-hosts/zoho-destination-block-rule",
      cause: "sender_blocked_by_recipient",
      probability: 0.93,
      when: { text: /mail rejected by destination domain/i },
      distinctive: true,
      source: ZOHO,
      examples: [
        "541 5.4.1 Mail rejected by destination domain",
        "541 5.4.1 Mail rejected by destination domain - mx.zoho.com",
      ],
    },
    {
      id: "mailbox-hosts/zoho-invalid-recipient",
      cause: "recipient_unknown",
      probability: 0.95,
      when: { text: /invalid (?:email )?recipients?|relaying issues - mail recipient|user does not exist/i },
      source: ZOHO,
      examples: ["553 5.1.1 Relaying disallowed. Invalid recipient(s), user does not exist [mx.zoho.com]"],
    },
    {
      id: "mailbox-hosts/zoho-relaying",
      cause: "relay_denied",
      probability: 0.85,
      when: { text: /relaying (?:disallowed|issues)/i },
      source: ZOHO,
      examples: ["553 Relaying disallowed as user@example.org [smtp.zoho.com]"],
    },
    {
      id: "mailbox-hosts/cloudmark-reputation",
      cause: "reputation_low",
      probability: 0.95,
      when: {
        text: /(?:poor|bad|low) reputation on cloudmark/i,
      },
      distinctive: true,
      source: "https://csi.cloudmark.com/en/reset/",
      examples: [
        "554 Connection refused. 192.0.2.10 has a poor reputation on Cloudmark Sender Intelligence (CSI). Please visit http://csi.cloudmark.com/reset-request/?ip=192.0.2.10 to request a delisting.",
      ],
    },
    {
      id: "mailbox-hosts/zoho-unusual-activity",
      cause: "sending_account_blocked",
      probability: 0.95,
      when: {
        text: [
          /unusual sending activity detected/i,
          /outgoing (?:e?mail )?(?:has been )?blocked.{0,60}(?:zoho|unblock)/i,
        ],
      },
      distinctive: true,
      source: ZOHO,
      examples: ["550 5.4.6 Unusual sending activity detected. Please try after sometime"],
    },
    {
      id: "mailbox-hosts/zoho-quota",
      cause: "mailbox_full",
      probability: 0.95,
      when: { text: /storage (?:quota|limit)|mailbox (?:is )?full|quota (?:exceeded|full)/i },
      source: ZOHO,
      examples: ["552 5.2.2 Storage quota full for the user [mx.zoho.com]"],
    },
    {
      id: "mailbox-hosts/zoho-policy",
      cause: "policy_rejected",
      probability: 0.6,
      otherCauses: [
        { cause: "spam_content", probability: 0.2 },
        { cause: "policy_rule_recipient", probability: 0.15 },
      ],
      when: { text: /email policy violation|message rejected as it (?:violates|contains)/i },
      source: ZOHO,
      examples: ["554 5.7.1 Email policy violation detected [mx.zoho.eu]"],
    },
    {
      id: "mailbox-hosts/zoho-ip-blocked",
      cause: "ip_blocklisted_private",
      probability: 0.85,
      when: {
        text: [
          /your ip (?:address )?(?:\S{1,50} )?(?:is |has been )?(?:blocked|blacklisted) .{0,40}zoho/i,
          /zoho.{0,60}ip.{0,30}blocked/i,
        ],
      },
      source: ZOHO,
      examples: ["554 5.7.1 Your IP 192.0.2.10 is blocked by Zoho, see https://www.zoho.com/mail/help"],
    },
    {
      id: "mailbox-hosts/cloudflare-upstream",
      cause: "receiver_system_error",
      probability: 0.6,
      otherCauses: [{ cause: "forwarding_target_dead", probability: 0.3 }],
      when: { text: /upstream error/i },
      source: CLOUDFLARE,
      party: "recipient",
      examples: [
        "421 4.3.0 Upstream error, please check https://developers.cloudflare.com/email-routing/postmaster for possible reasons why. AbCdEf",
      ],
    },
    {
      id: "mailbox-hosts/cloudflare-unauthenticated",
      cause: "authentication_multiple",
      probability: 0.92,
      when: { text: /unauthenticated email|(?:spf|dkim).{0,60}(?:cloudflare|email-routing)/i },
      source: CLOUDFLARE,
      examples: [
        "550 5.7.26 Unauthenticated email from example.org is not accepted; see https://developers.cloudflare.com/email-routing/postmaster",
      ],
    },
    {
      id: "mailbox-hosts/cloudflare-address-not-allowed",
      cause: "recipient_unknown",
      probability: 0.92,
      when: {
        text: [
          /address does not exist|(?:mailbox|address) not allowed/i,
          /recipient (?:address )?(?:does not exist|not found)/i,
        ],
      },
      source: CLOUDFLARE,
      examples: ["550 5.1.1 Address does not exist. [route1.mx.cloudflare.net]"],
    },
    {
      id: "mailbox-hosts/cloudflare-blocklist",
      cause: "ip_blocklisted",
      probability: 0.88,
      when: { text: /found on one or more rbls|\(?abusixip\)?|found on .{0,30}rbls? ?\(/i },
      distinctive: true,
      source: CLOUDFLARE,
      examples: [
        "554 5.7.1 Your IP address 192.0.2.10 was found on one or more RBLs (abusixip). Refer to https://developers.cloudflare.com/email-routing/postmaster/#spam-and-abusive-traffic",
      ],
    },
    {
      id: "mailbox-hosts/godaddy-ib-limits",
      cause: "rate_limited",
      probability: 0.8,
      otherCauses: [{ cause: "too_many_connections", probability: 0.15 }],
      when: {
        text: [
          /\bib(?:007|101|103|504|705|008)\b/i,
          /too many (?:concurrent )?(?:connections|sessions|invalid recipients).{0,60}secureserver/i,
        ],
      },
      distinctive: true,
      source: GODADDY,
      examples: [
        "421 4.7.1 p3plibsmtp01-07.prod.phx3.secureserver.net Temporarily rejected. Too many sessions from 192.0.2.10. <http://x.co/srbounce> IB007",
      ],
    },
    {
      id: "mailbox-hosts/godaddy-ib-blocklist",
      cause: "ip_blocklisted_private",
      probability: 0.82,
      otherCauses: [{ cause: "ip_blocklisted", probability: 0.14 }],
      when: {
        text: [
          /\bib(?:10[02468]|11[0-9]|2\d\d)\b|unifiedlayer.{0,40}blocked/i,
          /x\.co\/(?:srbounce|rlbounce|irbounce)|connection refused\. .{0,80}secureserver/i,
        ],
      },
      distinctive: true,
      source: GODADDY,
      examples: [
        "554 5.7.1 p3plibsmtp01-07.prod.phx3.secureserver.net bizsmtp Connection refused. 192.0.2.10 has a poor reputation; <http://x.co/rlbounce>",
      ],
    },
    {
      id: "mailbox-hosts/godaddy-ib-content",
      cause: "spam_content",
      probability: 0.8,
      when: {
        text: [
          /\bib(?:21[0-9]|6\d\d|703|704)\b/i,
          /this message has been rejected due to content judged to be spam by the internet community/i,
        ],
      },
      distinctive: true,
      source: GODADDY,
      examples: [
        "552 5.2.0 This message has been rejected due to content judged to be spam by the internet community. IB703",
      ],
    },
    {
      id: "mailbox-hosts/ses-inbound-no-rule",
      cause: "recipient_unknown",
      probability: 0.75,
      when: {
        text: /requested action not taken: mailbox unavailable.{0,40}amazon|no matching receipt rule/i,
      },
      source: "https://docs.aws.amazon.com/ses/latest/dg/receiving-email.html",
      examples: [
        "550 5.1.1 Requested action not taken: mailbox unavailable [inbound-smtp.us-east-1.amazonaws.com]",
      ],
    },
  ],
});
