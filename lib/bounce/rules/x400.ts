import { defineRules } from "../define-rule.ts";

const X411 = "https://www.rfc-editor.org/rfc/rfc2156#appendix-K";

/** The diagnostic codes of X.400 (X.411), as gateways carry them over (RFC 2156, MIXER). */
export const x400 = defineRules({
  name: "x400",
  providers: null,
  tier: "provider-text",
  rules: [
    {
      id: "x400/unrecognised-name",
      cause: "recipient_unknown",
      probability: 0.95,
      when: { text: /unrecogni[sz]ed[ -](?:o\/?r|originator\/recipient)[ -]name|\(000c05a6\)/i },
      source: X411,
      examples: ["unable-to-transfer unrecognised-OR-name", "Unable to transfer Unrecognised O/R Name"],
    },
    {
      id: "x400/ambiguous-name",
      cause: "recipient_ambiguous",
      probability: 0.93,
      when: { text: /ambiguous[ -]o\/?r[ -]name|multiple[ -]o\/?r[ -]names/i },
      source: X411,
      examples: ["unable-to-transfer ambiguous-OR-name"],
    },
    {
      id: "x400/recipient-unavailable",
      cause: "recipient_disabled",
      probability: 0.6,
      otherCauses: [{ cause: "receiver_not_accepting", probability: 0.3 }],
      when: {
        text: /(?:unable|transfer)[^.;]{0,40}\brecipient[ -]unavailable\b|mail[ -]recipient[ -](?:travelling|moved)/i,
      },
      source: X411,
      examples: ["unable-to-transfer recipient-unavailable"],
    },
    {
      id: "x400/refused",
      cause: "recipient_restricted",
      probability: 0.7,
      otherCauses: [{ cause: "sender_blocked_by_recipient", probability: 0.15 }],
      when: { text: /\bmail-refused\b|\bsecure-messaging-error\b|\bno[ -]dl[ -]submit[ -]permission/i },
      source: X411,
      examples: ["unable-to-transfer no-DL-submit-permission"],
    },
    {
      id: "x400/expired",
      cause: "delivery_expired",
      probability: 0.9,
      when: { text: /maximum[ -]time[ -]expired/i },
      source: X411,
      examples: ["unable-to-transfer maximum-time-expired"],
    },
    {
      id: "x400/size",
      cause: "message_too_large",
      probability: 0.92,
      when: { text: /\bcontent-too-long\b|size[ -]constraint[ -]violat/i },
      source: X411,
      examples: ["unable-to-transfer content-too-long"],
    },
    {
      id: "x400/loop",
      cause: "routing_loop",
      probability: 0.94,
      when: { text: /\bloop-detected\b/i },
      source: X411,
      examples: ["transfer-failure loop-detected"],
    },
    {
      id: "x400/congestion",
      cause: "receiver_busy",
      probability: 0.85,
      when: { text: /\bmts[ -]congestion\b/i },
      source: X411,
      examples: ["transfer-failure mts-congestion"],
    },
  ],
});
