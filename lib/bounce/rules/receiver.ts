import { defineRules } from "../define-rule.ts";

const RFC3463 = "https://www.rfc-editor.org/rfc/rfc3463";
const RFC5321 = "https://www.rfc-editor.org/rfc/rfc5321";
const OBSERVED = "observed: replies of many systems";

/** The receiving system has trouble of its own. */
export const receiver = defineRules({
  name: "receiver",
  providers: null,
  tier: "generic-text",
  rules: [
    {
      id: "receiver/system-full",
      cause: "receiver_system_full",
      probability: 0.94,
      when: {
        text: [
          /insufficient (?:system |disk |server )?(?:storage|disk|space)|no space left/i,
          /(?:out of|not enough|low|no|lack of|low on|running out of|insufficient) (?:free )?(?:disk|queue)(?: space| storage)?\b/i,
          /\b(?:mail )?(?:system|server|disk|file ?system|queue|spool|partition) (?:is )?(?:full|out of (?:space|disk))/i,
          /storage (?:device )?(?:is )?full|not enough (?:free )?space/i,
        ],
      },
      source: RFC3463,
      examples: [
        "452 4.3.1 Insufficient system storage",
        "451 4.3.1 No space left on device",
        "452 4.3.1 Mail system full",
        "452 Insufficient disk space; try again later",
      ],
    },
    {
      id: "receiver/not-accepting",
      cause: "receiver_not_accepting",
      probability: 0.86,
      when: {
        text: [
          /\bnot (?:currently |presently )?accepting (?:any )?(?:network |smtp |new |incoming )?(?:messages|mail|e-?mail|connections)/i,
          /shut(?:ting)?[ -]?down|going down|\bmaintenance\b|being (?:upgraded|migrated|rebooted)/i,
          /(?:mail (?:service|system|server)|server) (?:is )?(?:disabled|offline|closed|down|not running)/i,
        ],
      },
      source: RFC3463,
      examples: [
        "453 4.3.2 System not accepting network messages",
        "421 4.3.2 Server shutting down",
        "451 4.3.2 Mail system is under maintenance until 06:00",
      ],
    },
    {
      id: "receiver/busy",
      cause: "receiver_busy",
      probability: 0.91,
      when: {
        text: [
          /\bbusy\b|over-?load(?:ed|ing)?\b|\bload (?:is )?(?:too high|average|limit|exceed)/i,
          /congest(?:ed|ion)/i,
          /resources? (?:are |is )?(?:temporarily |currently )?(?:unavailable|not available)/i,
          /(?:insufficient|not enough|low|out of|lack of) (?:system )?(?:resources|memory)/i,
          /too many (?:processes|children|threads)|(?:heavy|high) load/i,
        ],
      },
      source: RFC3463,
      examples: [
        "421 4.3.2 System too busy",
        "451 4.4.5 Mail system congestion",
        "421 4.3.2 Server overloaded, try again later",
        "451 4.3.0 Load average too high",
        "421 busy, come back later",
      ],
    },
    {
      id: "receiver/local-error",
      cause: "receiver_system_error",
      probability: 0.88,
      when: {
        text: [
          /\blocal (?:error|problem|configuration error)|requested action aborted/i,
          /\b(?:internal|system|server|configuration|config|database|db|ldap|directory|backend|storage|i\/o|disk|software|processing|application|script|filter|scanner|milter|queue|queue file|policy service|policy server|lookup|table|runtime|unexpected|general|fatal|critical|technical)[ -](?:server |system |lookup |write |read )?(?:error|failure|fault|exception|malfunction|problem|difficult(?:y|ies))/i,
          /(?:incorrectly|mis-?) ?configured|misconfigur(?:ed|ation)/i,
        ],
      },
      source: RFC5321,
      examples: [
        "451 4.3.0 Requested action aborted: local error in processing",
        "550 5.3.5 System incorrectly configured",
        "451 4.3.0 LDAP lookup failure",
        "554 5.3.0 unexpected error",
      ],
    },
    {
      id: "receiver/component-unavailable",
      cause: "receiver_system_error",
      probability: 0.88,
      when: {
        text: /\b(?:milter|filter|scanner|policy service|policy server|ldap|database|backend|directory|mail ?store|mailbox server|lmtp|dovecot|content filter|spamd|clamd|delivery agent|storage|greylist daemon|virus scanner|anti-?virus)\b[^.;]{0,40}(?:unavailable|not available|failed|failure|timed? ?out|not responding|not running|down|crashed|unreachable|error)/i,
      },
      source: OBSERVED,
      examples: [
        "451 4.7.1 Service unavailable - milter failed",
        "450 4.7.1 <jane@example.com>: Recipient address rejected: policy service unavailable",
      ],
    },
    {
      id: "receiver/cannot-perform",
      cause: "receiver_system_error",
      probability: 0.82,
      when: {
        text: [
          /\b(?:unable to|cannot|can't|could not|couldn't|failed to|can not) (?:complete|process|accept|queue|open|write|create|lock|read|store|save|access|append|fork|allocate|exec|chdir|stat|perform|deliver locally)\b/i,
          /permission denied/i,
          /(?:mail ?box|folder|file|mail ?dir) (?:is )?(?:locked|corrupt|damaged|in use)|segmentation/i,
          /assertion failed|stack trace|unhandled|\boops\b|\bcrash/i,
        ],
      },
      source: OBSERVED,
      examples: [
        "451 4.3.0 unable to open mailbox file",
        "550 5.3.0 mailbox corrupt",
        "451 could not process this message",
      ],
    },
    {
      id: "receiver/closing",
      cause: "receiver_not_accepting",
      probability: 0.5,
      otherCauses: [
        { cause: "rate_limited", probability: 0.2 },
        { cause: "receiver_busy", probability: 0.15 },
      ],
      when: {
        codes: ["4xx"],
        text: /closing (?:transmission )?(?:channel|connection)|service not available|goodbye/i,
      },
      source: RFC5321,
      examples: ["421 mx.example.com closing transmission channel"],
    },
    {
      id: "receiver/temporary",
      cause: "receiver_system_error",
      probability: 0.72,
      otherCauses: [
        { cause: "greylisted", probability: 0.1 },
        { cause: "rate_limited", probability: 0.1 },
      ],
      when: {
        text: [
          /temporar(?:y|ily) (?:unable|failure|unavailable|error|problem|local|system|server|lookup)/i,
          /service (?:is )?(?:temporarily |currently )?unavailable(?!;)|transient (?:error|failure)/i,
          /temporarily out of/i,
        ],
      },
      source: OBSERVED,
      examples: ["421 4.3.0 Service temporarily unavailable", "451 4.3.0 Temporary failure, try later"],
    },
  ],
});
