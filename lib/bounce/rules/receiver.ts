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
        text: /insufficient (?:system |disk |server )?(?:storage|disk|space)|no space left|(?:out of|not enough|low|no|lack of|insufficient|low on|running out of) (?:free )?(?:disk|system|queue|server)(?: disk| storage| swap)?(?: space| storage)?\b|(?:mail )?(?:system|server|disk|file ?system|queue|spool|partition) (?:is )?(?:full|out of (?:space|disk))|mail system full|storage (?:device )?(?:is )?full|low disk|disk (?:is )?full|not enough (?:free )?(?:space|memory)/i,
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
      probability: 0.85,
      when: {
        text: /not (?:currently |presently )?accepting (?:any )?(?:network |smtp |new |incoming )?(?:messages|mail|e-?mail|connections)|(?:shut(?:ting)?[ -]?down|going down|under maintenance|maintenance (?:mode|window|in progress)|being (?:upgraded|migrated|rebooted))|mail (?:service|system|server) (?:is )?(?:disabled|offline|closed|down|not running|under maintenance)|server (?:is )?(?:offline|in maintenance|shutting)|(?:temporarily )?closed for/i,
      },
      source: RFC3463,
      examples: [
        "453 4.3.2 System not accepting network messages",
        "421 4.3.2 Server shutting down",
        "451 4.3.2 Mail system is down for maintenance, under maintenance until 06:00",
      ],
    },
    {
      id: "receiver/busy",
      cause: "receiver_busy",
      probability: 0.91,
      when: {
        text: /(?:server|system|host|service|mailbox|we|mail ?server|i|it|gateway|queue|filter|cluster|process(?:es)?|backend|daemon)?(?:'m| is| are)? ?(?:currently |temporarily |too |very |just |really ){0,6}busy\b|over-?load(?:ed|ing)?|(?:system|server|machine|cpu|average|high|excessive)? ?load (?:is )?(?:too high|average|limit|exceed)|congest(?:ed|ion)|resources? (?:are |is )?(?:temporarily |currently )?(?:un|not )available|(?:insufficient|not enough|low|out of|lack of) (?:system )?(?:resources|memory)|too many (?:processes|children|threads|load)|heavy load|high load|all (?:servers|lines|processes) (?:are )?busy|capacity/i,
      },
      source: RFC3463,
      examples: [
        "421 4.3.2 System too busy",
        "451 4.4.5 Mail system congestion",
        "421 4.3.2 Server overloaded, try again later",
        "451 4.3.0 Load average too high",
      ],
    },
    {
      id: "receiver/error",
      cause: "receiver_system_error",
      probability: 0.85,
      when: {
        text: /local (?:error|problem|configuration)|(?:internal|system|server|configuration|config|database|db|ldap|directory|backend|storage|i\/o|io|disk|software|processing|application|script|filter|scanner|milter|queue|mail|delivery|file|permission|policy service|policy server|lookup|table|runtime|unexpected|unknown|general|fatal|critical|transient|temporary|technical)[ -](?:local |server |system |lookup |configuration |internal )?(?:error|failure|fault|exception|malfunction|problem|difficult(?:y|ies))|(?:incorrectly|mis-?) ?configured|misconfigur(?:ed|ation)|(?:milter|filter|scanner|policy|ldap|database|backend|lookup|directory|mail ?store|mailbox server|service|lmtp|dovecot|content filter|spamd|clamd|delivery agent|storage) (?:\w{1,12} )?(?:is )?(?:temporarily |currently )?(?:unavailable|not available|failed|failure|timed? ?out|not responding|not running|down|crashed|unreachable|error)|requested action aborted|unable to (?:complete|process|accept|deliver|queue|open|write|create|lock|read|store|save|access|perform)[^.;]{0,60}|(?:cannot|can't|could not|couldn't|failed to|can not) (?:complete|process|accept|open|write|create|lock|read|store|save|access|append|fork|allocate|exec|chdir|stat|perform|queue)\b|permission denied|(?:mail ?box|folder|file|mail ?dir) (?:is )?(?:locked|corrupt|damaged|in use)|not (?:currently )?able to|temporar(?:y|ily) (?:unable|failure|unavailable|error|problem|local|system|server|rejected|refused|deferred|lookup)|service (?:is )?(?:temporarily )?(?:unavailable|not available)|try (?:again )?later|crash|segmentation|assertion failed|stack trace|unhandled|oops/i,
      },
      source: RFC5321,
      examples: [
        "451 4.3.0 Requested action aborted: local error in processing",
        "550 5.3.5 System incorrectly configured",
        "451 4.3.0 Internal server error",
        "450 4.7.1 <jane@example.com>: Recipient address rejected: policy service unavailable",
        "421 4.3.0 Service temporarily unavailable",
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
        text: /closing (?:transmission )?(?:channel|connection)|service not available|goodbye|bye\b/i,
      },
      source: RFC5321,
      examples: ["421 mx.example.com closing transmission channel"],
    },
  ],
});
