import { defineRules } from "../define-rule.ts";

const SES = "https://docs.aws.amazon.com/ses/latest/dg/notification-contents.html#bounce-types";
const SENDGRID =
  "https://www.twilio.com/docs/sendgrid/ui/analytics-and-reporting/bounce-and-block-classifications";
const SPARKPOST = "https://support.sparkpost.com/docs/deliverability/bounce-classification-codes";
const MANDRILL = "https://mailchimp.com/developer/transactional/docs/reputation-rejections/";

/** The classes that sending services file a bounce under, where an event carries nothing else. Asked after all words. */
export const serviceClasses = defineRules({
  name: "service-classes",
  providers: null,
  tier: "generic-text",
  rules: [
    {
      id: "service-classes/mailbox-full",
      cause: "mailbox_full",
      probability: 0.93,
      when: {
        text: /^(?:(?:permanent|transient|undetermined) )?(?:mailboxfull|mailbox_full|over_quota|bounce class 22)$/i,
      },
      source: SES,
      examples: ["Transient MailboxFull", "mailbox_full", "bounce class 22"],
    },
    {
      id: "service-classes/no-such-address",
      cause: "recipient_unknown",
      probability: 0.88,
      when: {
        text: /^(?:(?:permanent|transient|undetermined) )?(?:noemail|bad_mailbox|bounce class (?:10|30|90)|hard ?bounce|mailbox unavailable)$/i,
      },
      source: SES,
      examples: ["Permanent NoEmail", "bad_mailbox", "bounce class 10"],
    },
    {
      id: "service-classes/permanent",
      cause: "recipient_unknown",
      probability: 0.55,
      otherCauses: [{ cause: "policy_rejected", probability: 0.2 }],
      when: { text: /^permanent (?:general|undetermined)$/i },
      source: SES,
      examples: ["Permanent General"],
    },
    {
      id: "service-classes/suppressed",
      cause: "suppressed",
      probability: 0.95,
      when: {
        text: [
          /^(?:permanent |transient )?(?:suppressed|unsubscribedrecipient)$|due to blacklist user/i,
          /^unsub(?:scribed)?$/i,
        ],
      },
      source: SES,
      examples: ["Permanent Suppressed", "blocked : due to blacklist user"],
    },
    {
      id: "service-classes/too-large",
      cause: "message_too_large",
      probability: 0.93,
      when: { text: /^(?:(?:permanent|transient|undetermined) )?(?:messagetoolarge|bounce class 23)$/i },
      source: SES,
      examples: ["Transient MessageTooLarge"],
    },
    {
      id: "service-classes/content",
      cause: "content_rejected",
      probability: 0.7,
      otherCauses: [{ cause: "spam_content", probability: 0.25 }],
      when: { text: /^(?:(?:permanent|transient|undetermined) )?(?:contentrejected|content)$/i },
      source: SES,
      examples: ["Transient ContentRejected", "Content"],
    },
    {
      id: "service-classes/attachment",
      cause: "attachment_policy",
      probability: 0.92,
      when: { text: /^(?:(?:permanent|transient|undetermined) )?(?:attachmentrejected|bounce class 53)$/i },
      source: SES,
      examples: ["Transient AttachmentRejected"],
    },
    {
      id: "service-classes/spam",
      cause: "spam_content",
      probability: 0.8,
      when: { text: /^bounce class (?:51|52)$|^spam ?notification$/i },
      source: SPARKPOST,
      examples: ["bounce class 51"],
    },
    {
      id: "service-classes/blocked",
      cause: "policy_rejected",
      probability: 0.5,
      otherCauses: [{ cause: "reputation_low", probability: 0.25 }],
      when: { text: /^bounce class (?:25|50)$/i },
      source: SPARKPOST,
      examples: ["bounce class 50"],
    },
    {
      id: "service-classes/frequency",
      cause: "rate_limited",
      probability: 0.85,
      when: { text: /^frequency(?:\/volume| or volume)?(?: too high)?$/i },
      source: SENDGRID,
      examples: ["Frequency/Volume"],
    },
    {
      id: "service-classes/domain",
      cause: "domain_not_found",
      probability: 0.85,
      when: { text: /^(?:invalid_domain|bounce class 21)$/i },
      source: MANDRILL,
      examples: ["invalid_domain", "bounce class 21"],
    },
    {
      id: "service-classes/relaying",
      cause: "relay_denied",
      probability: 0.85,
      when: { text: /^bounce class 54$/i },
      source: SPARKPOST,
      examples: ["bounce class 54"],
    },
    {
      id: "service-classes/timeout",
      cause: "delivery_expired",
      probability: 0.6,
      otherCauses: [{ cause: "host_unreachable", probability: 0.25 }],
      when: { text: /^bounce class 24$/i },
      source: SPARKPOST,
      examples: ["bounce class 24"],
    },
  ],
});
