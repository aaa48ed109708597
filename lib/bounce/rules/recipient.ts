import { defineRules } from "../define-rule.ts";

const RFC3463 = "https://www.rfc-editor.org/rfc/rfc3463";
const OBSERVED = "observed: replies of many systems";

/**
 * What is wrong with the recipient, in the words that mail systems use for it. From the most telling to the
 * least: full, switched off, moved and restricted before unknown, because "unknown" is also said of those.
 */
export const recipient = defineRules({
  name: "recipient",
  providers: null,
  tier: "generic-text",
  rules: [
    {
      id: "recipient/owner-changed",
      cause: "recipient_changed_owner",
      probability: 0.95,
      when: {
        text: /\brrvs\b|require-recipient-valid-since|(?:mailbox|domain) owner has changed|owner (?:of the (?:mailbox|domain) )?has changed/i,
      },
      source: "https://www.rfc-editor.org/rfc/rfc7293",
      examples: ["550 5.7.17 Mailbox owner has changed", "550 5.7.18 Domain owner has changed"],
    },
    {
      id: "recipient/rate-of-mailbox",
      cause: "recipient_rate_limited",
      probability: 0.92,
      permanence: "temporary",
      when: {
        text: /(?:recipient|user|mailbox|account|he|she|they) (?:is|has|are)? ?(?:currently )?(?:receiving|received|getting|gotten) (?:too (?:many|much)|mail too|email too|messages too)|(?:recipient|mailbox|user) (?:has )?(?:exceeded|reached) (?:its|his|her|their|the) (?:\w{1,12} )?(?:message|mail|email|receiv\w{1,4}|incoming) (?:rate|limit)|too many (?:messages|emails|mails|e-mails) (?:for|to) (?:this|the|that) (?:recipient|mailbox|user|address)|recipient (?:incoming )?(?:rate|message)(?: rate)? limit|message rate to recipient/i,
      },
      source: OBSERVED,
      examples: [
        "450 4.2.1 The recipient is receiving too many messages right now",
        "451 4.7.1 Too many messages for this recipient, try again later",
      ],
    },
    {
      id: "recipient/full",
      cause: "mailbox_full",
      probability: 0.97,
      when: {
        text: /(?:mail ?box(?:es)?|in ?box|mail ?folder|mail ?store|message store|account|mail ?dir(?:ectory)?|user'?s? (?:mailbox|storage|account)|recipient'?s? (?:mailbox|storage|inbox|account)|mail ?drop|maildrop|storage)[^.;:]{0,40}\b(?:is |are |was )?(?:too |currently |already |temporarily )?(?:full\b|overfull|overflow|over ?quota|over (?:its|the|his|her|their) (?:maximum|limit|quota|allowed|size)|out of (?:space|storage|disk)|overdrawn|exhausted)|(?:full|overfull|overflowing) (?:mail ?box|inbox|mailbox)|over ?-?quota|overquota|quota ?-?(?:is )?(?:exceed|violat|reached|full|exhaust|limit)|exceed(?:s|ed|ing)?[^.;:]{0,60}\b(?:mailbox|mail ?box|disk|storage|space|account|user|inbox|mail)(?:'s)?[ -]?(?:storage |space |size |disk |mail )?(?:quota|allocation|limit|allowance|capacity|allotment)|(?:exceed(?:s|ed|ing)?|over|reached|beyond|above|past) (?:the |its |his |her |their |your |a |user'?s? |allowed |allotted |assigned |maximum |mailbox |disk |storage ){0,6}quota\b|exceeded storage allocation|insufficient (?:mailbox |user )?(?:quota|space (?:in|for|left in) (?:the )?(?:mailbox|user|account|recipient))|(?:not enough|no|insufficient|lack of|out of) (?:free |disk |storage |more )?(?:space|room|storage)(?: left)? (?:in|for|on) (?:the |this |user|recipient|his|her|their|mailbox)[^.;:]{0,30}(?:mailbox|mail|user|account|recipient)?|(?:user|recipient|account|mailbox|customer) (?:has |have |is )?(?:too many messages|no (?:more )?(?:disk |storage )?(?:space|room)|exhausted|used (?:up )?(?:all|their)|reached (?:the|its|their|his) (?:maximum|storage|mailbox|limit on (?:storage|size)))|mailbox (?:size )?(?:limit|quota|capacity)[^.;:]{0,20}(?:exceed|reach)|maximum (?:mailbox|storage|account) (?:size|capacity|quota)[^.;:]{0,20}(?:exceed|reach)|too much mail data|mailbox quota|user'?s? disk (?:space|quota)|is over the (?:maximum|allowed|storage)|allocated (?:disk |storage )?space/i,
      },
      source: RFC3463,
      examples: [
        "552 5.2.2 Mailbox full",
        "452 4.2.2 Mailbox is over quota",
        "552 5.2.2 <jane@example.com>... Mailbox full",
        "550 5.1.1 jane@example.com mailbox is full",
        "552 Requested mail action aborted: exceeded storage allocation",
        "554 5.2.2 Quota exceeded",
        "552 5.7.0 The user has exceeded their disk storage quota",
        "452 4.1.1 <jane@example.com> mailbox full",
      ],
    },
    {
      id: "recipient/mailbox-unavailable-temporary",
      cause: "greylisted",
      probability: 0.35,
      otherCauses: [
        { cause: "receiver_system_error", probability: 0.25 },
        { cause: "recipient_disabled", probability: 0.1 },
        { cause: "mailbox_full", probability: 0.1 },
      ],
      when: { codes: ["4xx"], text: /mailbox (?:is )?(?:temporarily )?(?:unavailable|busy)/i },
      source: "https://www.rfc-editor.org/rfc/rfc5321#section-4.2.3",
      examples: ["450 Requested mail action not taken: mailbox unavailable"],
    },
    {
      id: "recipient/disabled",
      cause: "recipient_disabled",
      probability: 0.94,
      when: {
        text: /(?:account|mail ?box|user|recipient(?: address)?|e-?mail address|inbox|e-?mail account|mail ?account|alias|subscriber|extension)\b[^.;:]{0,60}\b(?:disabled|suspended|deactivated|de-activated|inactive|(?:is |has been |been |temporarily |currently )(?:closed|locked|frozen|blocked|cancelled|canceled|terminated|discontinued|on hold|held|expired)|not (?:been )?(?:active|activated|enabled)|no longer active|not active|not in (?:use|service)|temporarily unavailable)|(?:disabled|suspended|deactivated|inactive|closed|locked|frozen|expired|terminated) (?:recipient|user|account|mail ?box|address|e-?mail|inbox|customer)|user (?:is )?(?:inactive|disabled|suspended)|account is (?:not active|closed|no longer active)|mailbox (?:disabled|inactive|locked|blocked)|not accepting (?:any )?(?:new )?(?:mail|messages|e-?mail) (?:for|at) this (?:mailbox|account|address)|(?:mailbox|account|user|recipient) (?:is )?(?:currently |temporarily )?not accepting (?:any )?(?:new )?(?:mail|messages|e-?mail)/i,
      },
      source: RFC3463,
      examples: [
        "550 5.2.1 Mailbox disabled, not accepting messages",
        "550 5.2.1 The account has been suspended",
        "554 5.7.1 <jane@example.com>: user is inactive",
        "550 Account is locked",
        "550 5.2.1 this mailbox is currently not accepting messages",
      ],
    },
    {
      id: "recipient/moved",
      cause: "recipient_moved",
      probability: 0.92,
      when: {
        text: /(?:user|mailbox|recipient|address|account|person|employee|he|she)\b[^.;:]{0,40}\b(?:has |have |is )?(?:moved|relocated|changed (?:his|her|its|their|the)? ?(?:e-?mail|address)|left (?:the |our )?(?:company|organi[sz]ation|firm|university|institution)|no longer (?:with|at|works?|working|employed|affiliated|associated))|no longer (?:works?|working|employed|with) (?:at|for|with|here|us|the company)|(?:new|current|changed|updated) (?:e-?mail )?address (?:is|for)|please (?:use|try|send to|update)[^.;:]{0,30}(?:new|other|following|instead)[^.;:]{0,20}address|(?:e-?mail )?address (?:has )?(?:been )?changed|user not local[;,] (?:please )?try|has a new (?:e-?mail )?address|mailbox has moved/i,
      },
      source: RFC3463,
      examples: [
        "551 5.1.6 User has moved; please use the new address jane@example.net",
        "550 5.1.6 Jane Doe no longer works at Example Ltd",
        "551 User not local; please try <jane@example.net>",
      ],
    },
    {
      id: "recipient/restricted",
      cause: "recipient_restricted",
      probability: 0.9,
      when: {
        text: /(?:not|isn't|aren't|never) (?:been )?(?:authori[sz]ed|permitted|allowed|entitled|granted (?:permission|access)) to (?:send|post|write|mail|e-?mail|submit|deliver)(?: (?:mail|e-?mails?|messages?|anything))? ?(?:to|for) (?:this|the|that|these|<|[a-z0-9._-]{1,60}@|recipient|group|list|address|mailbox|user|him|her)|(?:do(?:es)? not|don't|doesn't) have (?:the )?(?:permission|authori[sz]ation|rights?|access) to (?:send|post|write|mail|e-?mail)|only (?:accepts?|receives?|allows?) (?:mail|e-?mails?|messages?) from|accepts? (?:mail|e-?mail|messages) (?:only )?from (?:internal|authori[sz]ed|known|approved|specific|certain|authenticated|selected|permitted|members|its|within|inside)|(?:recipient|mailbox|group|address|list|user)[^.;:]{0,40}\b(?:is |are )?(?:restricted|for internal (?:use|mail)|internal[- ]only|private|not (?:open|available) to (?:external|outside)|cannot receive (?:external|internet|outside|mail from)|does not accept (?:external|internet|outside|unsolicited|mail from (?:external|outside|the internet|unknown)))|internal (?:use|mail|address|recipient|mailbox) only|(?:external|outside|internet|unknown|unauthori[sz]ed|unauthenticated) (?:senders?|users?|mail) (?:are |is )?(?:not (?:allowed|permitted|accepted)|rejected|refused|blocked)|restricted (?:recipient|address|mailbox|list|group)|members? only|mailing list expansion prohibited|you must be (?:a )?(?:member|subscribed)|(?:sender|you) (?:is |are |must be )?(?:not )?(?:on|in) (?:the|my|their|our) (?:white|allow|accept|safe)[ -]?list|not (?:white|allow)[ -]?listed/i,
      },
      source: RFC3463,
      examples: [
        "550 5.7.1 You are not authorized to send to this recipient",
        "550 5.7.1 This group only accepts messages from people in its organization",
        "550 5.7.2 Mailing list expansion prohibited",
        "554 5.7.1 Recipient is restricted",
        "550 5.7.1 External senders are not allowed for this address",
      ],
    },
    {
      id: "recipient/forward-target",
      cause: "forwarding_target_dead",
      probability: 0.85,
      when: {
        text: /(?:invalid|bad|misconfigured|unknown|broken|undeliverable) forward(?:ing)?(?: address| target| recipient)?|(?:unable|failed|cannot|could not|error)[^.;:]{0,30}forward(?:ed|ing)? (?:to|address|target|message|mail)|forward(?:ing)? (?:address|target|recipient|destination)[^.;:]{0,40}(?:invalid|does not exist|unknown|failed|refused|rejected)/i,
      },
      source: OBSERVED,
      examples: [
        "550 5.1.1 forwarding address does not exist",
        "550 invalid forwarding address for jane@example.com",
      ],
    },
    {
      id: "recipient/ambiguous",
      cause: "recipient_ambiguous",
      probability: 0.93,
      when: {
        text: /ambiguous (?:address|recipient|user|name|mailbox|destination)|(?:address|recipient|user|name|mailbox) (?:is )?(?:ambiguous|not unique)|matches? (?:more than one|multiple|several) (?:recipient|user|mailbox|address|entr)/i,
      },
      source: RFC3463,
      examples: ["553 5.1.4 Ambiguous recipient address", "550 5.1.4 Destination mailbox address ambiguous"],
    },
    {
      id: "recipient/syntax",
      cause: "recipient_syntax",
      probability: 0.88,
      when: {
        text: /(?:syntax|format) (?:error|invalid|of (?:the )?(?:recipient|address))[^.;:]{0,40}(?:address|recipient|mailbox|rcpt|local part|to)?|(?:bad|invalid|illegal|malformed|incorrect|unparsable|unparseable|wrong)(?:ly formatted)? (?:recipient |destination |to |rcpt |e-?mail |mailbox |domain ){0,4}(?:address )?(?:syntax|format|characters?|local[ -]part)|malformed (?:address|recipient|mailbox)|(?:address|recipient|mailbox) (?:syntax|format)[^.;:]{0,20}(?:error|invalid|incorrect|bad|wrong)|illegal (?:address|recipient)|(?:address|recipient|local part|mailbox name)[^.;:]{0,40}(?:contains? (?:an? )?(?:illegal|invalid|unsupported)|is (?:malformed|badly formed|not (?:a )?(?:valid|legal) (?:rfc|syntax))|not rfc)|mailbox name not allowed|mailbox (?:name )?syntax incorrect|missing (?:or malformed )?local part|domain (?:part )?(?:missing|literal)|must (?:be|contain) (?:a )?(?:fully|domain|@)|unbalanced ['"<>]|rfc ?2?821 (?:address|syntax)/i,
      },
      source: RFC3463,
      examples: [
        "501 5.1.3 Bad recipient address syntax",
        "553 5.1.3 malformed address: <jane@@example.com>",
        "553 Requested action not taken: mailbox name not allowed",
        "501 5.5.4 Syntax error in parameters: recipient address",
      ],
    },
    {
      id: "recipient/mailbox-unavailable",
      cause: "recipient_unknown",
      probability: 0.78,
      otherCauses: [
        { cause: "recipient_disabled", probability: 0.1 },
        { cause: "policy_rejected", probability: 0.06 },
      ],
      when: {
        text: /mailbox (?:is )?(?:currently )?unavailable|unavailable (?:mailbox|recipient)|mailbox not available/i,
      },
      source: "https://www.rfc-editor.org/rfc/rfc5321#section-4.2.3",
      examples: ["550 Requested action not taken: mailbox unavailable", "550 5.1.1 mailbox unavailable"],
    },
    {
      id: "recipient/unknown-temporary",
      cause: "recipient_unknown",
      probability: 0.72,
      otherCauses: [
        { cause: "receiver_system_error", probability: 0.15 },
        { cause: "greylisted", probability: 0.05 },
      ],
      when: {
        codes: ["4xx"],
        text: /(?:user|recipient|mailbox|address|account)[^.;:]{0,60}(?:unknown|not found|does not exist|doesn't exist)|(?:unknown|no such|invalid) (?:user|recipient|mailbox|address|account)/i,
      },
      source: OBSERVED,
      examples: [
        "450 4.1.1 <nobody@example.com>: Recipient address rejected: unknown recipient for now",
        "450 4.1.1 User not found",
      ],
    },
    {
      id: "recipient/unknown",
      cause: "recipient_unknown",
      probability: 0.96,
      when: {
        text: /(?:user|recipient|mail ?box|address(?:ee)?|account|person|customer|subscriber|alias|local ?part|extension|member|user ?name|e-?mail|forward-path|inbox)\b[^;]{0,90}?\b(?:(?:is |are |was )?(?:un-?known|unrecogni[sz]ed|not known|non-?existent|nonexistant|inexistent|invalid|not valid|bogus)\b|(?:could |can|was |were |is )?not (?:be )?(?:found|located|recogni[sz]ed|identified|resolved|verified|registered|present|available|listed|exist|a valid|known|local|on this|in (?:our|the|this) (?:system|directory|database))|(?:does|did|do|doesn't|don't|didn't)(?: not)? (?:seem to )?exist|n't (?:exist|found|a valid|known)|no longer (?:exists?|valid|available|in use|in service|used|on (?:this )?server|accepts?|supported|monitored|receiv\w{1,4})|(?:has|have) been (?:deleted|removed)|was (?:deleted|removed)|unreachable)/i,
      },
      source: RFC3463,
      examples: [
        "550 5.1.1 <nobody@example.com>: user unknown",
        "550 5.1.1 The recipient nobody@example.com does not exist",
        "550 mailbox not found",
        "553 5.3.0 <nobody@example.com>... Addressee unknown, relay=[192.0.2.10]",
        "550 5.7.1 Recipient nobody@example.com could not be found",
        "550 5.1.1 nobody@example.com account is no longer in use",
        "550 That email address has been deleted",
      ],
    },
    {
      id: "recipient/unknown-adjective-first",
      cause: "recipient_unknown",
      probability: 0.95,
      when: {
        text: /(?:unknown|no such|invalid|nonexistent|non-existent|inexistent|bad|unrecogni[sz]ed|undefined|not a valid|not an? (?:known|existing)|no (?:valid|matching|such)|isn't a|not a) (?:local |e-?mail |mail |destination |virtual |smtp |valid |known |or (?:illegal|invalid) |final |active ){0,6}(?:user(?:name)?|recipient|mail ?box|account|address(?:ee)?|alias|customer|subscriber|local[ -]part|rcpt|person|inbox|member|destination)|no (?:user|account|mail ?box|recipient|one|such|person|alias|address) (?:by|with|of|under|named|here|matching|called) (?:that|this|the|such)?|there is no (?:such )?(?:user|account|mail ?box|recipient|one|person|address)|not our (?:customer|user)|nobody (?:here|by|with)|unknown (?:or illegal|or invalid)|(?:user|recipient)(?:name)? (?:rejected|refused)|who\?\?|can(?:'t|not) verify (?:the )?recipient|recipient (?:address )?verif(?:y|ication) failed|(?:cannot|can't|could not|unable to) (?:find|locate|resolve|verify|identify|recogni[sz]e|deliver to) (?:the |this |that |your |any )?(?:user|recipient|mail ?box|account|address|local|person)|not (?:listed|found|present|defined|known|registered) (?:in|on|at|by|to) (?:the |this |our |any )?(?:directory|server|system|database|host|domain|here|aliases|address book)|unknown at (?:this|our)/i,
      },
      source: RFC3463,
      examples: [
        "550 5.1.1 Unknown user: nobody@example.com",
        "550 Invalid mailbox: nobody@example.com",
        "550 5.1.1 there is no such mailbox here",
        "550 5.1.1 nobody@example.com is not a valid recipient",
        "550 unknown or illegal alias: nobody@example.com",
      ],
    },
    {
      id: "recipient/address-rejected",
      cause: "recipient_unknown",
      probability: 0.62,
      otherCauses: [
        { cause: "policy_rejected", probability: 0.15 },
        { cause: "recipient_restricted", probability: 0.12 },
      ],
      when: {
        codes: ["5xx"],
        text: /(?:recipient|rcpt|destination|to)(?: address)?(?: <?[^ ]{1,90}>?)? (?:is |was |has been )?(?:rejected|refused|denied|not accepted|unacceptable|not allowed)|address (?:is |was )?(?:rejected|refused|not accepted)|(?:rejected|refused) recipient|undeliverable (?:address|recipient)|invalid address|bad address/i,
      },
      source: OBSERVED,
      examples: [
        "550 5.1.0 <nobody@example.com>: Recipient rejected",
        "550 address rejected",
        "550 5.1.1 Undeliverable address",
      ],
    },
  ],
});
