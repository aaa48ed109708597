import { defineRules } from "../define-rule.ts";

const SES = "https://docs.aws.amazon.com/ses/latest/dg/";
const SENDGRID = "https://www.twilio.com/docs/sendgrid/ui/analytics-and-reporting/bounced-messages";
const MAILGUN = "https://documentation.mailgun.com/docs/mailgun/user-manual/events/";
const POSTMARK = "https://postmarkapp.com/developer/api/bounce-api";
const SPARKPOST = "https://support.sparkpost.com/docs/deliverability/bounce-classification-codes";

/** What sending services say themselves, when they did not even try, or when they refuse their own customer. */
export const sendingServices = defineRules({
  name: "sending-services",
  providers: null,
  tier: "provider-text",
  rules: [
    {
      id: "sending-services/ses-suppression-list",
      cause: "suppressed",
      probability: 0.97,
      when: {
        text: [
          /on the (?:amazon ses )?(?:account-level |global )?suppression list|onaccountsuppressionlist/i,
          /recipient address is on (?:the |your )?(?:account )?suppression/i,
          /has a recent history of bouncing|blacklisted address: .{1,120}/i,
        ],
      },
      source: `${SES}sending-email-suppression-list.html`,
      examples: [
        "Amazon SES has suppressed sending to this address because it is on the suppression list for your account.",
        "Amazon SES has suppressed sending to this address because it has a recent history of bouncing as an invalid address.",
        "550 5.1.1 Amazon SES did not send the message to this address because it is on the suppression list for your account. For more information about removing addresses from the suppression list, see the Amazon SES Developer Guide",
      ],
    },
    {
      id: "sending-services/dropped-previous-bounce",
      cause: "suppressed",
      probability: 0.96,
      when: {
        text: [
          /\bon (?:the |your |our )?(?:\w{1,10} )?(?:unsubscribe|suppression|bounce|complaint) list/i,
          /^(?:reason: )?(?:bounced address|unsubscribed address|spam reporting address|invalid smtpapi header|recipient list over package quota)$/i,
          /not delivering to (?:(?:previously )?bounced|a user who (?:marked|unsubscribed)|unsubscribed|suppressed)/i,
          /previously (?:hard[- ]?)?bounced/i,
          /address (?:is )?(?:on|in) (?:your |our |the |a )?(?:bounce|suppression|complaint|unsubscribe|block|global suppression|exclusion|blocked contacts) ?list/i,
          /suppress-(?:bounce|complaint|unsubscribe)|(?:is|was|been) suppressed/i,
          /inactive recipients? found|marked as inactive/i,
          /you tried to send to (?:a )?recipients? that (?:has|have) been marked as inactive/i,
          /recipient (?:address )?(?:was )?suppressed|hard[- ]bounced? (?:previously|before)/i,
          /recipient has unsubscribed|contact (?:is )?(?:blocked|unsubscribed|blocklisted)/i,
          /message (?:was )?(?:not sent|dropped|skipped).{0,60}(?:suppress|unsubscrib|bounce)/i,
        ],
      },
      source: SENDGRID,
      examples: [
        "Dropped: address on global unsubscribe list",
        "Bounced Address",
        "Unsubscribed Address",
        "Not delivering to previously bounced address",
        "Not delivering to a user who marked your messages as spam",
        "You tried to send to recipient(s) that have been marked as inactive. Found inactive addresses: jane@example.com.",
        "554 5.7.1 [internal] recipient address was suppressed due to customer policy",
      ],
    },
    {
      id: "sending-services/mailgun-too-old",
      cause: "delivery_expired",
      probability: 0.9,
      when: { text: /^too old$|message expired in queue|unable to connect to mx servers/i },
      source: MAILGUN,
      examples: ["Too old"],
    },
    {
      id: "sending-services/mailgun-no-mx",
      cause: "domain_not_found",
      probability: 0.9,
      when: {
        text: /^no mx for |(?<!sender.{0,60})(?:no mx (?:records? )?(?:found )?for|no (?:valid )?mail servers? (?:found )?for)/i,
      },
      source: MAILGUN,
      examples: ["No MX for no-such.example", "550 no MX found for no-such.example"],
    },
    {
      id: "sending-services/ses-unverified-identity",
      cause: "sending_account_blocked",
      probability: 0.93,
      when: {
        text: [
          /email address is not verified\. the following identities failed/i,
          /identities failed the check in region|sending paused for this account/i,
          /account (?:is )?(?:in )?(?:the )?(?:amazon ses )?sandbox/i,
        ],
      },
      source: `${SES}troubleshoot-error-messages.html`,
      examples: [
        "554 Message rejected: Email address is not verified. The following identities failed the check in region US-EAST-1: user@example.org",
      ],
    },
    {
      id: "sending-services/ses-quota",
      cause: "sending_quota",
      probability: 0.95,
      when: {
        text: [
          /daily message quota exceeded|maximum sending rate exceeded|throttling failure/i,
          /maximum credits exceeded/i,
        ],
      },
      source: `${SES}manage-sending-quotas-errors.html`,
      examples: [
        "454 Throttling failure: Daily message quota exceeded.",
        "454 Throttling failure: Maximum sending rate exceeded.",
        "451 Authentication failed: Maximum credits exceeded",
      ],
    },
    {
      id: "sending-services/sendgrid-sender-identity",
      cause: "sending_account_blocked",
      probability: 0.9,
      when: {
        text: [
          /from address does not match a verified sender identity/i,
          /sender (?:identity|signature) (?:is )?not (?:verified|confirmed)/i,
          /sender signature .{0,80}not (?:defined|found|confirmed)/i,
          /domain .{1,120} is not (?:verified|allowed to send|authori[sz]ed) .{0,60}(?:account|from)/i,
          /free accounts are for test purposes only|authorized recipients/i,
        ],
      },
      source: "https://www.twilio.com/docs/sendgrid/for-developers/sending-email/sender-identity",
      examples: [
        "550 The from address does not match a verified Sender Identity. Mail cannot be sent until this error is resolved.",
        "400 The 'From' address you supplied (user@example.org) is not a Sender Signature on your account. Sender signature user@example.org not defined",
      ],
    },
    {
      id: "sending-services/postmark-inactive-class",
      cause: "recipient_unknown",
      probability: 0.9,
      when: {
        text: /^the server was unable to deliver your message \(ex: unknown user, mailbox not found\)\.?$/i,
      },
      source: POSTMARK,
      examples: ["The server was unable to deliver your message (ex: unknown user, mailbox not found)."],
    },
    {
      id: "sending-services/sparkpost-classes",
      cause: "suppressed",
      probability: 0.93,
      when: { text: /\[internal\] (?:recipient|message|address)/i },
      source: SPARKPOST,
      examples: ["550 5.1.1 [internal] Recipient rejected by policy"],
    },
    {
      id: "sending-services/sparkpost-no-dns",
      cause: "domain_not_found",
      probability: 0.85,
      when: {
        text: /\[internal\].{0,40}(?:unrout|domain|dns)|exceeded max time without delivery.{0,20}dns/i,
      },
      source: SPARKPOST,
      examples: ["550 5.4.4 [internal] Domain Lookup Failed"],
    },
    {
      id: "sending-services/exact-target-held",
      cause: "suppressed",
      probability: 0.9,
      when: {
        text: [
          /subscriber (?:status )?(?:is )?(?:held|unsubscribed|master unsubscribed)/i,
          /(?:list|global|auto)[ -]?suppress(?:ion|ed)\b/i,
        ],
      },
      source: "https://help.salesforce.com/",
      examples: ["Subscriber status is held", "Global suppression: address suppressed"],
    },
  ],
});
