import { defineRules } from "../define-rule.ts";

const CODES = "https://support.google.com/a/answer/3726730";
const SENDERS = "https://support.google.com/mail/answer/81126";

/** Replies of Gmail and Google Workspace, by their words. */
export const google = defineRules({
  name: "google",
  providers: ["google-workspace", "gmail"],
  speaksFor: "google-workspace",
  tier: "provider-text",
  rules: [
    {
      id: "google/recipient-rate",
      cause: "recipient_rate_limited",
      probability: 0.95,
      permanence: "temporary",
      when: {
        text: [
          /trying to contact is receiving (?:e?mail|email) (?:too quickly|at a rate)/i,
          /receiving (?:e?mail|email) (?:too quickly|at a rate)/i,
        ],
      },
      distinctive: true,
      source: CODES,
      examples: [
        "450-4.2.1 The user you are trying to contact is receiving email too quickly. Please resend your message at a later time. - gsmtp",
        "550-5.2.1 The user you are trying to contact is receiving mail at a rate that prevents additional messages from being delivered. - gsmtp",
      ],
    },
    {
      id: "google/relay-limit",
      cause: "sending_quota",
      probability: 0.95,
      when: {
        text: [
          /smtp relay limit exceeded|daily (?:user )?sending (?:limit|quota) exceeded/i,
          /daily smtp relay sending limit|reached a limit for sending mail/i,
        ],
      },
      distinctive: true,
      source: CODES,
      examples: [
        "450 4.2.1 Peak SMTP relay limit exceeded for customer. This is a temporary error. - gsmtp",
        "550 5.4.5 Daily user sending limit exceeded. For more information on Gmail sending limits go to https://support.google.com/a/answer/166852 - gsmtp",
        "550 5.4.5 Daily sending limit exceeded",
      ],
    },
    {
      id: "google/full-and-inactive",
      cause: "mailbox_full",
      probability: 0.93,
      otherCauses: [{ cause: "recipient_disabled", probability: 0.06 }],
      when: { text: /out of storage space(?: and inactive)|over quota and inactive/i },
      distinctive: true,
      source: CODES,
      examples: [
        "552-5.2.2 The recipient's inbox is out of storage space and inactive. Please direct the recipient to https://support.google.com/mail/?p=OverQuotaPerm - gsmtp",
      ],
    },
    {
      id: "google/full",
      cause: "mailbox_full",
      probability: 0.97,
      when: { text: /inbox is out of storage space|account that you tried to reach is over quota/i },
      distinctive: true,
      source: CODES,
      examples: [
        "452-4.2.2 The recipient's inbox is out of storage space. Please direct the recipient to https://support.google.com/mail/?p=OverQuotaTemp - gsmtp",
        "552-5.2.2 The email account that you tried to reach is over quota. - gsmtp",
      ],
    },
    {
      id: "google/does-not-exist",
      cause: "recipient_unknown",
      probability: 0.98,
      when: { text: /account that you tried to reach does not exist|no such user - (?:gsmtp|gcdp|psmtp)/i },
      distinctive: true,
      source: CODES,
      examples: [
        "550-5.1.1 The email account that you tried to reach does not exist. Please try double-checking the recipient's email address for typos or unnecessary spaces. For more information, go to https://support.google.com/mail/?p=NoSuchUser - gsmtp",
        "550 5.1.1 No such user - gsmtp",
      ],
    },
    {
      id: "google/disabled",
      cause: "recipient_disabled",
      probability: 0.97,
      when: {
        text: [
          /account that you tried to reach is (?:inactive|disabled)|mailbox (?:is )?inactive/i,
          /account .{0,40}(?:is|has been) disabled/i,
        ],
      },
      source: CODES,
      examples: [
        "550-5.2.1 The email account that you tried to reach is inactive. For more information, go to https://support.google.com/mail/?p=DisabledUser - gsmtp",
        "550 5.2.1 The email account that you tried to reach is disabled. - gsmtp",
      ],
    },
    {
      id: "google/unsupported-multi-domain",
      cause: "protocol_error",
      probability: 0.93,
      when: { text: /multiple destination domains per transaction/i },
      distinctive: true,
      source: CODES,
      examples: [
        "451 4.3.0 Multiple destination domains per transaction is unsupported. Please try again. - gsmtp",
      ],
    },
    {
      id: "google/whitelist-only",
      cause: "policy_rejected",
      probability: 0.88,
      party: "recipient_admin",
      when: { text: /ip not in whitelist for rcpt domain/i },
      distinctive: true,
      source: CODES,
      examples: ["421 4.7.0 IP not in whitelist for RCPT domain, closing connection. - gsmtp"],
    },
    {
      id: "google/tls-required",
      cause: "tls_failure",
      probability: 0.95,
      party: "sender_admin",
      when: {
        text: [
          /tls required for rcpt domain|not (?:been )?sent over (?:a )?(?:secure )?tls/i,
          /must (?:use|issue a) starttls/i,
        ],
      },
      source: CODES,
      examples: [
        "421 4.7.0 TLS required for RCPT domain, closing connection. - gsmtp",
        "550 5.7.29 Your email has been blocked because it was not sent over TLS. - gsmtp",
        "530 5.7.0 Must issue a STARTTLS command first. - gsmtp",
      ],
    },
    {
      id: "google/no-ptr",
      cause: "reverse_dns",
      probability: 0.97,
      when: {
        text: [
          /does not have a ptr record|ptr record.{0,80}(?:does not match|hostname)/i,
          /forward dns entry does not (?:point|match)/i,
          /does not meet ipv6 sending guidelines regarding ptr/i,
        ],
      },
      distinctive: true,
      source: CODES,
      examples: [
        "550-5.7.25 [192.0.2.10] The IP address sending this message does not have a PTR record setup, or the corresponding forward DNS entry does not point to the sending IP. - gsmtp",
        "550-5.7.1 [2001:db8::25] Our system has detected that this message does not meet IPv6 sending guidelines regarding PTR records and authentication. - gsmtp",
      ],
    },
    {
      id: "google/spf-suspicious",
      cause: "spf_failure",
      probability: 0.93,
      when: { text: /spf record .{0,60}suspicious entries/i },
      distinctive: true,
      source: CODES,
      examples: [
        "550 5.7.24 The SPF record of the sending domain has one or more suspicious entries. - gsmtp",
      ],
    },
    {
      id: "google/authentication-dns",
      cause: "dns_failure",
      probability: 0.9,
      party: "sender_admin",
      when: {
        text: [
          /temporary dns failures?.{0,60}authenticat/i,
          /dns (?:failure|error)s?.{0,80}(?:dmarc|authenticat)/i,
        ],
      },
      distinctive: true,
      source: CODES,
      examples: [
        "451 4.7.26 Unauthenticated email from example.org is not accepted due to temporary DNS failures that prevent authentication. - gsmtp",
      ],
    },
    {
      id: "google/dmarc-policy",
      cause: "dmarc_failure",
      probability: 0.98,
      when: {
        text: [
          /not accepted due to domain's dmarc policy/i,
          /unauthenticated email from .{1,260} is not accepted due to/i,
        ],
      },
      distinctive: true,
      source: CODES,
      examples: [
        "550-5.7.26 Unauthenticated email from example.org is not accepted due to domain's DMARC policy. Please contact the administrator of example.org domain if this was a legitimate mail. - gsmtp",
      ],
    },
    {
      id: "google/spf-hard-fail",
      cause: "spf_failure",
      probability: 0.96,
      when: { text: /spf record with a hard fail policy/i },
      distinctive: true,
      source: CODES,
      examples: [
        "550-5.7.26 The MAIL FROM domain [example.org] has an SPF record with a hard fail policy (-all) but it fails to pass SPF checks with the ip: [192.0.2.10]. - gsmtp",
      ],
    },
    {
      id: "google/unauthenticated",
      cause: "authentication_multiple",
      probability: 0.95,
      when: {
        text: [
          /blocked because the sender is unauthenticated/i,
          /(?:rate limited|blocked) because it is unauthenticated/i,
          /requires all senders to authenticate with either spf or dkim/i,
          /fail to pass authentication checks \(spf or dkim\)/i,
          /does not (?:pass|have) authentication (?:checks|information)/i,
        ],
      },
      distinctive: true,
      source: CODES,
      examples: [
        "550-5.7.26 Your email has been blocked because the sender is unauthenticated. Gmail requires all senders to authenticate with either SPF or DKIM. Authentication results: DKIM = did not pass SPF [example.org] with ip: [192.0.2.10] = did not pass - gsmtp",
        "550-5.7.26 This message does not have authentication information or fails to pass authentication checks (SPF or DKIM). - gsmtp",
      ],
    },
    {
      id: "google/bulk-spf",
      cause: "spf_failure",
      probability: 0.95,
      when: {
        text: [
          /because (?:its )?spf (?:authentication )?(?:did not|didn't) pass/i,
          /spf authentication didn't pass/i,
        ],
      },
      distinctive: true,
      source: SENDERS,
      examples: [
        "421 4.7.27 Your email has been rate limited because SPF authentication didn't pass for this message. - gsmtp",
      ],
    },
    {
      id: "google/bulk-dkim",
      cause: "dkim_failure",
      probability: 0.95,
      when: {
        text: [
          /because (?:its )?dkim (?:authentication )?(?:did not|didn't) pass/i,
          /dkim authentication didn't pass/i,
        ],
      },
      distinctive: true,
      source: SENDERS,
      examples: [
        "550 5.7.30 Your email has been blocked because DKIM authentication didn't pass for this message. - gsmtp",
      ],
    },
    {
      id: "google/bulk-alignment",
      cause: "dmarc_failure",
      probability: 0.95,
      when: {
        text: [
          /from:? header .{0,60}(?:isn't|is not) aligned|(?:doesn't|does not) have (?:a )?dmarc record/i,
          /dmarc record .{0,60}(?:doesn't|does not) (?:include|specify|have)|no dmarc (?:record|policy)/i,
        ],
      },
      distinctive: true,
      source: SENDERS,
      examples: [
        "421 4.7.32 Your email has been rate limited because the From: header (RFC5322) in this message isn't aligned with either the authenticated SPF or DKIM organizational domain. - gsmtp",
        "421 4.7.40 Your email has been rate limited because the domain in the From: header doesn't have a DMARC record. - gsmtp",
      ],
    },
    {
      id: "google/unusual-rate",
      cause: "rate_limited",
      probability: 0.85,
      otherCauses: [{ cause: "reputation_low", probability: 0.12 }],
      when: { text: /unusual rate of (?:unsolicited )?(?:e?mail|messages)/i },
      distinctive: true,
      source: CODES,
      examples: [
        "421-4.7.28 Gmail has detected an unusual rate of unsolicited mail originating from your IP address. To protect our users from spam, mail sent from your IP address has been temporarily rate limited. - gsmtp",
        "550-5.7.28 Gmail has detected an unusual rate of mail originating from your DKIM domain [example.org 35]. - gsmtp",
      ],
    },
    {
      id: "google/low-reputation",
      cause: "reputation_low",
      probability: 0.93,
      when: { text: /very low reputation of the sending (?:ip|domain)|low reputation of the sending/i },
      distinctive: true,
      source: CODES,
      examples: [
        "421-4.7.0 [192.0.2.10] Our system has detected that this message is suspicious due to the very low reputation of the sending IP address. - gsmtp",
        "550-5.7.1 Our system has detected that this message is likely suspicious due to the very low reputation of the sending domain. - gsmtp",
      ],
    },
    {
      id: "google/suspicious-content",
      cause: "spam_content",
      probability: 0.93,
      when: { text: /suspicious due to the nature of the content/i },
      distinctive: true,
      source: CODES,
      examples: [
        "421-4.7.0 Our system has detected that this message is suspicious due to the nature of the content and/or the links within. - gsmtp",
      ],
    },
    {
      id: "google/likely-unsolicited",
      cause: "spam_content",
      probability: 0.85,
      otherCauses: [{ cause: "reputation_low", probability: 0.12 }],
      when: { text: /message is likely (?:unsolicited|suspicious)|likely unsolicited mail/i },
      distinctive: true,
      source: CODES,
      examples: [
        "550-5.7.1 [192.0.2.10 12] Our system has detected that this message is likely unsolicited mail. To reduce the amount of spam sent to Gmail, this message has been blocked. - gsmtp",
      ],
    },
    {
      id: "google/admin-policy",
      cause: "policy_rule_recipient",
      probability: 0.95,
      when: { text: /violates .{0,260}e-?mail policy|- gcdp\b/i },
      distinctive: true,
      source: CODES,
      examples: [
        "550 5.7.1 The message sent by user@example.org violates contoso.example email policy. - gcdp",
      ],
    },
    {
      id: "google/not-rfc5322",
      cause: "message_malformed",
      probability: 0.95,
      when: {
        text: [
          /not rfc ?5322 compliant|messages? missing a valid/i,
          /multiple (?:addresses in from|from headers)|duplicate headers/i,
        ],
      },
      distinctive: true,
      source: CODES,
      examples: [
        "550-5.7.1 [192.0.2.10] Our system has detected that this message is not RFC 5322 compliant: 'From' header is missing. - gsmtp",
        "550-5.7.1 [192.0.2.10] Messages missing a valid messageId header are not accepted. - gsmtp",
      ],
    },
    {
      id: "google/direct-sending-not-allowed",
      cause: "ip_policy",
      probability: 0.94,
      when: { text: /not authorized to send email directly to our servers/i },
      distinctive: true,
      source: CODES,
      examples: [
        "550-5.7.1 [192.0.2.10] The IP you're using to send mail is not authorized to send email directly to our servers. Please use the SMTP relay at your service provider instead. - gsmtp",
      ],
    },
    {
      id: "google/security-issue",
      cause: "attachment_policy",
      probability: 0.9,
      when: { text: /presents a potential security issue|content presents a potential/i },
      distinctive: true,
      source: "https://support.google.com/mail/answer/6590",
      examples: [
        "552-5.7.0 This message was blocked because its content presents a potential security issue. Please visit https://support.google.com/mail/?p=BlockedMessage to review our message content and attachment content guidelines. - gsmtp",
      ],
    },
    {
      id: "google/too-large",
      cause: "message_too_large",
      probability: 0.97,
      when: {
        text: [
          /exceeded google's message size limits|message header size exceeds/i,
          /exceeds? (?:the )?(?:limit for the )?number of (?:headers|attachments)/i,
          /exceeded (?:size|header) limits?/i,
        ],
      },
      distinctive: true,
      source: CODES,
      examples: [
        "552-5.3.4 Your message exceeded Google's message size limits. Please visit https://support.google.com/mail/?p=MaxSizeError - gsmtp",
      ],
    },
    {
      id: "google/too-many-recipients",
      cause: "too_many_recipients",
      probability: 0.96,
      when: { text: /too many recipients|domain policy size per transaction exceeded/i },
      source: CODES,
      examples: [
        "452 4.5.3 Your message has too many recipients. For more information regarding Google's sending limits, please visit https://support.google.com/mail/?p=TooManyRecipientsError - gsmtp",
        "452 4.5.3 Domain policy size per transaction exceeded, please try this recipient in a separate transaction. - gsmtp",
      ],
    },
    {
      id: "google/loop",
      cause: "routing_loop",
      probability: 0.96,
      when: { text: /message exceeded (?:50|\d{2,3}) hops/i },
      distinctive: true,
      source: CODES,
      examples: ["554 5.4.6 Message exceeded 50 hops, this may indicate a mail loop. - gsmtp"],
    },
    {
      id: "google/unknown-domain",
      cause: "domain_not_found",
      probability: 0.95,
      when: { text: /weren't able to find the recipient domain/i },
      distinctive: true,
      source: CODES,
      examples: [
        "553-5.1.2 We weren't able to find the recipient domain. Please check for any spelling errors. - gsmtp",
      ],
    },
    {
      id: "google/sender-not-rfc5321",
      cause: "sender_address_invalid",
      probability: 0.93,
      when: { text: /sender address .{0,260}not a valid rfc ?5321/i },
      distinctive: true,
      source: CODES,
      examples: ["553-5.1.7 The sender address <user@> is not a valid RFC 5321 address. - gsmtp"],
    },
    {
      id: "google/recipient-not-rfc5321",
      cause: "recipient_syntax",
      probability: 0.94,
      when: { text: /not a valid rfc[ -]?5321 address/i },
      distinctive: true,
      source: CODES,
      examples: ["553-5.1.3 The recipient address <user@> is not a valid RFC 5321 address. - gsmtp"],
    },
    {
      id: "google/temporary-problem",
      cause: "receiver_system_error",
      probability: 0.85,
      when: {
        text: [
          /temporary system problem|try again later, closing connection/i,
          /mail server temporarily rejected message|temporarily (?:rejected|deferred)/i,
        ],
      },
      source: CODES,
      examples: [
        "421 4.3.0 Temporary System Problem. Try again later (10). - gsmtp",
        "451 4.3.0 Mail server temporarily rejected message. - gsmtp",
      ],
    },
    {
      id: "google/timeout",
      cause: "host_unreachable",
      probability: 0.8,
      otherCauses: [{ cause: "network_error", probability: 0.15 }],
      when: { enhanced: ["4.4.2"], text: /timeout/i },
      source: CODES,
      examples: ["451 4.4.2 Timeout - closing connection. - gsmtp"],
    },
    {
      id: "google/group-restricted",
      cause: "recipient_restricted",
      probability: 0.92,
      when: {
        text: [
          /group you tried to contact .{0,60}may not exist/i,
          /(?:may not have|don't have) permission to post messages to the group/i,
          /not have permission to post/i,
        ],
      },
      distinctive: true,
      source: "https://support.google.com/a/answer/9242708",
      examples: [
        "550 5.7.1 We're writing to let you know that the group you tried to contact (team) may not exist, or you may not have permission to post messages to the group. - gsmtp",
      ],
    },
    {
      id: "google/sign-in-needed",
      cause: "smtp_auth_required",
      probability: 0.95,
      when: {
        text: [
          /username and password not accepted|please log in (?:via|with) your web browser/i,
          /application-specific password required|authentication required\. (?:for more|learn more)/i,
        ],
      },
      distinctive: true,
      source: CODES,
      examples: [
        "535-5.7.8 Username and Password not accepted. For more information, go to https://support.google.com/mail/?p=BadCredentials - gsmtp",
        "534-5.7.14 Please log in via your web browser and then try again. - gsmtp",
        "530-5.7.0 Authentication Required. For more information, go to https://support.google.com/mail/?p=WantAuthError - gsmtp",
      ],
    },
    {
      id: "google/relay-denied",
      cause: "relay_denied",
      probability: 0.93,
      when: { text: /invalid credentials for relay|mail relay denied/i },
      distinctive: true,
      source: CODES,
      examples: [
        "550-5.7.1 Invalid credentials for relay [192.0.2.10]. The IP address you've registered in your Workspace SMTP Relay service doesn't match. - gsmtp",
      ],
    },
    {
      id: "google/arc",
      cause: "arc_failure",
      probability: 0.9,
      when: { text: /\barc\b.{0,60}(?:fail|invalid|not pass)/i },
      source: "https://support.google.com/a/answer/13198639",
      examples: ["550 5.7.29 The ARC chain of this message failed validation. - gsmtp"],
    },
  ],
});
