import { defineRules } from "../define-rule.ts";

const RFC6647 = "https://www.rfc-editor.org/rfc/rfc6647";
const OBSERVED = "observed: replies of many systems";

/** Not now, slower, fewer: greylisting, rates, connections and recipient counts. */
export const rate = defineRules({
  name: "rate",
  providers: null,
  tier: "generic-text",
  rules: [
    {
      id: "rate/recipient-receives-too-much",
      cause: "recipient_rate_limited",
      probability: 0.92,
      permanence: "temporary",
      when: {
        text: [
          /(?:recipient|user|mailbox|account) (?:(?:is|has been|has) (?:currently |been )?|temporarily disabled: )(?:receiving|received|getting) (?:too|mail|e-?mail|messages)/i,
          /(?:recipient|mailbox|user) (?:has )?(?:exceeded|reached) (?:\w{1,12} ){0,3}(?:message|mail|receiv\w{1,4}|incoming|delivery) (?:rate|limit)/i,
          /recipient (?:incoming )?(?:rate|message)(?: rate)? limit|message rate to recipient/i,
          /(?:gets|receives|is getting|is receiving) (?:more|too much|too many) (?:e-?mails?|mails?|messages?|traffic)\b/i,
        ],
      },
      source: OBSERVED,
      examples: [
        "450 4.2.1 The recipient is receiving too many messages right now",
        "451 4.7.1 mailbox has exceeded its incoming rate",
        "450 4.2.1 jane@example.com gets more mail than we deliver per minute",
        "452 4.2.1 Mailbox temporarily disabled: receiving too many messages",
      ],
    },
    {
      id: "rate/greylisted",
      cause: "greylisted",
      probability: 0.97,
      permanence: "temporary",
      when: {
        text: [
          /gr[ea]y[ -]?list|postgrey|milter-greylist|sqlgrey|\bgreylst|gr[ea]ylisted/i,
          /(?:do not|don't) know you yet|(?:first|1st) (?:time|contact|attempt)[^.]{0,40}(?:try|come back|retry|later)|(?:try|come back|retry|later)[^.;]{0,40}(?:first|1st) (?:time|contact|attempt)|never seen (?:this|your|you)[^.;]{0,40}before/i,
          /\b(?:unknown|new|unseen) (?:triplet|sender[ -]recipient pair)|triplet\b[^.]{0,40}(?:delay|defer|later|retry|seconds|minutes)/i,
        ],
      },
      source: RFC6647,
      examples: [
        "450 4.2.0 <jane@example.com>: Recipient address rejected: Greylisted, see http://postgrey.schweikert.ch/help/example.com.html",
        "451 4.7.1 Greylisting in action, please come back later",
        "451 GreyListed: please try again in 300 seconds",
        "450 never seen your server before, come back in five minutes",
        "450 4.7.1 unknown triplet, delayed for 300 seconds",
      ],
    },
    {
      id: "rate/sending-quota",
      cause: "sending_quota",
      probability: 0.9,
      when: {
        text: [
          /\b(?:your|this|the) (?:account|user|domain) (?:has )?sent too (?:many|much)/i,
          /(?:sending|outgoing|outbound|send|relay|hourly|daily|monthly|message sending|sender'?s?|submission) (?:mail |message |e-?mail |rate )?(?:quota|limit|allowance)s? (?:has been |was |is |have been )?(?:exceeded|reached|used)/i,
          /(?:exceeded|reached) (?:\w{1,10} ){0,4}sending (?:quota|limit)/i,
          /\b(?:sending|outgoing|outbound|submission) (?:quota|limit)s?\b[^;]{0,60}\b(?:exceeded|reached|used up|hit|exhausted)/i,
          /\b(?:quota|limit|allowance) (?:for|of) (?:today|the day|this (?:hour|day|month))\b|(?:quota|limit)[^.;]{0,40}(?:per (?:day|hour)|daily|hourly)[^.;]{0,20}(?:for|of) (?:this |your |the )?(?:account|user|login)/i,
          /(?:you|user|sender|account|your account|domain)(?:'ve| have| has)? (?:exceeded|reached) (?:the|your|its|his|a) (?:\w{1,14} ){0,3}(?:limit|quota|number)[^.;]{0,40}(?:send|outgoing|outbound|emails?|messages|recipients) ?(?:per|in|for|you|that|sent|allowed|a)/i,
          /\b(?:account|user|login|mailbox|customer) has (?:already )?sent (?:more than|over|too many|\d)/i,
          /(?:hourly|daily|weekly|monthly) (?:limit|quota|allowance|maximum) (?:for|of|on) (?:outgoing|outbound|sent|sending|messages?|e-?mails?|mails?)/i,
          /\byou (?:have |already |have already )?sent \d{1,7} (?:e-?)?(?:mails?|messages)\b[^;]{0,80}\b(?:maximum|limit|quota|plan|allowance|allowed)/i,
          /\byou may (?:only )?send (?:only |at most |up to )?\d{1,7} (?:e-?)?(?:mails?|messages)\b/i,
        ],
      },
      source: OBSERVED,
      examples: [
        "550 your account has sent too many messages today",
        "550 5.7.1 Outgoing mail quota exceeded for user@example.org",
        "554 5.7.1 You have exceeded your hourly limit of outgoing messages per hour",
        "550 This account has sent more than 500 mails in 24 hours",
        "550 hourly limit for outgoing mail reached",
        "550 you may send 300 mails a day, limit reached",
      ],
    },
    {
      id: "rate/too-many-recipients",
      cause: "too_many_recipients",
      probability: 0.94,
      when: {
        text: [
          /too many (?:\w{1,12} )?(?:recipients?|rcpts?|addressees|rcpt to)/i,
          /(?:recipients?|rcpt) (?:count |number )?(?:limit|count|maximum|threshold)[^.;]{0,30}(?:exceed|reach|over)/i,
          /(?:maximum|max|limit)(?: number)?(?: of)? (?:\d{1,6} )?recipients?/i,
          /exceed(?:s|ed|ing)? (?:the )?(?:maximum )?(?:number of |allowed ){0,6}recipients?/i,
          /number of recipients[^.;]{0,30}(?:exceed|limit)/i,
          /recipients? per (?:message|session|connection|transaction|e-?mail)|only one recipient/i,
        ],
      },
      source: "https://www.rfc-editor.org/rfc/rfc5321#section-4.5.3.1.10",
      examples: [
        "452 4.5.3 Too many recipients",
        "550 5.5.3 Recipient limit exceeded",
        "452 maximum number of 100 recipients per message reached",
      ],
    },
    {
      id: "rate/too-many-connections",
      cause: "too_many_connections",
      probability: 0.94,
      when: {
        text: [
          /\bonly \d{1,5} (?:\w{1,14} )?(?:connections?|sessions?)|(?:parallel|concurrent|simultaneous) (?:connections?|sessions?)/i,
          /too many (?:\w{1,14} )?(?:\w{1,14} )?(?:connections?|sessions?|smtp sessions|concurrent|simultaneous|open)/i,
          /(?:connections?|sessions?)(?: rate| count| number)? (?:limit|threshold|maximum)[^.;]{0,30}(?:exceed|reach|hit)/i,
          /(?:maximum|max|limit)(?: number)?(?: of)? (?:\w{1,14} )?(?:\w{1,14} )?(?:connections?|sessions?)/i,
          /connection rate limit|concurrent connections?|simultaneous connections?/i,
          /connecting too (?:often|fast|frequently)|too frequent connect|connection frequency/i,
          /reduce (?:the )?(?:number of )?connections?/i,
        ],
      },
      source: OBSERVED,
      examples: [
        "421 4.7.0 Too many concurrent SMTP connections from this IP address",
        "421 mx.example.com Error: too many connections from 192.0.2.10",
        "421 4.3.2 Connection rate limit exceeded.",
        "421 4.7.0 only 5 parallel sessions from one address",
      ],
    },
    {
      id: "rate/rate-limited",
      cause: "rate_limited",
      probability: 0.91,
      when: {
        text: [
          /rate[ -]?limit(?:ed|s|ing)?/i,
          /\brate of (?:mails?|messages|e-?mails?|connections|deliveries)\b[^;]{0,80}(?:too high|exceed)/i,
          /(?:message|mail|e-?mail|sending|send|transmission|delivery|traffic|smtp|recipient) (?:\w{1,10} )?rate[^.;]{0,40}(?:exceed|limit|too)/i,
          /throttl(?:ed|ing|e)\b/i,
          /(?:too many|too much(?! mail stored)|excessive(?: number of)?|large (?:number|volume|amount) of|high (?:number|volume) of|unexpected volume|unusual (?:volume|rate|amount)) (?:\w{1,12} )?(?:messages?|mails?|e-?mails?|letters?|errors?|commands?|rcpt|invalid|unknown|bad|failed|failures|rejections|traffic|volume|hits|requests|transactions|deliveries|attempts|data)\b(?! (?:stored |kept )?(?:on|in) (?:the|this|your|his|her|their|its) (?:server|mail ?box|inbox|account))/i,
          /(?:sending|sent|delivering|coming|arriving|mailing) too (?:fast|quickly|much|many|often|frequently)/i,
          /slow(?:ing)? (?:it )?down/i,
          /exceeded (?:the |your |its |allowed |maximum |permitted ){0,6}(?:number of |amount of |hourly |daily ){0,6}(?:messages?|e-?mails?|mail|sending|rate|volume|limit for)\b/i,
          /(?:messages?|e-?mails?|mails?) (?:per|an?|each) (?:second|minute|hour|day|connection|session)|volume limit/i,
          /(?:mail|message) flood|flood(?:ing)? detected|mail bomb/i,
          /deferred due to (?:\w{1,12} )?(?:volume|load|rate)/i,
          /temporar(?:y|ily) (?:blocked|limited|banned|suspended)[^.;]{0,60}(?:rate|volume|too|many|excess|error)/i,
          /policyd-weight.{0,20}limit|quota of messages/i,
          /^(?:[245]\d\d[ -])?(?:[45]\.\d{1,3}\.\d{1,3} )?rate (?:limit )?exceeded/i,
        ],
      },
      source: OBSERVED,
      examples: [
        "450 4.7.1 Error: too much mail from 192.0.2.10",
        "421 4.7.0 Rate limit exceeded, please slow down",
        "452 4.3.1 You are sending too fast",
        "550 5.7.28 Mail flood detected",
        "451 4.7.1 Message throttled, try later",
        "450 rate exceeded, 100 mails an hour allowed",
      ],
    },
    {
      id: "rate/come-back-later",
      cause: "greylisted",
      probability: 0.6,
      otherCauses: [
        { cause: "rate_limited", probability: 0.15 },
        { cause: "receiver_busy", probability: 0.12 },
      ],
      when: {
        codes: ["4xx"],
        text: [
          /(?:try|retry|come back|resend)(?: your message)?(?: again)? (?:in|after) (?:about |at least |approximately )?\d{1,5} ?(?:s\b|sec|min|m\b|hour)/i,
          /(?<!\bbusy,? (?:please )?)come back (?:later|in|after)|first time (?:sender|delivery|seen)/i,
          /not yet (?:authori[sz]ed|allowed)|(?:initial|first) (?:connection|contact|attempt)/i,
          /please wait|temporarily (?:rejected|deferred|blocked), (?:please )?(?:try|retry|come)/i,
          /try (?:again )?later, (?:we|i) (?:will|am)|deferred for \d/i,
        ],
      },
      source: RFC6647,
      examples: [
        "451 4.7.1 Please try again in 5 minutes",
        "450 You are not yet authorized to deliver mail, come back later",
      ],
    },
  ],
});
