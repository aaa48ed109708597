import { defineRules } from "../define-rule.ts";

const OBSERVED = "observed: replies of many systems";

/** Words so general that they only shift the odds. Asked last among the texts. */
export const vague = defineRules({
  name: "vague",
  providers: null,
  tier: "generic-text",
  rules: [
    {
      id: "vague/timeout",
      cause: "network_error",
      probability: 0.55,
      otherCauses: [{ cause: "host_unreachable", probability: 0.3 }],
      when: { text: /(?<!retry )\b(?:timed? ?-?out|timeout)\b(?! exceeded)/i },
      source: OBSERVED,
      examples: ["421 mx.example.com Error: timeout", "451 Timeout waiting for client input"],
    },
    {
      // Postfix to DATA, after it had refused every recipient: what it said then is not in these words.
      id: "vague/no-recipient-left",
      cause: "recipient_unknown",
      probability: 0.6,
      otherCauses: [
        { cause: "policy_rejected", probability: 0.15 },
        { cause: "recipient_restricted", probability: 0.1 },
      ],
      when: { text: /\b5\.5\.1 error: no valid recipients\b/i },
      source: "https://www.postfix.org/smtpd.8.html",
      examples: ["554 5.5.1 Error: no valid recipients"],
    },
    {
      id: "vague/recipient-rejected",
      cause: "recipient_unknown",
      probability: 0.62,
      otherCauses: [
        { cause: "policy_rejected", probability: 0.15 },
        { cause: "recipient_restricted", probability: 0.12 },
      ],
      when: {
        codes: ["5xx"],
        text: [
          /\b(?:recipient|rcpt|destination)(?: address)?(?: <?[^ ]{1,90}>?)? (?:is |was |has been )?(?:rejected|refused|denied|not accepted|unacceptable|not allowed)/i,
          /(?<!ip )\baddress (?:is |was )?(?:rejected|refused|not accepted)/i,
          /(?:rejected|refused) recipient/i,
        ],
      },
      source: OBSERVED,
      examples: ["550 5.0.1 Recipient rejected", "550 Address rejected nobody@example.com"],
    },
    {
      id: "vague/access-denied",
      cause: "policy_rejected",
      probability: 0.5,
      otherCauses: [
        { cause: "sender_blocked_by_recipient", probability: 0.15 },
        { cause: "ip_blocklisted_private", probability: 0.12 },
      ],
      when: {
        codes: ["5xx"],
        text: [
          /access (?:is )?denied|permission denied|denied/i,
          /not (?:allowed|permitted|authori[sz]ed|accepted)|unauthori[sz]ed|forbidden|prohibited/i,
        ],
      },
      source: OBSERVED,
      examples: ["554 5.7.1 Access denied", "550 Not allowed"],
    },
    {
      id: "vague/refused",
      cause: "policy_rejected",
      probability: 0.45,
      otherCauses: [
        { cause: "spam_content", probability: 0.2 },
        { cause: "sender_blocked_by_recipient", probability: 0.1 },
      ],
      when: {
        codes: ["5xx"],
        text: [
          /(?:message|mail|e-?mail|delivery|transaction|connection|transmission)[^.;]{0,30}(?:refused|rejected|blocked|declined|denied|not accepted)/i,
          /(?:transaction|transmission|smtp session)[^.;]{0,30} failed/i,
          /(?:refused|rejected|blocked|declined)/i,
        ],
      },
      source: OBSERVED,
      examples: ["554 5.7.1 Message refused", "554 Transaction failed", "550 Blocked"],
    },
    {
      id: "vague/refused-translated",
      cause: "policy_rejected",
      probability: 0.45,
      otherCauses: [
        { cause: "spam_content", probability: 0.15 },
        { cause: "sender_blocked_by_recipient", probability: 0.1 },
      ],
      when: {
        codes: ["5xx"],
        text: [
          /\b(?:abgelehnt|abgewiesen|verweigert|zurückgewiesen|nicht (?:erlaubt|angenommen|akzeptiert|gestattet|zugelassen))/i,
          /(?:refus|rejet)(?:é|ee?)\b|(?:non|pas) autoris|acc[eè]s interdit/i,
          /\b(?:rechazad[oa]|denegad[oa]|no permitid[oa]|rejeitad[oa]|recusad[oa]|negado|n[ãa]o permitid[oa])\b/i,
          /\b(?:rifiutat[oa]|respint[oa]|negato|non consentit[oa]|geweigerd|niet toegestaan|odrzucon[aoy]|avvisat|nekad)\b/i,
          /отклонен|отказано|拒否|拒绝|거부/i,
        ],
      },
      source: OBSERVED,
      examples: ["554 Nachricht abgelehnt", "550 acceso denegado", "550 Le domaine n'est pas autorisé"],
    },
    {
      id: "vague/refused-for-now",
      cause: "policy_rejected",
      probability: 0.4,
      otherCauses: [
        { cause: "greylisted", probability: 0.2 },
        { cause: "reputation_low", probability: 0.15 },
      ],
      when: { codes: ["4xx"], text: /(?:temporar\w{1,4} |been )(?:rejected|refused|denied|blocked)/i },
      source: OBSERVED,
      examples: ["450 4.7.1 temporarily blocked", "450 4.7.0 Message temporarily refused by the host"],
    },
    {
      id: "vague/deferred",
      cause: "receiver_system_error",
      probability: 0.35,
      otherCauses: [
        { cause: "rate_limited", probability: 0.2 },
        { cause: "greylisted", probability: 0.2 },
      ],
      when: { codes: ["4xx"], text: /deferred|try again|retry|temporar|rejected|refused|denied|blocked/i },
      source: OBSERVED,
      examples: ["451 4.7.1 Deferred"],
    },
  ],
});
