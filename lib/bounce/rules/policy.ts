import { defineRules } from "../define-rule.ts";

const OBSERVED = "observed: refusals of many systems";

/** Refusals by a rule of the receiving side, where nothing finer is said. */
export const policy = defineRules({
  name: "policy",
  providers: null,
  tier: "generic-text",
  rules: [
    {
      id: "policy/by-administrator",
      cause: "policy_rule_recipient",
      probability: 0.8,
      otherCauses: [{ cause: "sender_blocked_by_recipient", probability: 0.12 }],
      when: {
        text: [
          /(?:blocked|rejected|refused|denied|prohibited|quarantined) by (?:the |an? |your |their |our )?(?:mail |e-?mail |system |server |network |local |site |domain )?administrat(?:or|ion|ive)/i,
          /(?:blocked|rejected|refused|denied) by (?:a )?(?:custom|user|filter|mail|local|transport|mail flow) rule/i,
        ],
      },
      source: OBSERVED,
      examples: ["550 Blocked by mail administrator", "554 5.7.1 Message denied by a mail flow rule"],
    },
    {
      id: "policy/of-organisation",
      cause: "policy_rule_recipient",
      probability: 0.82,
      otherCauses: [{ cause: "policy_rejected", probability: 0.12 }],
      when: {
        text: [
          /\b(?:recipient(?:'s)?|organi[sz]ation(?:al|'s)?|company|corporate|customer|user-defined|administrator(?:'s)?|domain owner|transport|mail ?flow|dlp|data loss(?: prevention)?|compliance|tenant)\b(?: \w{1,14}){0,2} (?:polic(?:y|ies)|rules?|filters?|restrictions?)\b/i,
          /polic(?:y|ies) (?:of|set by) (?:the |your |their |our )?(?:recipient|organi[sz]ation|company|administrator|domain)/i,
        ],
      },
      source: OBSERVED,
      examples: [
        "550 5.7.1 Message rejected by recipient organization policy",
        "554 5.7.1 This message violates the company policy",
        "550 5.7.1 Rejected by DLP policy",
      ],
    },
    {
      id: "policy/country",
      cause: "policy_rejected",
      probability: 0.85,
      when: {
        text: [
          /\b(?:country|geo(?:graphic)?(?:al)?|geo-?ip)\b[^.;]{0,40}(?:block|reject|refus|not|denied|restrict)/i,
          /(?:block|reject|refus|denied)\w{0,4}[^.;]{0,40}\b(?:country|geo-?ip)\b/i,
        ],
      },
      source: OBSERVED,
      examples: ["554 5.7.1 Mail from your country is not accepted: geoip block"],
    },
    {
      id: "policy/policy-reasons",
      cause: "policy_rejected",
      probability: 0.8,
      otherCauses: [{ cause: "spam_content", probability: 0.1 }],
      when: {
        text: [
          /\bpolic(?:y|ies)\b(?! (?:service|server|daemon))|priority level is too low/i,
          /trust relationship required|terms of (?:service|use)|acceptable use|\baup\b/i,
        ],
      },
      source: OBSERVED,
      examples: [
        "550 5.7.1 Message refused for policy reasons",
        "554 5.7.1 Policy violation on this host",
        "550 5.7.15 Priority Level is too low",
      ],
    },
    {
      id: "policy/will-not-accept",
      cause: "policy_rejected",
      probability: 0.62,
      otherCauses: [
        { cause: "spam_content", probability: 0.15 },
        { cause: "reputation_low", probability: 0.1 },
      ],
      when: {
        text: /\b(?:will|do|does|can|could) ?not accept (?:delivery of )?(?:this|your) (?:message|mail|e-?mail)\b/i,
      },
      source: OBSERVED,
      examples: ["521 5.2.1 The server will not accept delivery of this message."],
    },
    {
      id: "policy/security",
      cause: "policy_rejected",
      probability: 0.75,
      when: {
        text: [
          /security (?:reasons?|violation|restriction|concern|check|features|conversion|settings)/i,
          /for (?:your |our )?security/i,
        ],
      },
      source: OBSERVED,
      examples: ["550 5.7.0 Rejected for security reasons", "550 5.7.4 Security features not supported"],
    },
  ],
});
