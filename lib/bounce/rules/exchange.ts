import { defineRules } from "../define-rule.ts";

const ONPREM =
  "https://learn.microsoft.com/en-us/exchange/mail-flow/non-delivery-reports-and-bounce-messages/non-delivery-reports-and-bounce-messages";
const NDR =
  "https://learn.microsoft.com/en-us/exchange/troubleshoot/email-delivery/ndr/non-delivery-reports-in-exchange-online";

/** Words of Exchange Server's transport (RESOLVER, ROUTING, STOREDRV ...), on premises and in the cloud alike. */
export const exchange = defineRules({
  name: "exchange",
  providers: null,
  tier: "provider-text",
  rules: [
    {
      id: "exchange/recipient-not-found",
      cause: "recipient_unknown",
      probability: 0.97,
      when: {
        text: [
          /resolver\.adr\.(?:ex)?recip(?:ient)?notfound|not found by smtp address lookup/i,
          /recipientnotfound; recipient not found/i,
        ],
      },
      source:
        "https://learn.microsoft.com/en-us/exchange/troubleshoot/email-delivery/ndr/fix-error-code-550-5-1-10-in-exchange-online",
      examples: [
        "550 5.1.10 RESOLVER.ADR.RecipientNotFound; Recipient jane@contoso.example not found by SMTP address lookup",
        "550 5.1.1 RESOLVER.ADR.RecipNotFound; not found",
        "550 5.1.1 RESOLVER.ADR.ExRecipNotFound; not found",
      ],
    },
    {
      id: "exchange/bad-smtp-address",
      cause: "recipient_syntax",
      probability: 0.85,
      when: {
        text: [
          /resolver\.adr\.(?:badprimary|invalidinsmtp|invalidaddress|imceaex)|invalidinsmtp; /i,
          /badprimary; /i,
        ],
      },
      source: ONPREM,
      examples: ["554 5.1.3 RESOLVER.ADR.InvalidInSmtp; invalid recipient address"],
    },
    {
      id: "exchange/ambiguous",
      cause: "recipient_ambiguous",
      probability: 0.96,
      when: { text: /resolver\.adr\.ambiguous|ambiguous address; |ambiguous recipient/i },
      source: ONPREM,
      examples: ["550 5.1.4 RESOLVER.ADR.Ambiguous; ambiguous address"],
    },
    {
      id: "exchange/recipient-limit",
      cause: "too_many_recipients",
      probability: 0.94,
      when: { text: /resolver\.adr\.reciplimit|reciplimit; /i },
      source: ONPREM,
      examples: ["550 5.5.3 RESOLVER.ADR.RecipLimit; too many recipients"],
    },
    {
      id: "exchange/forwarding-loop",
      cause: "routing_loop",
      probability: 0.95,
      when: {
        text: [
          /resolver\.fwd\.loop|resolver\.loop|forwarding loop (?:was )?detected|mxloopback/i,
          /loop back to myself detected/i,
        ],
      },
      source: ONPREM,
      examples: [
        "554 5.4.6 RESOLVER.FWD.Loop; there is a forwarding loop configured in the directory",
        "550 5.4.6 SMTPSEND.DNS.MxLoopback; DNS records for this domain are configured in a loop",
      ],
    },
    {
      id: "exchange/forwarding-target",
      cause: "forwarding_target_dead",
      probability: 0.93,
      when: { text: /resolver\.fwd\.notfound|resolver\.fwd\.invalid/i },
      source: ONPREM,
      examples: ["550 5.2.0 RESOLVER.FWD.NotFound; misconfigured forwarding address"],
    },
    {
      id: "exchange/group-expansion",
      cause: "list_expansion",
      probability: 0.93,
      when: {
        text: /resolver\.grp\.|expansion of (?:the )?(?:distribution )?group failed|expansionfailure/i,
      },
      source: ONPREM,
      examples: ["550 5.2.4 RESOLVER.GRP.Expand; group expansion failed"],
    },
    {
      id: "exchange/size-limit",
      cause: "message_too_large",
      probability: 0.97,
      when: {
        text: [
          /resolver\.rst\.(?:send|recip)[a-z]{0,20}sizelimit|routing\.sizelimit|overadvertisedsizelimit/i,
          /message size exceeds fixed maximum/i,
        ],
      },
      source: ONPREM,
      examples: [
        "550 5.3.4 ROUTING.SizeLimit; message size exceeds fixed maximum size for route",
        "550 5.2.3 RESOLVER.RST.RecipSizeLimit; message too large for this recipient",
        "552 5.3.4 SMTPSEND.OverAdvertisedSizeLimit; message size exceeds the advertised size limit",
      ],
    },
    {
      id: "exchange/not-authorized",
      cause: "recipient_restricted",
      probability: 0.94,
      when: { text: /resolver\.rst\.(?:auth|notauth|dlneeds|sendernot)|resolver\.rst\./i },
      source:
        "https://learn.microsoft.com/en-us/exchange/troubleshoot/email-delivery/ndr/fix-error-code-550-5-7-1-in-exchange-online",
      examples: [
        "550 5.7.1 RESOLVER.RST.AuthRequired; authentication required",
        "550 5.7.1 RESOLVER.RST.NotAuthorized; not authorized",
      ],
    },
    {
      id: "exchange/transport-rule",
      cause: "recipient_restricted",
      // Weak: the sentence for people above it tells which of the two it was.
      probability: 0.59,
      otherCauses: [{ cause: "policy_rule_recipient", probability: 0.37 }],
      when: { text: /transport\.rules\.rejectmessage|rejected by organi[sz]ation policy/i },
      source:
        "https://learn.microsoft.com/en-us/exchange/troubleshoot/email-delivery/ndr/fix-error-code-550-5-7-1-in-exchange-online",
      examples: ["550 5.7.1 TRANSPORT.RULES.RejectMessage; the message was rejected by organization policy"],
    },
    {
      id: "exchange/queue-expired",
      cause: "delivery_expired",
      probability: 0.93,
      when: { text: /queue\.expired/i },
      source: ONPREM,
      examples: ["#550 4.4.7 QUEUE.Expired; message expired ##"],
    },
    {
      id: "exchange/no-route",
      cause: "no_route",
      probability: 0.93,
      when: {
        text: [
          /routing\.(?:noconnectorforaddresstype|noroute|nohubs|serverdisabled|unreachable)/i,
          /unable to route for address type/i,
        ],
      },
      source: ONPREM,
      examples: ["550 5.4.4 ROUTING.NoConnectorForAddressType; unable to route for address type"],
    },
    {
      id: "exchange/nonexistent-domain",
      cause: "domain_not_found",
      probability: 0.96,
      when: { text: /smtpsend\.dns\.nonexistentdomain|nonexistentdomain; nonexistent domain/i },
      source: ONPREM,
      examples: ["550 5.4.4 SMTPSEND.DNS.NonExistentDomain; nonexistent domain"],
    },
    {
      id: "exchange/mailbox-quota",
      cause: "mailbox_full",
      probability: 0.97,
      when: { text: /quotaexceeded|storedrv\.deliver; .{0,40}(?:mailbox full|quota)|mapiexceptionshutoff/i },
      source: ONPREM,
      examples: [
        "554 5.2.2 mailbox full; STOREDRV.Deliver.Exception:QuotaExceededException.MapiExceptionShutoffQuotaExceeded; Failed to process message due to a permanent exception",
        "552 5.2.2 STOREDRV.Deliver; mailbox full",
      ],
    },
    {
      id: "exchange/mailbox-disabled",
      cause: "recipient_disabled",
      probability: 0.93,
      when: {
        text: [
          /accountdisabledexception|mailboxdisabled|mapiexceptionmailboxdisabled/i,
          /mailbox disabled; storedrv/i,
        ],
      },
      source: ONPREM,
      examples: [
        "550 5.2.1 STOREDRV.Deliver.Exception:AccountDisabledException.MapiExceptionMailboxDisabled; mailbox cannot be accessed",
      ],
    },
    {
      id: "exchange/send-as-denied",
      cause: "policy_rejected",
      probability: 0.92,
      when: {
        text: [
          /sendasdenied/i,
          /(?:not permitted|no permission|allowed) to send (?:as|on behalf of) (?:this|the) (?:user|sender)/i,
          /client does not have permissions to send as this sender/i,
        ],
      },
      source:
        "https://learn.microsoft.com/en-us/exchange/troubleshoot/email-delivery/ndr/fix-error-code-5-7-1-send-as",
      examples: [
        "554 5.2.0 STOREDRV.Submission.Exception:SendAsDeniedException.MapiExceptionSendAsDenied; Failed to process message due to a permanent exception",
        "550 5.7.60 SMTP; Client does not have permissions to send as this sender",
      ],
    },
    {
      id: "exchange/delivery-agent-busy",
      cause: "receiver_busy",
      probability: 0.9,
      when: {
        text: [
          /storedrv\.[a-z]{4,10}[;.].{0,80}(?:too busy|throttl|server is (?:offline|unavailable)|in transit|mapiexceptiontimeout|logon failure)/i,
          /mailboxinfostale|mapiexceptionrpcservertoobusy/i,
        ],
      },
      source: NDR,
      examples: ["432 4.3.2 STOREDRV.Deliver; mailbox server is too busy"],
    },
    {
      id: "exchange/outbound-spam",
      cause: "sending_account_blocked",
      probability: 0.93,
      when: {
        text: /outboundspamexception|wascl useraction verdict|submission quota|submissionquotaexceeded/i,
      },
      source: NDR,
      examples: [
        "554 5.2.0 STOREDRV.Submission.Exception:OutboundSpamException; Failed to process message due to a permanent exception with message WASCL UserAction verdict is not None. Actual verdict is Suspend",
      ],
    },
    {
      id: "exchange/delivery-exception",
      cause: "receiver_system_error",
      probability: 0.8,
      otherCauses: [{ cause: "recipient_disabled", probability: 0.08 }],
      when: { text: /storedrv\.(?:deliver|submi|storage)[a-z]{0,12}[;.]/i },
      source: ONPREM,
      examples: [
        "554 5.2.0 STOREDRV.Deliver.Exception:ConversionFailedException; Failed to process message due to a permanent exception",
      ],
    },
    {
      id: "exchange/back-pressure",
      cause: "receiver_busy",
      probability: 0.92,
      otherCauses: [{ cause: "receiver_system_full", probability: 0.06 }],
      when: { text: /insufficient system resources/i },
      source: "https://learn.microsoft.com/en-us/exchange/mail-flow/back-pressure",
      examples: ["452 4.3.1 Insufficient system resources"],
    },
    {
      id: "exchange/invalid-content",
      cause: "message_malformed",
      probability: 0.93,
      when: {
        text: [
          /cat\.invalidcontent|m2mcvt\.|content conversion (?:failed|error)|stnef\./i,
          /invalidcontent\.exception/i,
        ],
      },
      source: ONPREM,
      examples: [
        "550 5.6.0 CAT.InvalidContent.Exception: DataSourceOperationException, A property value could not be converted",
      ],
    },
    {
      id: "exchange/unable-to-relay",
      cause: "relay_denied",
      probability: 0.95,
      when: { text: /5\.7\.\d{1,2} (?:smtp; ?)?(?:client host rejected: )?unable to relay/i },
      source:
        "https://learn.microsoft.com/en-us/exchange/troubleshoot/email-delivery/ndr/fix-error-code-550-5-7-1-in-exchange-online",
      examples: [
        "550 5.7.1 Unable to relay",
        "550 5.7.54 SMTP; Unable to relay recipient in non-accepted domain",
      ],
    },
    {
      id: "exchange/client-not-authenticated",
      cause: "smtp_auth_required",
      probability: 0.93,
      when: { text: /5\.7\.1 (?:smtp; ?)?client was not authenticated/i },
      source:
        "https://learn.microsoft.com/en-us/exchange/troubleshoot/email-delivery/ndr/fix-error-code-550-5-7-1-in-exchange-online",
      examples: ["530 5.7.1 Client was not authenticated"],
    },
    {
      id: "exchange/sender-id",
      cause: "spf_failure",
      probability: 0.85,
      otherCauses: [{ cause: "sender_address_invalid", probability: 0.1 }],
      when: { text: /sender id \((?:pra|mfrom)\)/i },
      source:
        "https://learn.microsoft.com/en-us/exchange/antispam-and-antimalware/antispam-protection/sender-id",
      examples: [
        "550 5.7.1 Sender ID (PRA) Not Permitted",
        "550 5.7.1 Missing purported responsible address; Sender ID (PRA) missing",
      ],
    },
    {
      id: "exchange/sender-filtered",
      cause: "sender_blocked_by_recipient",
      probability: 0.85,
      when: { text: /5\.1\.0 sender denied|5\.7\.1 sender denied|554 5\.1\.0 sender denied/i },
      source:
        "https://learn.microsoft.com/en-us/exchange/antispam-and-antimalware/antispam-protection/sender-filtering",
      examples: ["554 5.1.0 Sender denied"],
    },
    {
      id: "exchange/connection-filtered",
      cause: "ip_blocklisted",
      probability: 0.75,
      otherCauses: [
        { cause: "sender_blocked_by_recipient", probability: 0.15 },
        { cause: "ip_blocklisted_private", probability: 0.08 },
      ],
      when: { text: /recipient not authorized, your ip has been found on a block list/i },
      source:
        "https://learn.microsoft.com/en-us/exchange/antispam-and-antimalware/antispam-protection/connection-filtering",
      examples: ["550 5.7.1 Recipient not authorized, your IP has been found on a block list"],
    },
    {
      id: "exchange/content-filter",
      cause: "spam_content",
      probability: 0.93,
      when: { text: /message rejected as spam by content filtering/i },
      source:
        "https://learn.microsoft.com/en-us/exchange/antispam-and-antimalware/antispam-protection/content-filtering",
      examples: ["550 5.7.1 Message rejected as spam by Content Filtering."],
    },
    {
      id: "exchange/sender-limits",
      cause: "sending_quota",
      probability: 0.85,
      when: {
        text: [
          /message submission rate for this client has exceeded/i,
          /exceeded the (?:maximum )?message submission rate/i,
        ],
      },
      source: "https://learn.microsoft.com/en-us/exchange/mail-flow/message-rate-limits",
      examples: ["421 4.4.2 Message submission rate for this client has exceeded the configured limit"],
    },
    {
      id: "exchange/connection-dropped",
      cause: "network_error",
      probability: 0.88,
      when: {
        text: [
          /4\.4\.2 (?:connection dropped|socket|remote (?:host|server) (?:closed|dropped))/i,
          /connection dropped due to/i,
        ],
      },
      source: ONPREM,
      examples: ["421 4.4.2 Connection dropped due to SocketError"],
    },
    {
      id: "exchange/unable-to-connect",
      cause: "host_unreachable",
      probability: 0.9,
      when: { text: /primary target ip address responded with|failed to connect\. winsock error code/i },
      source: ONPREM,
      examples: [
        '421 4.4.1 Primary target IP address responded with: "421 4.4.1 Connection timed out." Attempted failover to alternate host, but that did not succeed.',
      ],
    },
  ],
});
