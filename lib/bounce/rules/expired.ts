import { defineRules } from "../define-rule.ts";

const RFC3463 = "https://www.rfc-editor.org/rfc/rfc3463";
const NDR =
  "https://learn.microsoft.com/en-us/exchange/troubleshoot/email-delivery/ndr/fix-error-code-550-4-4-7-in-exchange-online";

/** Given up after waiting. Asked after everything else, because the reason for the waiting is worth more. */
export const expired = defineRules({
  name: "expired",
  providers: null,
  tier: "generic-text",
  rules: [
    {
      id: "expired/lifetime",
      cause: "delivery_expired",
      probability: 0.9,
      when: {
        text: [
          /(?:delivery|message|mail|queue|retry|lifetime|time|transfer|e-?mail)[ -]?(?:time |lifetime |period |timeout |limit )?(?:has |have |was |is )?(?:been )?(?:expired|exceeded|timeout exceeded|timed out)/i,
          /queue\.expired|retry time(?:out)? (?:not reached|exceeded)/i,
          /(?:in|on) (?:the )?queue (?:for )?(?:too long|more than|\d)|too long in (?:the )?queue/i,
          /(?:could|can|was|has) ?not (?:be |been )?(?:delivered|sent)[^.;]{0,40}(?:for|within|in|after|during) (?:the )?(?:last |more than |specified |allowed )?(?:\d{1,4}|the|several|allotted)/i,
          /unable to deliver (?:\w{1,10} )?(?:message )?(?:for|in|after|within) (?:\d|the)/i,
          /undeliver(?:able|ed) (?:for|after) \d|(?:giving|give|gave|given) (?:it )?up\b|stopped trying/i,
          /no longer (?:be )?(?:retr|attempt|try)/i,
          /(?:several|all|multiple|repeated|too many) (?:delivery )?(?:attempts|retries)[^.;]{0,40}(?:unsuccessful|failed|exhausted)/i,
          /too old|exceeded max(?:imum)? (?:time|retries|delivery|age|queue)/i,
          /max(?:imum)? (?:time|retries|age|delivery attempts)[^.;]{0,30}(?:exceed|reach)/i,
          /not delivered (?:within|in|after|for)|will not be retried|expired/i,
        ],
      },
      source: RFC3463,
      examples: [
        "4.4.7 Delivery time expired",
        "550 5.4.300 Message expired -> 4.4.7",
        "Message could not be delivered for 5 days",
        "500 5.4.7 Delivery expired (message too old)",
      ],
    },
    {
      id: "expired/exchange",
      cause: "delivery_expired",
      probability: 0.88,
      when: {
        enhanced: ["5.4.300", "4.4.7", "5.4.7"],
        text: /attempted failover|last(?:attempted| attempt)|delivery/i,
      },
      source: NDR,
      examples: ["550 5.4.300 LastAttemptedServerName=mx.example.org"],
    },
  ],
});
