import { defineRules } from "../define-rule.ts";

const OBSERVED = "observed: refusals of many systems";

/** Refusals by a rule of the receiving side, where nothing finer is said. */
export const policy = defineRules({
  name: "policy",
  providers: null,
  tier: "generic-text",
  rules: [
    {
      id: "policy/rule-of-recipient",
      cause: "policy_rule_recipient",
      probability: 0.8,
      otherCauses: [{ cause: "policy_rejected", probability: 0.15 }],
      when: {
        text: /(?:recipient(?:'s)?|organi[sz]ation(?:al|'s)?|company|corporate|customer|user(?:-defined|'s)?|administrator(?:'s)?|admin|site|domain owner|local administrator|mail(?: ?flow)?|transport|delivery|dlp|data loss|compliance|content) (?:\w{1,12} )?(?:polic(?:y|ies)|rules?|filters?|restrictions?|settings?|administrator)\b[^.;]{0,50}(?:reject|block|refus|den(?:y|ied)|prohibit|prevent|violat|not allow|restrict)|(?:reject|block|refus|den|violat|prohibit|prevent)\w{0,5}[^.;]{0,40}(?:recipient(?:'s)?|organi[sz]ation(?:al|'s)?|company|corporate|customer|user(?:-defined|'s)?|administrator|admin|transport|mail ?flow|dlp|compliance) (?:\w{1,12} )?(?:polic(?:y|ies)|rules?|filters?|restrictions?|settings?|administrator)?|(?:blocked|rejected|refused|denied) by (?:the |an? |your |their |our )?(?:mail |e-?mail |system |server |network |local )?administrat(?:or|ion)|block(?:ed)? by (?:a )?(?:custom|user|filter|mail) rule/i,
      },
      source: OBSERVED,
      examples: [
        "550 5.7.1 Message rejected by recipient organization policy",
        "554 5.7.1 This message violates the company policy and was blocked by the administrator's rule",
        "550 Blocked by mail administrator",
      ],
    },
    {
      id: "policy/country",
      cause: "policy_rejected",
      probability: 0.85,
      when: {
        text: /(?:country|geo(?:graphic)?(?:al)?|region|nation)[^.;]{0,40}(?:block|reject|refus|not|den|restrict)|(?:block|reject|refus|den)\w{0,4}[^.;]{0,40}(?:country|geo-?ip|region)/i,
      },
      source: OBSERVED,
      examples: ["554 5.7.1 Mail from your country is not accepted: geoip block"],
    },
    {
      id: "policy/policy-reasons",
      cause: "policy_rejected",
      probability: 0.78,
      otherCauses: [{ cause: "spam_content", probability: 0.1 }],
      when: {
        text: /\bpolic(?:y|ies)\b|priority level is too low|trust relationship required|security (?:reasons?|violation|restriction|concern|check)|not (?:in )?complian(?:t|ce)|terms of (?:service|use)|acceptable use|\baup\b|for (?:your |our )?security|security features not supported|security conversion/i,
      },
      source: OBSERVED,
      examples: [
        "550 5.7.1 Message refused for policy reasons",
        "554 5.7.1 Local policy violation on this host",
        "550 5.7.0 Rejected for security reasons",
        "550 5.7.15 Priority Level is too low",
      ],
    },
  ],
});
