import { defineRules } from "../define-rule.ts";

const NDR =
  "https://learn.microsoft.com/en-us/exchange/troubleshoot/email-delivery/ndr/non-delivery-reports-in-exchange-online";
const NDR_541 =
  "https://learn.microsoft.com/en-us/exchange/troubleshoot/email-delivery/ndr/fix-error-code-550-5-4-1";
const DBEB =
  "https://learn.microsoft.com/en-us/exchange/mail-flow-best-practices/use-directory-based-edge-blocking";
const KB2827473 = "https://support.microsoft.com/help/2827473";

/** Replies of Exchange Online and its edge, by their words. The causes of the 5.4.1 families are ranked in rank-541.ts. */
export const microsoft365 = defineRules({
  name: "microsoft365",
  providers: ["microsoft365", "outlook-consumer", "microsoft365-cn", "microsoft365-gov"],
  speaksFor: "microsoft365",
  tier: "provider-text",
  rules: [
    {
      id: "microsoft365/all-recipients-refused",
      cause: "recipient_unknown",
      probability: 0.75,
      ranking: "directory-refusal",
      when: { text: /all recipient addresses rejected ?: ?access denied/i },
      distinctive: true,
      source: DBEB,
      examples: [
        "550 5.4.1 All recipient addresses rejected : Access denied. AS(201806271) [SG2APC01FT049.eop-APC01.prod.protection.outlook.com]",
        "550 5.4.1 All recipient addresses rejected : Access denied [DB5EUR03FT012.eop-EUR03.prod.protection.outlook.com]",
        "550 5.4.1 All recipient addresses rejected: Access denied",
      ],
    },
    {
      id: "microsoft365/relay-access-denied",
      cause: "relay_denied",
      probability: 0.91,
      otherCauses: [
        { cause: "accepted_domain_problem", probability: 0.04 },
        { cause: "recipient_unknown", probability: 0.03 },
      ],
      when: { text: /(?:^|[^\d.])5\.4\.1 relay access denied/i },
      distinctive: true,
      source: KB2827473,
      examples: ["550 5.4.1 Relay Access Denied", "#550 5.4.1 Relay Access Denied ##"],
    },
    {
      id: "microsoft365/recipient-not-valid",
      cause: "recipient_unknown",
      probability: 0.93,
      when: { enhanced: ["5.7.504", "5.7.505"], text: /access denied/i },
      source: NDR,
      examples: [
        "550 5.7.504 [nobody@contoso.example]: Recipient address rejected: Access denied",
        "550 5.7.505 Access denied, banned recipient",
      ],
    },
    {
      id: "microsoft365/recipient-not-in-directory",
      cause: "recipient_unknown",
      probability: 0.75,
      ranking: "directory-refusal",
      when: {
        text: [
          /(?:^|[^\d.]|\d{3}\.)5\.4\.1(?![\w.]).{0,90}recipient address rejected ?: ?access denied/i,
          /\[[^\]]{0,90}\] ?: ?recipient address rejected ?: ?access denied/i,
          /recipient address rejected ?: ?access denied.{0,120}(?:as\(\d|outlook\.com|exosmtperrors)/i,
        ],
      },
      distinctive: true,
      source: NDR_541,
      examples: [
        "550 5.4.1 Recipient address rejected: Access denied. For more information see https://aka.ms/EXOSmtpErrors [DB1PEPF00039231.eurprd03.prod.outlook.com 2026-09-01T07:15:11.120Z 08DDE8F1A2B3C4D5]",
        "550 5.4.1 Recipient address rejected: Access denied. AS(201806281) [PR2FRA01FT009.eop-fra01.prod.protection.outlook.com]",
        "550 5.4.1 [jane@contoso.example]: Recipient address rejected: Access denied [BL2NAM06FT016.Eop-nam06.prod.protection.outlook.com]",
        "550 5.4.1 <jane@contoso.example>: Recipient address rejected: Access denied [BL2NAM02FT061.eop-nam02.prod.protection.outlook.com]",
        "550.5.4.1 []: Recipient address rejected: Access denied.",
        "550-5.4.1 Recipient address rejected: Access denied. [TY1PEPF0000BAD7.JPNP286.PROD.OUTLOOK.COM 2025-08-06 T19:13:55.906Z 08DCB6409251B38F]",
        "550 5.4.1 (no answer from host) Recipient address rejected: Access denied.",
      ],
    },
    {
      id: "microsoft365/recipient-not-in-directory-unsigned",
      cause: "recipient_unknown",
      probability: 0.75,
      ranking: "directory-refusal",
      when: {
        text: [
          /recipient address rejected ?: ?access denied/i,
          /(?:^|[^\d.])5\.4\.1(?![\w.]).{0,40}access denied/i,
        ],
      },
      source: NDR_541,
      examples: ["550 5.4.1 Access denied", "Recipient address rejected: Access denied"],
    },
    {
      id: "microsoft365/recipient-not-in-directory-translated",
      cause: "recipient_unknown",
      probability: 0.75,
      ranking: "directory-refusal",
      when: {
        text: [
          /empfängeradresse (?:abgelehnt|zurückgewiesen) ?: ?(?:der )?zugriff/i,
          /indirizzo del destinatario rifiutato ?: ?accesso negato/i,
          /adresse (?:du|de) destinataire (?:rejetée|refusée) ?: ?accès refusé/i,
          /dirección del destinatario rechazada ?: ?acceso denegado/i,
          /endereço do destinatário (?:rejeitado|recusado) ?: ?acesso negado/i,
          /adres van (?:de )?(?:geadresseerde|ontvanger) geweigerd ?: ?toegang geweigerd/i,
          /mottagaradressen? (?:avvisades|avvisad|nekades) ?: ?åtkomst nekad/i,
          /受信者の?アドレスが拒否されました ?[:：] ?アクセスが拒否されました/i,
        ],
      },
      distinctive: true,
      source: "https://support.microsoft.com/de-de/topic/550-5-4-1",
      examples: [
        "550 5.4.1 Empfängeradresse abgelehnt: Zugriff verweigert",
        "550 5.4.1 Indirizzo del destinatario rifiutato: Accesso negato",
      ],
    },
    {
      id: "microsoft365/tenant-attribution",
      cause: "relay_denied",
      probability: 0.94,
      party: "sender_admin",
      when: { text: /tenantattribution/i },
      distinctive: true,
      source:
        "https://learn.microsoft.com/en-us/exchange/troubleshoot/email-delivery/ndr/relay-access-denied-smtp",
      examples: ["550 5.7.64 TenantAttribution; Relay Access Denied"],
    },
    {
      id: "microsoft365/wrong-region",
      cause: "stale_route",
      probability: 0.85,
      otherCauses: [{ cause: "accepted_domain_problem", probability: 0.1 }],
      when: { text: /mail sent to the wrong office 365 region|\battr35\b/i },
      distinctive: true,
      source: NDR,
      examples: ["451 4.4.62 Mail sent to the wrong Office 365 region. ATTR35"],
    },
    {
      id: "microsoft365/loop",
      cause: "routing_loop",
      probability: 0.96,
      when: { text: /hop count exceeded - possible mail loop|\battr34\b|\battr1\d\b.{0,20}loop/i },
      distinctive: true,
      source:
        "https://learn.microsoft.com/en-us/exchange/troubleshoot/email-delivery/ndr/fix-error-code-5-4-6-through-5-4-20-in-exchange-online",
      examples: [
        "554 5.4.14 Hop count exceeded - possible mail loop ATTR34 [DB5EUR03FT012.eop-EUR03.prod.protection.outlook.com]",
        "554 5.4.6 Hop count exceeded - possible mail loop",
      ],
    },
    {
      id: "microsoft365/group-internal-only",
      cause: "recipient_restricted",
      probability: 0.95,
      when: {
        text: [
          /unifiedgroupagent/i,
          /isn't allowed to send (?:mail|messages?) to (?:this|the) (?:group|recipient)/i,
        ],
      },
      distinctive: true,
      source:
        "https://learn.microsoft.com/en-us/exchange/troubleshoot/email-delivery/ndr/550-5-7-193-when-external-users-send-to-microsoft-365-group",
      examples: ["550 5.7.193 UnifiedGroupAgent; Delivery failed because the sender isn't a group member"],
    },
    {
      id: "microsoft365/sender-not-authenticated-for-recipient",
      cause: "recipient_restricted",
      probability: 0.95,
      when: {
        text: [
          /sender not authenticated for (?:this |the )?(?:organi[sz]ation|public folder|group|mailbox|mail ?user|mail-enabled)/i,
          /sender (?:was |is )?not authenticated (?:by|in) (?:the )?organi[sz]ation/i,
        ],
      },
      distinctive: true,
      source:
        "https://learn.microsoft.com/en-us/exchange/troubleshoot/email-delivery/ndr/fix-error-code-5-7-133-in-exchange-online",
      examples: [
        "550 5.7.133 RESOLVER.RST.SenderNotAuthenticatedForGroup; authentication required; sender not authenticated for group",
        "550 5.7.12 Sender was not authenticated by organization",
      ],
    },
    {
      id: "microsoft365/delivery-not-authorized",
      cause: "recipient_restricted",
      probability: 0.85,
      otherCauses: [{ cause: "policy_rule_recipient", probability: 0.1 }],
      when: { text: /delivery not authori[sz]ed/i },
      source:
        "https://learn.microsoft.com/en-us/exchange/troubleshoot/email-delivery/ndr/fix-error-code-550-5-7-1-in-exchange-online",
      examples: ["550 5.7.1 Delivery not authorized, message refused"],
    },
    {
      id: "microsoft365/not-in-allowed-senders",
      cause: "recipient_restricted",
      probability: 0.95,
      when: { text: /(?:not in|not on) (?:the |its )?allowed[- ]senders? list/i },
      distinctive: true,
      source:
        "https://learn.microsoft.com/en-us/exchange/troubleshoot/email-delivery/ndr/fix-error-code-5-7-124-in-exchange-online",
      examples: ["550 5.7.124 Sender not in allowed-senders list for this recipient"],
    },
    {
      id: "microsoft365/sender-message-rate-to-recipient",
      cause: "recipient_rate_limited",
      probability: 0.95,
      permanence: "temporary",
      when: {
        text: [
          /limit for the number of messages (?:they|it) can (?:send to this recipient|receive) per hour/i,
          /recipient (?:mailbox )?thread limit exceeded/i,
        ],
      },
      distinctive: true,
      source: NDR,
      examples: [
        "554 5.2.121 The sender has exceeded the limit for the number of messages they can send to this recipient per hour",
        "554 5.2.122 The recipient has exceeded the limit for the number of messages they can receive per hour",
        "432 4.3.2 STOREDRV.Deliver; recipient thread limit exceeded",
      ],
    },
    {
      id: "microsoft365/recipient-limit-of-sender",
      cause: "sending_quota",
      probability: 0.95,
      when: {
        text: [
          /reached your daily limit for message recipients|submission quota exceeded/i,
          /(?:message|recipient) rate limit (?:of|for) the sender/i,
          /tenant (?:external recipient|has exceeded (?:its|the) (?:external )?recipient)/i,
          /exceeded (?:the|your) (?:tenant )?external recipient rate limit/i,
          /(?:trial )?tenant has exceeded its|exceeds? the (?:maximum )?number of recipients per day/i,
        ],
      },
      distinctive: true,
      source: NDR,
      examples: [
        "550 5.1.90 Your message can't be sent because you've reached your daily limit for message recipients",
        "550 5.2.2 Submission quota exceeded",
        "550 5.7.232 Your message can't be sent because your trial tenant has exceeded its external recipient limit; tenant external recipient rate limit exceeded",
      ],
    },
    {
      id: "microsoft365/excessive-message-rate",
      cause: "rate_limited",
      probability: 0.94,
      when: { text: /excessive message rate from (?:sender|your|ip)|has exceeded permitted limits within/i },
      distinctive: true,
      source: NDR,
      examples: [
        "452 4.5.127 Message rejected. Excessive message rate from sender",
        "550 5.7.508 Access denied, [2001:db8::25] has exceeded permitted limits within 2001:db8::/64 range",
      ],
    },
    {
      id: "microsoft365/try-again-later",
      cause: "rate_limited",
      probability: 0.86,
      otherCauses: [{ cause: "reputation_low", probability: 0.1 }],
      when: {
        enhanced: ["4.7.500-4.7.699"],
        text: [
          /access denied, please try again later|server busy|too many (?:messages|recipients)/i,
          /temporarily (?:deferred|rate limited)/i,
        ],
      },
      distinctive: true,
      source:
        "https://learn.microsoft.com/en-us/exchange/troubleshoot/email-delivery/ndr/fix-error-code-451-4-7-500-699-asxxx-in-exchange-online",
      examples: [
        "451 4.7.500 Server busy. Please try again later from [192.0.2.10]. (AS77713912) [AM0EUR02FT031.eop-EUR02.prod.protection.outlook.com]",
        "451 4.7.550 Access denied, please try again later (AS550)",
      ],
    },
    {
      id: "microsoft365/suspicious-activity",
      cause: "reputation_low",
      probability: 0.9,
      when: { enhanced: ["4.7.850-4.7.899"], text: /access denied, please try again later/i },
      source: NDR,
      examples: ["451 4.7.850 Access denied, please try again later"],
    },
    {
      id: "microsoft365/mta-sts",
      cause: "tls_failure",
      probability: 0.96,
      when: {
        text: [
          /failed mta-sts validation|mta-sts (?:policy|validation) (?:failed|failure|error)/i,
          /sts-webpki-invalid|sts-policy/i,
        ],
      },
      distinctive: true,
      source: NDR,
      examples: [
        "550 5.4.8 MX hosts of contoso.example failed MTA-STS validation",
        "451 4.7.5 Remote certificate failed MTA-STS validation. Reason: PrincipalNameMismatch",
      ],
    },
    {
      id: "microsoft365/dane",
      cause: "tls_failure",
      probability: 0.96,
      when: {
        text: /(?:starttls-not-supported|certificate-expired|tlsa-invalid|dnssec-invalid|certificate-host-mismatch|dane-required)\b/i,
      },
      distinctive: true,
      source: "https://learn.microsoft.com/en-us/purview/how-smtp-dane-works",
      examples: [
        "550 5.7.323 tlsa-invalid: The domain failed DANE validation",
        "451 4.7.325 certificate-host-mismatch: Remote certificate MUST have a common name or subject alternative name matching the hostname",
        "550 5.7.321 starttls-not-supported: Destination mail server must support TLS to receive mail",
        "550 5.7.324 dnssec-invalid: Destination domain returned invalid DNSSEC records",
        "550 5.7.322 certificate-expired: Destination mail server's certificate is expired",
      ],
    },
    {
      id: "microsoft365/untrusted-root",
      cause: "tls_failure",
      probability: 0.95,
      when: {
        text: [
          /\[message=(?:untrustedroot|[a-z]{0,20}certificate[a-z]{0,20})/i,
          /tls(?:authlevel)? .{0,30}(?:untrustedroot|certificateunknown)/i,
        ],
      },
      distinctive: true,
      source:
        "https://learn.microsoft.com/en-us/exchange/troubleshoot/email-delivery/ndr/fix-error-code-450-4-4-317-untrusted-root",
      examples: [
        "450 4.4.317 Cannot connect to remote server [Message=UntrustedRoot] [LastAttemptedServerName=mx.example.org]",
      ],
    },
    {
      id: "microsoft365/starttls-needed-by-connector",
      cause: "tls_failure",
      probability: 0.9,
      when: {
        text: /starttls is required to send mail|\[message=451 5\.7\.3|tls negotiation failed with error/i,
      },
      source: NDR,
      examples: [
        "451 5.7.3 STARTTLS is required to send mail [AM0EUR02FT031.eop-EUR02.prod.protection.outlook.com]",
      ],
    },
    {
      id: "microsoft365/socket-refused",
      cause: "host_unreachable",
      probability: 0.94,
      when: {
        text: /socket error code 100(?:61|60|51|65|64)|cannot connect to remote server \[message=socket/i,
      },
      distinctive: true,
      source: NDR,
      examples: [
        "450 4.4.316 Connection refused [Message=Socket error code 10061] [LastAttemptedServerName=mx.example.org]",
      ],
    },
    {
      id: "microsoft365/domain-does-not-exist",
      cause: "domain_not_found",
      probability: 0.96,
      when: { text: /infodomainnonexistent|dns domain .{1,260} does not exist/i },
      distinctive: true,
      source: NDR,
      examples: [
        "550 5.4.310 DNS domain contoso-typo.example does not exist [Message=InfoDomainNonexistent] [LastAttemptedServerName=contoso-typo.example]",
      ],
    },
    {
      id: "microsoft365/dns-query-failed",
      cause: "dns_failure",
      probability: 0.88,
      when: {
        text: [
          /\[message=(?:errorretry|serverfailure|dnsquery|infonorecords|errortimeout)|dns query failed/i,
          /message failed to be replicated: insufficient system storage/i,
        ],
      },
      distinctive: true,
      source: NDR,
      examples: ["450 4.4.312 DNS query failed [Message=ErrorRetry] [LastAttemptedServerName=example.org]"],
    },
    {
      id: "microsoft365/too-many-recipients",
      cause: "too_many_recipients",
      probability: 0.94,
      when: { enhanced: ["4.5.3", "5.5.3"], text: /too many recipients/i },
      source: NDR,
      examples: ["452 4.5.3 Too many recipients [DB5EUR03FT012.eop-EUR03.prod.protection.outlook.com]"],
    },
    {
      id: "microsoft365/ipv6-unauthenticated",
      cause: "authentication_multiple",
      probability: 0.95,
      when: { text: /must pass either spf or dkim validation/i },
      distinctive: true,
      source: NDR,
      examples: [
        "450 4.7.26 Service does not accept messages sent over IPv6 [2001:db8::25] unless they pass either SPF or DKIM validation (message not signed); must pass either SPF or DKIM validation",
      ],
    },
    {
      id: "microsoft365/ipv6-no-ptr",
      cause: "reverse_dns",
      probability: 0.95,
      when: { enhanced: ["5.7.25", "4.7.25"], text: /reverse dns|ptr record/i },
      source: NDR,
      examples: [
        "550 5.7.25 Access denied, the sending IPv6 address [2001:db8::25] must have a reverse DNS record",
      ],
    },
    {
      id: "microsoft365/no-ipv6",
      cause: "policy_rejected",
      probability: 0.9,
      when: { text: /does not accept (?:e-?mail|messages) over ipv6/i },
      distinctive: true,
      source: NDR,
      examples: ["550 5.7.510 Access denied, contoso.example does not accept email over IPv6"],
    },
    {
      id: "microsoft365/header-too-long",
      cause: "policy_rejected",
      probability: 0.55,
      otherCauses: [{ cause: "message_malformed", probability: 0.4 }],
      when: { text: /x-dg-ref header is too long|\(as345\)|policy violation.{0,20}as345/i },
      distinctive: true,
      source:
        "https://learn.microsoft.com/en-us/exchange/troubleshoot/email-delivery/ndr/fix-error-code-550-5-0-350-in-exchange-online",
      examples: [
        "550 5.0.350 x-dg-ref header is too long",
        "550 5.0.350 Message rejected due to policy violation (AS345)",
      ],
    },
    {
      id: "microsoft365/sender-filter",
      cause: "sender_blocked_by_recipient",
      probability: 0.92,
      when: { text: /senderfilterconfig/i },
      distinctive: true,
      source:
        "https://learn.microsoft.com/en-us/exchange/troubleshoot/email-delivery/ndr/fix-error-code-550-5-1-0-in-exchange-online",
      examples: ["550 5.1.0 Sender denied as the sender's email address is on SenderFilterConfig list"],
    },
    {
      id: "microsoft365/sender-denied",
      cause: "policy_rejected",
      probability: 0.6,
      otherCauses: [{ cause: "sender_blocked_by_recipient", probability: 0.3 }],
      when: { enhanced: ["5.1.0"], text: /sender denied/i },
      source:
        "https://learn.microsoft.com/en-us/exchange/troubleshoot/email-delivery/ndr/fix-error-code-550-5-1-0-in-exchange-online",
      examples: ["550 5.1.0 Sender denied"],
    },
    {
      id: "microsoft365/spf-permanent-error",
      cause: "spf_failure",
      probability: 0.6,
      otherCauses: [{ cause: "policy_rejected", probability: 0.35 }],
      when: { text: /address rejected: spf permanent error/i },
      distinctive: true,
      source:
        "https://learn.microsoft.com/en-us/exchange/troubleshoot/email-delivery/ndr/fix-error-code-550-5-1-0-in-exchange-online",
      examples: ["550 5.1.0 Address rejected: SPF Permanent Error"],
    },
    {
      id: "microsoft365/spf-violation",
      cause: "spf_failure",
      probability: 0.95,
      when: { text: /because of sender policy framework violation/i },
      distinctive: true,
      source:
        "https://learn.microsoft.com/en-us/exchange/troubleshoot/email-delivery/ndr/fix-error-code-5-7-23-in-exchange-online",
      examples: ["550 5.7.23 The message was rejected because of Sender Policy Framework violation"],
    },
    {
      id: "microsoft365/dmarc-reject",
      cause: "dmarc_failure",
      probability: 0.97,
      when: { text: /does not pass dmarc verification and has a dmarc policy of/i },
      distinctive: true,
      source: NDR,
      examples: [
        "550 5.7.509 Access denied, sending domain example.org does not pass DMARC verification and has a DMARC policy of reject.",
      ],
    },
    {
      id: "microsoft365/bad-outbound-sender",
      cause: "sending_account_blocked",
      probability: 0.96,
      when: { text: /bad outbound sender/i },
      distinctive: true,
      source:
        "https://learn.microsoft.com/en-us/exchange/troubleshoot/email-delivery/ndr/fix-error-code-5-1-8-in-exchange-online",
      examples: ["550 5.1.8 Access denied, bad outbound sender AS(42003)"],
    },
    {
      id: "microsoft365/account-banned",
      cause: "sending_account_blocked",
      probability: 0.93,
      when: { enhanced: ["5.7.501", "5.7.502", "5.7.503"], text: /spam abuse detected|banned sender/i },
      source: NDR,
      examples: [
        "550 5.7.501 Access denied, spam abuse detected from IP 192.0.2.10",
        "550 5.7.502 Access denied, banned sender",
        "550 5.7.503 Access denied, banned sender",
      ],
    },
    {
      id: "microsoft365/tenant-blocked",
      cause: "sending_account_blocked",
      probability: 0.93,
      when: {
        text: [
          /tenant has exceeded (?:its |the )?threshold|traffic not accepted from this ip/i,
          /blocked from sending from unregistered domains/i,
          /by your organi[sz]ation using tenant allow block list/i,
        ],
      },
      distinctive: true,
      source:
        "https://learn.microsoft.com/en-us/exchange/troubleshoot/email-delivery/ndr/fix-error-codes-550-5-7-703-550-5-7-705-550-5-7-708-550-5-7-750",
      examples: [
        "550 5.7.705 Access denied, tenant has exceeded threshold",
        "550 5.7.708 Access denied, traffic not accepted from this IP",
        "550 5.7.750 Client blocked from sending from unregistered domains",
        "550 5.7.703 Your message can't be delivered because one or more recipients are blocked by your organization using Tenant Allow Block List",
      ],
    },
    {
      id: "microsoft365/bad-helo",
      cause: "helo_invalid",
      probability: 0.96,
      when: { text: /access denied, bad helo/i },
      distinctive: true,
      source: NDR,
      examples: ["550 5.7.506 Access Denied, Bad HELO"],
    },
    {
      id: "microsoft365/rejected-by-recipient",
      cause: "sender_blocked_by_recipient",
      probability: 0.94,
      when: { text: /access denied, rejected by recipient|using customer block list|as16012607/i },
      distinctive: true,
      source: NDR,
      examples: [
        "550 5.7.507 Access denied, rejected by recipient",
        "550 5.7.513 Service unavailable, Client host [192.0.2.10] blocked by contoso.example using Customer Block list (AS16012607)",
      ],
    },
    {
      id: "microsoft365/banned-sending-ip",
      cause: "ip_blocklisted_private",
      probability: 0.96,
      when: {
        text: [
          /banned sending ip/i,
          /to request removal from this list please visit https?:\/\/sender\.office\.com/i,
        ],
      },
      distinctive: true,
      source: NDR,
      examples: [
        "550 5.7.606 Access denied, banned sending IP [192.0.2.10]. To request removal from this list please visit https://sender.office.com/ and follow the directions.",
      ],
    },
    {
      id: "microsoft365/banned-sender-ip",
      cause: "ip_blocklisted_private",
      probability: 0.93,
      when: { enhanced: ["5.7.511"], text: /banned sender/i },
      source: NDR,
      examples: [
        "550 5.7.511 Access denied, banned sender[192.0.2.10]. To request removal from this list please forward this message to delist@microsoft.com.",
      ],
    },
    {
      id: "microsoft365/blocked-by-spamhaus",
      cause: "ip_blocklisted",
      probability: 0.95,
      when: { text: /client host \[[^\]]{1,50}\] blocked using (?:spamhaus|fbl)/i },
      source: NDR,
      examples: [
        "550 5.7.1 Service unavailable, Client host [192.0.2.10] blocked using Spamhaus. To request removal from this list see https://www.spamhaus.org/query/ip/192.0.2.10 (AS3130)",
      ],
    },
    {
      id: "microsoft365/banned-domain",
      cause: "domain_blocklisted",
      probability: 0.88,
      when: { enhanced: ["5.7.800"], text: /banned sender/i },
      source: NDR,
      examples: ["550 5.7.800 Access denied, banned sender"],
    },
    {
      id: "microsoft365/no-valid-from",
      cause: "message_malformed",
      probability: 0.95,
      party: "sender",
      when: {
        text: [
          /must be rfc ?5322 (?:section )?3\.6\.2 compliant|rfc ?5322 section 3\.6\.2 compliant/i,
          /multiple from addresses are not allowed/i,
        ],
      },
      distinctive: true,
      source: NDR,
      examples: [
        "550 5.7.512 Access denied, message must be RFC 5322 section 3.6.2 compliant and include a valid From address",
        "550 5.1.20 Multiple From addresses are not allowed without Sender address",
      ],
    },
    {
      id: "microsoft365/invalid-characters",
      cause: "message_malformed",
      probability: 0.94,
      party: "sender",
      when: {
        text: [
          /bare ?line ?feeds?|smtpsend\.barelinefeeds|invalid ?characters?.{0,60}(?:bdat|chunking)/i,
          /5\.6\.11 .{0,40}invalid characters?/i,
        ],
      },
      distinctive: true,
      source:
        "https://learn.microsoft.com/en-us/exchange/troubleshoot/email-delivery/ndr/fix-error-code-550-5-6-11-in-exchange-online",
      examples: [
        "550 5.6.11 SMTPSEND.BareLinefeedsAreIllegal; message contains bare linefeeds, which cannot be sent via DATA",
        "550 5.6.11 Invalid characters in the message",
      ],
    },
    {
      id: "microsoft365/journaling",
      cause: "policy_rejected",
      probability: 0.9,
      when: { text: /journaling on-premises messages/i },
      distinctive: true,
      source: NDR,
      examples: [
        "550 5.3.190 Journaling on-premises messages to Microsoft 365 is not supported when journaling archive is disabled",
      ],
    },
    {
      id: "microsoft365/anonymous-submission",
      cause: "smtp_auth_required",
      probability: 0.95,
      when: {
        text: [
          /client was not authenticated to send (?:anonymous )?mail/i,
          /smtpclientauthentication is disabled|5\.7\.139 authentication unsuccessful/i,
        ],
      },
      distinctive: true,
      source:
        "https://learn.microsoft.com/en-us/exchange/troubleshoot/email-delivery/ndr/fix-error-code-5-7-57-in-exchange-online",
      examples: [
        "530 5.7.57 Client was not authenticated to send anonymous mail during MAIL FROM",
        "535 5.7.139 Authentication unsuccessful, SmtpClientAuthentication is disabled for the Tenant.",
      ],
    },
    {
      id: "microsoft365/forward-not-permitted-to-relay",
      cause: "forwarding_broke_auth",
      probability: 0.85,
      otherCauses: [{ cause: "relay_denied", probability: 0.1 }],
      when: {
        text: /5\.7\.367\b.{0,40}not permitted to relay|remote server returned not permitted to relay/i,
      },
      distinctive: true,
      overInner: true,
      source:
        "https://learn.microsoft.com/en-us/exchange/troubleshoot/email-delivery/ndr/forwarded-message-rejected-5-7-367-ndr",
      examples: [
        "550 5.7.367 Remote server returned not permitted to relay -> 550 5.7.1 Not permitted to relay",
      ],
    },
    {
      id: "microsoft365/external-forwarding-off",
      cause: "policy_rejected",
      probability: 0.92,
      party: "sender_admin",
      when: {
        text: [
          /your organi[sz]ation does not allow external forwarding/i,
          /external forwarding.{0,40}administrator/i,
        ],
      },
      distinctive: true,
      source:
        "https://learn.microsoft.com/en-us/defender-office-365/outbound-spam-policies-external-email-forwarding",
      examples: [
        "550 5.7.520 Access denied, Your organization does not allow external forwarding. Please contact your administrator for further assistance. AS(7555)",
      ],
    },
    {
      id: "microsoft365/high-volume-authentication",
      cause: "authentication_required_bulk",
      probability: 0.96,
      when: { text: /does not meet the required authentication level/i },
      distinctive: true,
      source: "https://techcommunity.microsoft.com/blog/microsoftdefenderforoffice365blog/4399730",
      examples: [
        "550 5.7.515 Access denied, sending domain example.org does not meet the required authentication level. The sender's domain in the 5322.From address doesn't meet the authentication requirements defined for the sender.",
      ],
    },
    {
      id: "microsoft365/spam-filtered",
      cause: "spam_content",
      probability: 0.85,
      otherCauses: [{ cause: "reputation_low", probability: 0.1 }],
      when: {
        text: [
          /message (?:was )?(?:rejected|blocked) (?:by|because).{0,60}content filter|spamcontentfilter/i,
          /message contains spam/i,
        ],
      },
      source: NDR,
      examples: [
        "550 5.7.1 Message rejected by the content filter as spam [AM0EUR02FT031.eop-EUR02.prod.protection.outlook.com]",
      ],
    },
  ],
});
