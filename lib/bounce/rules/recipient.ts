import { defineRules } from "../define-rule.ts";

const RFC3463 = "https://www.rfc-editor.org/rfc/rfc3463";
const RFC5321 = "https://www.rfc-editor.org/rfc/rfc5321#section-4.2.3";
const OBSERVED = "observed: replies of many systems";

/**
 * What is wrong with the recipient, in the words that mail systems use for it. Full, switched off, moved and
 * restricted come before unknown, because "unknown" is also said of those.
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
      when: { text: /\brrvs\b|require-recipient-valid-since|owner has changed/i },
      source: "https://www.rfc-editor.org/rfc/rfc7293",
      examples: ["550 5.7.17 Mailbox owner has changed", "550 5.7.18 Domain owner has changed"],
    },
    // Full
    {
      id: "recipient/mailbox-full",
      cause: "mailbox_full",
      probability: 0.97,
      when: {
        text: [
          /\b(?:mail ?box(?:es)?|in ?box|mail ?dir|mail ?drop|maildrop|mail ?folder|mail ?store|account|user|recipient)\b[^;:]{0,60}\b(?:full|overfull|overflowing|overflowed|overloaded with mail|out of space|out of storage|exhausted)\b(?! (?:details|report|message|header|name))/i,
          /\b(?:full|overfull|overflowing) (?:mail ?box|inbox)/i,
        ],
      },
      source: RFC3463,
      examples: [
        "552 5.2.2 Mailbox full",
        "Recipient's mailbox is full, message returned to sender. (#5.2.2)",
        "552 5.2.2 <jane@example.com>... Mailbox full",
        "550 5.1.1 jane@example.com mailbox is full",
        "450 4.2.2 The recipient's inbox is full",
      ],
    },
    {
      id: "recipient/over-quota",
      cause: "mailbox_full",
      probability: 0.96,
      when: {
        text: [
          /\bover[ -]?(?:drawn )?quota\b|\boverquota\b/i,
          /over (?:its|his|her|their|the) (?:\w{1,12} ){0,2}(?:quota|storage limit|mailbox limit)/i,
          /\bquota (?:is |was |has been |have been )?(?:exced|exceed|violat|reached|exhausted|full|overdrawn|used up)/i,
          /\b(?:exceed(?:s|ed|ing)?|reached|beyond|above|breached|over) (?:\w{1,12}(?:'s)? ){0,4}quota\b/i,
          /out of quota|insufficient (?:mailbox |user |mail )?quota/i,
          /would exceed (?:\w{1,12} ){0,3}quota|not enough quota/i,
          /(?:mailbox|in ?box|mail ?store|account) (?:would|will) exceed|would exceed (?:\w{1,12} ){0,3}mailbox/i,
          /too many (?:messages|mails|e-?mails) (?:stored |kept )?(?:on|in) (?:the|this|your|his|her|their|its) (?:server|mailbox|inbox|account)/i,
        ],
      },
      source: RFC3463,
      examples: [
        "452 4.2.2 Mailbox is over quota",
        "552 sorry, this account is overquota (#5.2.2 - chkuser)",
        "554 5.2.2 Quota exceeded",
        "552 5.7.0 The user has exceeded their disk storage quota",
        "552 5.2.2 message would exceed mailbox quota",
        "552 Mailbox would exceed its maximum allowed size",
        "452 4.2.2 user has too many messages in their mailbox",
      ],
    },
    {
      id: "recipient/storage-allocation",
      cause: "mailbox_full",
      probability: 0.95,
      when: {
        text: [
          /(?:mail ?box|account|inbox|user)\b[^;:]{0,40}\bover (?:its|the|his|her) (?:\w{1,10} )?(?:limit|size|allowance)/i,
          /exceeded (?:its |his |her |their |the )?(?:\w{1,12} )?(?:storage|mailbox|disk|space|mail) (?:allocation|limit|space|size|capacity|allowance|allotment)/i,
          /(?:mailbox|storage|disk|account|inbox) (?:\w{1,10} )?(?:size |space |storage |usage )?(?:limit|capacity|allowance)[^;:]{0,60}(?:exceed|reach|full|over)/i,
          /(?:user|recipient|account|mailbox|customer)\b[^.;:]{0,30}(?:no (?:more |free )?(?:disk |storage )?(?:space|room)|too much mail (?:stored|in)|too many messages (?:in|stored)|exhausted)/i,
          /(?:mailbox|account|inbox) (?:has )?exceed(?:s|ed) (?:the |its )?(?:\w{1,10} ){0,2}(?:limit|space|size)/i,
          /would exceed (?:\w{1,10} ){0,3}storage|is over the (?:maximum|allowed|storage|size)/i,
          /maximum (?:mailbox|storage|account) (?:size|capacity)/i,
        ],
      },
      source: RFC5321,
      examples: [
        "550 the mailbox of the user is over its limit",
        "552 Requested mail action aborted: exceeded storage allocation",
        "552 5.2.2 The mailbox has exceeded its storage limit",
        "550 5.2.2 user has no more disk space",
      ],
    },
    {
      id: "recipient/no-space-in-mailbox",
      cause: "mailbox_full",
      probability: 0.93,
      when: {
        text: [
          /(?:not enough|no|insufficient|lack of|out of|no more) (?:free |disk |storage |mail ){0,3}(?:space|room|storage)(?: left| available)? (?:in|for|on|to (?:store|deliver)[^.;:]{0,20})[^.;:]{0,20}(?:mailbox|user|account|recipient|inbox|maildir)/i,
          /(?:mailbox|account|user)(?:'s)? (?:has|have) (?:not enough|no|insufficient) (?:\w{1,10} )?(?:space|room|storage)/i,
          /(?:larger|bigger) than the (?:free )?(?:space|room|storage) (?:left|free|remaining|available)|(?:space|room) (?:left|remaining) in (?:the |this )?(?:recipient'?s |user'?s )?(?:mail ?box|inbox)/i,
        ],
      },
      source: OBSERVED,
      examples: [
        "452 4.2.2 Not enough space in mailbox of jane@example.com",
        "550 insufficient storage space for user jane",
        "552 5.2.2 This message is larger than the space left in the recipient's mailbox",
      ],
    },
    // Rate of the mailbox
    // Switched off
    {
      id: "recipient/unavailable-for-now",
      cause: "greylisted",
      probability: 0.35,
      otherCauses: [
        { cause: "receiver_system_error", probability: 0.25 },
        { cause: "recipient_disabled", probability: 0.1 },
        { cause: "mailbox_full", probability: 0.1 },
      ],
      when: {
        codes: ["4xx"],
        text: /mailbox (?:is )?(?:temporarily |currently )?(?:unavailable|busy|not available)/i,
      },
      source: RFC5321,
      examples: ["450 Requested mail action not taken: mailbox unavailable"],
    },
    {
      id: "recipient/disabled",
      cause: "recipient_disabled",
      probability: 0.95,
      when: {
        text: [
          /\b(?:account|mail ?box|user|recipient|inbox|(?:e-?)?mail (?:address|account)|customer|subscriber|alias|address)\b[^;:]{0,60}\b(?:disabled|suspended|deactivated|de-activated|inactive|not active|not activated|no longer active|not enabled|disconnected|discontinued|shut ?down|switched off|turned off|decommissioned)\b/i,
          /(?:not|never|hasn't|has not) (?:been )?(?:logged in|signed in|used|accessed|opened) (?:for|since|in) (?:a |the |over |more than |several |many |\d{1,3} ){0,3}(?:long|days?|weeks?|months?|years?|last)\b/i,
          /\b(?:disabled|suspended|deactivated|inactive|expired|dormant) (?:recipient|user|account|mail ?box|(?:e-?mail )?address|inbox|customer)/i,
        ],
      },
      source: RFC3463,
      examples: [
        "550 5.2.1 Mailbox disabled, not accepting messages",
        "550 5.2.1 The account has been suspended",
        "554 5.7.1 <jane@example.com>: user is inactive",
        "550 The owner of this mailbox has not logged in for a long time, delivery is off",
        "550 5.1.1 inactive user jane@example.com",
      ],
    },
    {
      id: "recipient/locked",
      cause: "recipient_disabled",
      probability: 0.9,
      when: {
        text: [
          /\b(?:account|mail ?box|recipient|inbox|user)\b[^.;:]{0,40}\b(?:locked|frozen|closed|cancell?ed|terminated|on hold|expired|blocked|banned|barred)\b/i,
          /\b(?:locked|frozen|closed|blocked) (?:account|mail ?box|user)\b/i,
        ],
      },
      source: OBSERVED,
      examples: [
        "550 Account is locked",
        "550 5.2.1 This mailbox has been closed",
        "554 5.7.1 recipient account blocked",
      ],
    },
    // Moved
    {
      id: "recipient/moved",
      cause: "recipient_moved",
      probability: 0.93,
      when: {
        text: [
          /(?:user|mailbox|recipient|account|person|employee|address|he|she)\b[^.;:]{0,40}\b(?:has|have|is|was) (?:been )?(?:moved|relocated|migrated|renamed)\b/i,
          /mailbox has moved|changed (?:his |her |its |their |my )?(?:e-?mail )?address/i,
          /(?:e-?mail )?address (?:has )?(?:been )?changed/i,
          /(?:user not local|not our user)[;,:] (?:please )?try|has a new (?:e-?mail )?address/i,
          /new (?:e-?mail )?address (?:is|for)/i,
          /\b(?:forwarding|forward|new) (?:e-?mail )?address:? {0,2}<?[^ @<>]{1,64}@(?![^;]{0,120}(?:rejected|refused|unknown|invalid|failed|not exist))/i,
          /(?:please|kindly) (?:use|write to|mail to) <?[^ @<>]{1,64}@[^ ]{1,120}[^.;]{0,20}(?:from now on|instead|in future)/i,
        ],
      },
      source: RFC3463,
      examples: [
        "551 5.1.6 User has moved; please use the new address jane@example.net",
        "551 User not local; please try <jane@example.net>",
        "550 This person has changed her e-mail address",
        "550 Mail for this user is not taken here. Forwarding address: jane@example.net",
        "550 please use jane@example.net from now on",
      ],
    },
    {
      id: "recipient/left",
      cause: "recipient_moved",
      probability: 0.82,
      otherCauses: [{ cause: "recipient_unknown", probability: 0.12 }],
      when: {
        text: [
          /no longer (?:works?|working|employed|with\b(?! (?:a|an|any) )|at (?:this|our|the)|part of|a member of (?:our|the)|affiliated|associated)/i,
          /left (?:the |our )?(?:company|organi[sz]ation|firm|university|institution|school)/i,
          /please (?:use|try|send to|update)[^.;:]{0,30}(?:new address|following address|other address)/i,
        ],
      },
      source: OBSERVED,
      examples: [
        "550 5.1.6 Jane Doe no longer works at Example Ltd",
        "550 Employee no longer with organisation",
        "550 Please use the following address: office@example.com",
      ],
    },
    // Restricted
    {
      id: "recipient/not-authorised-to-send",
      cause: "recipient_restricted",
      probability: 0.91,
      when: {
        text: [
          /(?:not|isn't|aren't|never) (?:been )?(?:authori[sz]ed|permitted|allowed|entitled) to (?:send|post|write|mail|e-?mail|submit|deliver)\b(?! (?:mail |e-?mail |messages )?(?:as|on behalf|from|for)\b)/i,
          /(?:do(?:es)? not|don't|doesn't) have (?:the )?(?:permission|authori[sz]ation|rights?) to (?:send|post|write|mail|e-?mail|deliver)/i,
          /no permission to (?:send|post|write)/i,
          /sender not (?:allowed|permitted|authori[sz]ed) (?:for|to send to) (?:this|the)/i,
          /only (?:\w{1,14} ){0,3}(?:senders?|users?|members|staff|employees|people|persons|subscribers) (?:may|can|are (?:allowed|permitted) to) (?:send|write|post|mail)\b/i,
        ],
      },
      source: RFC3463,
      examples: [
        "550 5.7.1 You are not authorized to send to this recipient",
        "550 5.7.1 restricted: only authenticated senders may write to this list",
      ],
    },
    {
      id: "recipient/accepts-only-from",
      cause: "recipient_restricted",
      probability: 0.92,
      when: {
        text: [
          /only (?:accepts?|receives?|allows?|takes?) (?:mail|e-?mails?|messages?)[^.;:]{0,20} from/i,
          /accepts? (?:mail|e-?mails?|messages) only from/i,
          /accepts? (?:mail|e-?mails?|messages) from (?:internal|authori[sz]ed|known|approved|specific|certain|authenticated|selected|permitted|members|its|within|inside|only)/i,
          /(?:does|do|will) not accept (?:mail|e-?mails?|messages) from (?:external|outside|the internet|unknown|un-?authori[sz]ed|un-?authenticated|non-?members|strangers|public)/i,
          /not (?:on|in|among) the (?:\w{1,12} ){0,2}(?:list of )?(?:allowed|accepted|authori[sz]ed|permitted|approved) senders/i,
        ],
      },
      source: OBSERVED,
      examples: [
        "550 5.7.1 this address accepts mail only from authorized senders",
        "550 Mailbox does not accept mail from external senders",
        "550 5.7.1 Sender not on the list of allowed senders for this mailbox",
      ],
    },
    {
      id: "recipient/internal-only",
      cause: "recipient_restricted",
      probability: 0.92,
      when: {
        text: [
          /\binternal[ -](?:use|mail|address|recipient|mailbox|senders?|users?)? ?only\b/i,
          /for internal (?:use|mail)/i,
          /\b(?:outsiders?|externals?|strangers?|non-?members?|guests?) (?:can ?not|can't|may not|must not|are not (?:allowed|permitted) to) (?:send|write|mail|post|e-?mail)\b/i,
          /(?:external|outside|internet|unknown|unauthori[sz]ed|unauthenticated|anonymous) (?:senders?|users?|mail|e-?mails?|messages?|addresses) (?:are |is |may |can )?(?:not|rejected|refused|blocked|prohibited)/i,
          /(?:recipient|mailbox|group|address|list|user|alias)\b[^.;:]{0,30}\b(?:is )?(?:restricted|private|not open to|not available to (?:external|outside))/i,
          /restricted (?:recipient|address|mailbox|list|group|alias)/i,
          /cannot receive (?:external|internet|outside)/i,
          /restricted to (?:receiv|accept)\w{0,3}[^;]{0,40}\bfrom\b|\bonly from (?:its|their|his|the same|this|our) (?:own )?(?:domain|organi[sz]ation|company)/i,
          /\binternal (?:address|mailbox|use|recipient)[^.;]{0,40}(?:not (?:reachable|available|open)|only)/i,
        ],
      },
      source: OBSERVED,
      examples: [
        "554 5.7.1 Recipient is restricted",
        "550 5.7.1 External senders are not allowed for this address",
        "550 this address is for internal use only",
        "550 5.7.1 outsiders cannot mail this group",
        "550 this is an internal address, not reachable from the Internet",
      ],
    },
    {
      id: "recipient/members-only",
      cause: "recipient_restricted",
      probability: 0.92,
      when: {
        text: [
          /mailing list expansion prohibited|members?[ -]only|you must be (?:a )?(?:member|subscribed)/i,
          /(?:sender|you|address)[^.;:]{0,30}not (?:an? )?(?:registered )?(?:member|subscribed|subscriber)\b/i,
          /(?:sender|you|address)\b[^.;:]{0,40}\bnot (?:on|in) (?:[\w']{1,12} ){0,3}(?:white|allow|accept|safe|allowed senders?)[ -]?list/i,
          /not on the list of (?:people|senders)|not in the allowed senders/i,
          /not (?:white|allow)[ -]?listed/i,
          /\b(?:list|group) is (?:closed|private|moderated and closed)\b|closed to (?:outsiders|non-?members|the public|others)/i,
        ],
      },
      source: RFC3463,
      examples: [
        "550 5.7.2 Mailing list expansion prohibited",
        "550 5.7.1 Sender is not on the recipient's whitelist",
        "554 You are not subscribed to this list",
        "550 Submission to this mailing list is closed to outsiders",
      ],
    },
    // Forwarding, lists, syntax
    {
      id: "recipient/forward-target",
      cause: "forwarding_target_dead",
      probability: 0.86,
      when: {
        text: [
          /(?:invalid|bad|misconfigured|unknown|broken|undeliverable) forward(?:ing)?(?: address| target| recipient)?/i,
          /(?:unable|failed|cannot|could not|error)[^.;:]{0,30}forward(?:ed|ing)? (?:to|address|target|message|mail)/i,
          /forward(?:ing)? (?:address|target|recipient|destination)[^;:]{0,80}(?:invalid|does not exist|unknown|failed|refused|rejected|not valid)/i,
        ],
      },
      source: OBSERVED,
      examples: [
        "550 5.1.1 forwarding address does not exist",
        "550 invalid forwarding address for jane@example.com",
        "550 5.1.1 forwarding address jane@example.net of alias rejected",
      ],
    },
    {
      id: "recipient/ambiguous",
      cause: "recipient_ambiguous",
      probability: 0.93,
      when: {
        text: [
          /ambiguous (?:recipient|user|name|mailbox|destination)/i,
          /(?:address|recipient|user|name|mailbox) (?:is )?(?:ambiguous|not unique)/i,
          /matches? (?:more than one|multiple|several) (?:recipient|user|mailbox|address|entr)/i,
        ],
      },
      source: RFC3463,
      examples: ["553 5.1.4 Mailbox is not unique", "550 5.1.4 Destination mailbox address ambiguous"],
    },
    {
      id: "recipient/address-syntax",
      cause: "recipient_syntax",
      probability: 0.9,
      when: {
        text: [
          /not a valid rfc-?5321/i,
          /(?:bad|invalid|illegal|incorrect|wrong) (?:recipient|destination|to|rcpt|e-?mail|mailbox)(?: mailbox| e-?mail)?(?: address)? (?:syntax|format)/i,
          /(?:recipient|mailbox|rcpt|e-?mail address|destination)\b[^.;:]{0,40}(?:syntax|format)(?: is)? (?:error|invalid|incorrect|bad|wrong)/i,
          /(?:syntax|format) error in (?:\w{1,12} )?(?:address|recipient|mailbox|rcpt)/i,
          /(?:syntax error|malformed|invalid)[^.;]{0,30}(?:parameters|arguments)?: ?recipient address/i,
          /malformed (?:recipient|address|mailbox)|illegal (?:recipient|address) /i,
          /mailbox (?:name )?syntax incorrect|mailbox name not allowed/i,
          /missing (?:or malformed )?local[ -]part|domain literals? (?:not|prohibited)/i,
          /unbalanced ['"<>]/i,
          /(?:recipient|address|local[ -]part)\b[^.;:]{0,40}(?:contains? (?:an? )?(?:illegal|invalid|unsupported) char|is malformed|not rfc)/i,
          /only one @|too many @|must contain (?:an? )?(?:@|domain)/i,
          /address (?:contains?|has|with) (?:an? |some )?(?:spaces?|blanks?|(?:invalid|illegal|forbidden|control) char)/i,
          /address (?:must|needs to|has to|should) (?:have|contain|include) (?:an? )?(?:domain|@|at sign|local part)/i,
          /\b(?:no|missing|lacks? an?|without an?) (?:domain|host|local part|at sign|@|text) (?:name |part )?(?:after|before|in|behind) (?:the )?(?:@|at sign|address|recipient)/i,
        ],
      },
      source: RFC3463,
      examples: [
        "501 5.1.3 Bad recipient address syntax",
        "501 5.1.3 bad recipient address: no domain after @",
        "553 5.1.3 malformed address: <jane@@example.com>",
        "553 Requested action not taken: mailbox name not allowed",
        "501 5.5.4 Syntax error in parameters: recipient address",
        "501 the recipient's address contains a space",
        "553 address must have a domain part",
      ],
    },
    // Unknown
    {
      id: "recipient/unavailable",
      cause: "recipient_unknown",
      probability: 0.78,
      otherCauses: [
        { cause: "recipient_disabled", probability: 0.1 },
        { cause: "policy_rejected", probability: 0.06 },
      ],
      when: {
        text: [
          /mailbox (?:is )?(?:currently )?(?:unavailable|not available)/i,
          /unavailable (?:mailbox|recipient)/i,
          /(?:recipient|user|account) (?:is )?(?:unavailable|not available)/i,
        ],
      },
      source: RFC5321,
      examples: ["550 Requested action not taken: mailbox unavailable", "550 5.1.1 mailbox unavailable"],
    },
    {
      id: "recipient/unknown-for-now",
      cause: "recipient_unknown",
      probability: 0.72,
      otherCauses: [
        { cause: "receiver_system_error", probability: 0.15 },
        { cause: "greylisted", probability: 0.05 },
      ],
      when: {
        codes: ["4xx"],
        text: [
          /(?:user|recipient|mailbox|address|account)[^.;]{0,60}(?:unknown|not found|does not exist|doesn't exist)/i,
          /(?:unknown|no such|invalid) (?:user|recipient|mailbox|address|account)/i,
        ],
      },
      source: OBSERVED,
      examples: ["450 4.1.1 User not found", "451 4.1.1 unknown recipient, for now"],
    },
    {
      id: "recipient/no-such-user",
      cause: "recipient_unknown",
      probability: 0.97,
      when: {
        text: [
          /\bno such (?:local |e-?mail |mail |virtual |domain |valid )?(?:user|person|recipient|mail ?box|address|account|alias|customer|subscriber|member|name|addressee)/i,
          /there is no such/i,
          /\bno (?:user|account|mail ?box|recipient|one|person|alias|local mailbox|such) (?:by|with|of|under|named|here|called|at this)/i,
        ],
      },
      source: OBSERVED,
      examples: [
        '550 "No Such User Here"',
        "550 No such person at this address",
        "550 5.1.1 there is no such mailbox here",
        "550 sorry, no one by that name at this domain",
      ],
    },
    {
      id: "recipient/user-unknown",
      cause: "recipient_unknown",
      probability: 0.97,
      when: {
        text: /\b(?:user|username|recipient|mail ?box|addressee|account|customer|subscriber|person|local[ -]?part|alias|extension|destination|member|address|email|e-mail)s?\b(?: name| address| account)?(?: ["'<(]?[^ ]{1,90})? (?:is |was |are )?(?:un-?known|not known|unrecogni[sz]ed|not recogni[sz]ed|not a known)/i,
      },
      source: RFC3463,
      examples: [
        "550 5.1.1 <nobody@example.com>: user unknown",
        "553 5.3.0 <nobody@example.com>... Addressee unknown, relay=[192.0.2.10]",
        "550 Mailbox nobody@example.com is unknown",
        "550 <nobody@example.com>, Recipient unknown",
      ],
    },
    {
      id: "recipient/unknown-user",
      cause: "recipient_unknown",
      probability: 0.96,
      when: {
        text: [
          /\b(?:unknown|unrecogni[sz]ed|undefined|nonexistent|non-existent|inexistent|not an? (?:known|existing|active|current|registered|real))(?: or \w{1,12})? (?:local |e-?mail |mail |virtual |final |destination |or illegal |smtp ){0,2}(?:user(?:name)?|recipient|mail ?box|account|address(?:ee)?|alias|customer|subscriber|local[ -]part|rcpt|extension|member|person|inbox)/i,
          /unknown or illegal|unknown at (?:this|our)|unknown (?:here|in this)/i,
        ],
      },
      source: OBSERVED,
      examples: [
        "550 5.1.1 Unknown user: nobody@example.com",
        'unknown user: "nobody"',
        "550 unknown or illegal alias: nobody@example.com",
        "550 5.1.1 Unknown local part nobody in <nobody@example.com>",
      ],
    },
    {
      id: "recipient/does-not-exist",
      cause: "recipient_unknown",
      probability: 0.96,
      when: {
        text: [
          /\b(?:user|recipient|mail ?box|addressee|account|customer|alias|address|inbox|e-?mail|person|subscriber|local[ -]?part)\b[^;]{0,80}?(?:(?:does|do|did)(?:n't| not) (?:seem to |appear to )?exist|not exist|no longer exists?|non-?existent|nonexistant|doesnt exist)/i,
          /@[^;]{1,120}?(?:does(?:n't| not) exist|not exist\b|no longer exists?)/i,
        ],
      },
      source: RFC3463,
      examples: [
        "550 5.1.1 The recipient nobody@example.com does not exist",
        "550 5.1.1 <nobody@example.com> does not exist here",
        "550 The account doesn't exist",
      ],
    },
    {
      id: "recipient/not-found",
      cause: "recipient_unknown",
      probability: 0.95,
      when: {
        text: [
          /\b(?:user|recipient|mail ?box|addressee|account|customer|alias|address|inbox|person|subscriber|local[ -]?part)\b[^;]{0,60}?(?:(?:could |can |was |were |is |has )?(?:not|n't) (?:be |been )?(?:found|located|identified|resolved)|n't (?:be )?found|not (?:present|listed|registered|defined|configured|local|hosted)\b|not (?:on|at|in|of|handled by) (?:this|our|the) (?:server|system|host|domain|directory|database))/i,
          /@[^;]{1,100}? (?:could |was |is )?not (?:be )?found/i,
          /(?:cannot|can't|could not|couldn't|unable to|failed to|can not) (?:find|locate|resolve|identify|recogni[sz]e|look ?up) (?:the |this |that |your |any |a )?(?:\w{1,12} )?(?:user|recipient|mail ?box|account|address|person|alias)/i,
          /not in (?:my validrcptto|(?:the )?recipients? (?:list|table|map))|cannot process address/i,
          /not (?:listed|found|present|defined|known|registered) in (?:the |this |our |any |domino |public )?(?:directory|database|address book|aliases|name)/i,
        ],
      },
      source: OBSERVED,
      examples: [
        "550 mailbox not found",
        "550 5.7.1 Recipient nobody@example.com could not be found",
        "550 5.1.1 Cannot find your recipient",
        "554 5.1.1 User nobody is not on this server",
        "553 sorry, that recipient is not in my validrcptto list (#5.7.1)",
      ],
    },
    {
      id: "recipient/invalid",
      cause: "recipient_unknown",
      probability: 0.92,
      when: {
        text: [
          /\b(?:invalid|bad|incorrect|wrong|bogus|undeliverable) (?:e-?mail |mail |destination |local |smtp |internet |final ){0,2}(?:recipient|mail ?box|user(?:name)?|account|address|alias|rcpt|local[ -]part)\b(?! (?:syntax|format|or password|and password))/i,
          /\b(?:user|recipient|mail ?box|account|address|alias|rcpt)(?: address)?(?: ["'<(]?[^ ]{1,90})? (?:is |was )?(?:invalid|not valid|not a valid|no valid|undeliverable)/i,
          /(?:not|isn't|is no) (?:a )?valid (?:local |e-?mail )?(?:user|recipient|mail ?box|account|address|alias)/i,
        ],
      },
      source: OBSERVED,
      examples: [
        "550 Invalid mailbox: nobody@example.com",
        "550 5.1.1 nobody@example.com is not a valid recipient",
        "550 5.1.1 Invalid recipient",
        "550 Bad address nobody@example.com",
        "550 5.1.1 Undeliverable address",
      ],
    },
    {
      id: "recipient/gone",
      cause: "recipient_unknown",
      probability: 0.92,
      when: {
        text: [
          /\b(?:user|recipient|mail ?box|account|address|alias|e-?mail|inbox|customer|person)\b[^.;]{0,80}(?:(?:has|have) been (?:deleted|removed|withdrawn|retired|decommissioned)|was (?:deleted|removed)|no longer (?:valid|available|in use|in service|used|on (?:this )?server|accepts?|supported|monitored|receiv\w{1,4}|here|maintained))/i,
          /recipient no longer on server/i,
          /(?:deleted|removed|retired|decommissioned|obsolete) (?:mail ?box|account|user|address|recipient)/i,
        ],
      },
      source: OBSERVED,
      examples: [
        "550 5.1.1 nobody@example.com account is no longer in use",
        "550 That email address has been deleted",
        "550 5.1.1 deleted mailbox",
      ],
    },
    {
      id: "recipient/none-valid",
      cause: "recipient_unknown",
      probability: 0.75,
      otherCauses: [{ cause: "policy_rejected", probability: 0.1 }],
      // As "5.5.1 Error:" it is Postfix's answer to DATA, and says nothing that an earlier reply did not say: vague.ts.
      when: {
        text: /(?<!5\.5\.1 error: )\b(?:no|not? any|none of the) valid (?:recipients?|rcpt|addressees?)\b(?! in the command)/i,
      },
      source: OBSERVED,
      examples: ["No valid recipients for this message", "550 no valid recipients were found"],
    },
    {
      id: "recipient/not-verified",
      cause: "recipient_unknown",
      probability: 0.85,
      when: {
        text: [
          /(?:cannot|can't|could not|unable to|failed to) (?:verify|validate|deliver to) (?:the |this |that )?(?:user|recipient|address|mailbox)/i,
          /recipient (?:address )?(?:verif(?:y|ication)|validation)(?: has)? (?:failed|failure|error)/i,
          /not verify recipient|recipient (?:could not be|cannot be|not) verified|who\?\?/i,
          /not our (?:customer|user)|nobody (?:here|by|with)|\bnot responsible for (?:this |that |the |<?[^ ]{1,64}@)/i,
        ],
      },
      source: OBSERVED,
      examples: [
        "550 5.1.1 Cannot verify recipient",
        "550 Recipient verification failed",
        "550 5.1.1 unable to deliver to this recipient",
      ],
    },
    {
      id: "recipient/not-accepting",
      cause: "recipient_disabled",
      probability: 0.75,
      otherCauses: [
        { cause: "recipient_restricted", probability: 0.1 },
        { cause: "mailbox_full", probability: 0.05 },
      ],
      when: {
        text: [
          /(?:mail ?box|account|user|recipient|address)\b[^.;:]{0,40}(?:is |are )?(?:currently |temporarily |presently )?(?:not|no longer|unable to|cannot|can't|doesn't|does not) (?:accept|receiv|be delivered|take)(?:e|ing|s)? (?:any )?(?:new |more |further |incoming )?(?:mail|messages|e-?mail|deliver)(?! from)/i,
          /not accepting (?:any )?(?:mail|messages|e-?mail) (?:for|at) this/i,
        ],
      },
      source: OBSERVED,
      examples: [
        "550 5.2.1 this mailbox is currently not accepting messages",
        "550 The user cannot receive mail at this time",
      ],
    },
  ],
});
