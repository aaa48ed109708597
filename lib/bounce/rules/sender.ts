import { defineRules } from "../define-rule.ts";

const RFC3463 = "https://www.rfc-editor.org/rfc/rfc3463";
const RFC4954 = "https://www.rfc-editor.org/rfc/rfc4954";
const OBSERVED = "observed: replies of many systems";

/** What is wrong with the sender: the address, the account, the login, or the recipient's opinion of them. */
export const sender = defineRules({
  name: "sender",
  providers: null,
  tier: "generic-text",
  rules: [
    {
      id: "sender/account-blocked",
      cause: "sending_account_blocked",
      probability: 0.91,
      when: {
        text: [
          /(?:account|mail ?box|user)\b[^.;]{0,30}blocked for (?:outgoing|outbound|sending)/i,
          /\b(?:your|sending|sender'?s?|submitting) (?:e-?mail |mail |user )?account\b[^.;]{0,60}(?:blocked|suspended|disabled|compromised|locked|restricted|banned|terminated|not allowed to send)/i,
          /\b(?:account|user|sender|customer)\b[^;]{0,60}(?:blocked|disabled|suspended|restricted|prevented|barred|banned) from sending/i,
          /(?:not allowed|not permitted|no longer allowed) to send (?:mail|e-?mails?|messages) from this account/i,
          /(?:sending|outgoing|outbound)[^.;]{0,30}(?:has been |is |was )?(?:disabled|blocked|suspended) for (?:this|your|the)? ?(?:account|user|domain)/i,
          /compromised account|user account disabled|account (?:appears|seems) (?:to be )?compromised/i,
          /\b(?:outgoing|outbound) (?:mail|e-?mails?|messages?|traffic) (?:from|of|for|by) [^ ]{1,120} (?:is |was |has been |have been |are )(?:stopped|blocked|disabled|suspended|locked|off)/i,
          /\byour (?:sending|outgoing mail|outbound mail)(?: privileges?| rights?| permissions?)? (?:is |are |was |were |has been |have been )(?:suspended|blocked|disabled|stopped|revoked|paused|restricted)/i,
          /sending (?:mail |e-?mail )?(?:from|by|for) (?:this|your|the) (?:e-?mail |mail |user )?(?:account|mailbox|user|address)[^.;]{0,20}(?:disabled|suspended|blocked|stopped|turned off|switched off)/i,
          /(?:outgoing|outbound) (?:mail|e-?mails?|messages?) (?:from|of|for|by) (?:this|your|the) (?:account|mailbox|user)[^.;]{0,30}(?:stopped|blocked|disabled|suspended)/i,
          /account (?:has been |is |was )?(?:suspended|blocked|locked|disabled|closed) (?:for|because of|due to|after) (?:sending )?(?:spam|bulk|abuse|too many)/i,
        ],
      },
      source: OBSERVED,
      examples: [
        "550 Your mailbox is blocked for outgoing mail",
        "554 5.7.1 Your account is blocked, contact support",
        "550 5.7.1 User user@example.org is blocked from sending mail",
        "525 5.7.13 User account disabled",
        "554 5.7.1 Sending from this account has been disabled because of abuse",
        "550 outgoing mail from this mailbox was stopped by the provider",
        "550 Account suspended for sending spam",
      ],
    },
    {
      id: "sender/authentication-required",
      cause: "smtp_auth_required",
      probability: 0.93,
      when: {
        text: [
          /\blog[ -]?in (?:is )?(?:required|needed|first|before sending)\b/i,
          /\b(?:smtp )?auth(?:entication|entification)?(?: is)? (?:required|needed|necessary|mandatory)/i,
          /(?:must|need to|have to|please|should) (?:first )?(?:be )?(?:authenticat\w{1,3}|log ?in|login|sign in)\b/i,
          /requires? (?:smtp )?(?:auth\b|authentication)|\bpop(?:3)?[ -](?:before|auth)/i,
          /relay(?:ing)? (?:is )?only (?:allowed|permitted) (?:after|for|with) auth/i,
          /no auth(?:entication)? attempted/i,
          /(?:client|sender|user) (?:was |is |has )?not (?:been )?(?:authenticated|logged in)/i,
          /not authenticated/i,
        ],
      },
      source: RFC4954,
      examples: [
        "530 5.7.0 login required",
        "530 5.7.0 log in first",
        "530 5.7.0 Authentication required",
        "550 5.7.1 you must authenticate first",
        "505 Client was not authenticated.",
        "550 5.7.1 This server requires authentication",
      ],
    },
    {
      id: "sender/authentication-failed",
      cause: "smtp_auth_required",
      probability: 0.93,
      when: {
        text: [
          /(?:authentication|login|logon|sasl)(?: \w{1,10})? (?:denied|failed|failure|unsuccessful|error|rejected|incorrect|aborted|credentials invalid|mechanism)/i,
          /(?:invalid|bad|wrong|incorrect) (?:login|credentials|username|user name|password|user(?:name)? (?:or|and) password)/i,
          /username (?:or|and) password|password (?:transition|expired|incorrect)/i,
          /authori[sz]ation (?:failed|required)/i,
        ],
      },
      source: RFC4954,
      examples: [
        "535 5.7.8 Error: authentication failed: authentication credentials invalid",
        "535 Incorrect username or password",
        "432 4.7.12 A password transition is needed",
      ],
    },
    {
      id: "sender/null-mx",
      cause: "sender_address_invalid",
      probability: 0.95,
      when: {
        text: [
          /(?:sender|return[ -]path|originator|mail from)\b[^.;]{0,60}null ?mx/i,
          /null ?mx[^.;]{0,40}sender/i,
        ],
      },
      source: "https://www.rfc-editor.org/rfc/rfc7505",
      examples: ["550 5.7.27 Sender address has null MX"],
    },
    {
      id: "sender/domain-unresolvable",
      cause: "sender_address_invalid",
      probability: 0.95,
      when: {
        text: [
          /\b(?:sender|sender's|sending|from|mail from|envelope[ -]?(?:from|sender)|return(?:[ -]path)?|originator|your|5321\.from|mailfrom)(?: address)?(?:'s)? domain\b[^;]{0,200}?(?:does(?:n't| not) (?:exist|resolve|have|accept)|not exist|cannot be (?:resolved|found|verified)|could not be (?:resolved|found|verified)|not found|unresolvable|is invalid|invalid|has no|without|no (?:valid )?(?:mx|dns|a record)|must (?:exist|resolve)|not resolv)/i,
          /domain of (?:the )?sender(?:'s)?(?: address)?\b[^;]{0,200}(?:does not|doesn't|not|invalid)/i,
          /(?:invalid|unresolvable|nonexistent|non-existent|unknown|bad) (?:sender|sending|from|return[ -]?path|envelope)(?:'s)? (?:domain|host)/i,
          /can't find a valid mx for sender/i,
          /\bno (?:valid )?(?:mail exchangers?|mx(?: records?)?|mail servers?|a records?|dns records?|dns entry) (?:found )?(?:for|of|in) (?:your|the) (?:sender(?:'s)?|sending|envelope|from)(?: address| sender| from)?(?:'s)? domain/i,
          /(?:envelope )?sender\b[^;]{0,60}\bno (?:valid )?(?:mx|a record|mail servers?|dns)\b/i,
        ],
      },
      source: RFC3463,
      examples: [
        "553 5.1.8 <user@no-such.example>... Domain of sender address user@no-such.example does not exist",
        "550 5.1.0 The sender domain has no MX record",
        "550 5.1.8 Invalid sender domain",
        "451 4.1.8 Your domain does not resolve",
        "550 5.1.8 no mail exchanger for your sender domain no-such.example",
        "554 5.1.8 envelope sender not accepted: no MX for no-such.example",
      ],
    },
    {
      id: "sender/address-unknown",
      cause: "sender_address_invalid",
      probability: 0.93,
      when: {
        text: [
          /\b(?:sender|originator|return[ -]?path|envelope[ -]?(?:from|sender)|mail from|reverse[ -]path|from[ -]address|sender's)\b(?: e-?mail| mailbox| user)?(?: address)?(?: ["'<(]?[^ ]{1,90})? ?(?:is |was |has |could |can |does |may )?(?:been )?(?:unknown|not (?:be )?(?:valid|exist|found|known|resolv\w{0,4}|verified|verifiable|deliverable|routable|local(?! and relay)|accepted as)|n't (?:exist|valid|be verified|resolve)|does not (?:exist|resolve|accept)|invalid|undeliverable|nonexistent|non-existent|unverif\w{2,6}|cannot be (?:verified|resolved)|unresolvable|unroutable|bad\b|bogus)/i,
          /bad sender(?:'s)? system/i,
          /sender\b[^;]{0,120}(?:rejected|denied|refused)\b[^;]{0,10}[:,-] ?(?:the )?(?:account|address|user|mail ?box|domain)\b[^;]{0,40}(?:not exist|n't exist|unknown|not found|invalid|not valid)/i,
          /\b(?:verification|callout|callback) of (?:the )?sender\b[^.;]{0,20} failed|\bsender (?:address )?(?:verify|verification|callout|callback|check) (?:has )?failed|^(?:5\d\d[ -])?(?:5\.\d\.\d )?verification failed for </i,
          /(?:cannot|can't|could not|unable to) (?:verify|resolve) (?:the |your )?sender/i,
        ],
      },
      source: RFC3463,
      examples: [
        "550 Sender address is unknown",
        "550 5.1.0 <user@example.org> sender rejected : account does not exist",
        "550 Verification failed for <user@example.org>",
        "451 4.1.8 Sender address does not resolve",
        "553 5.1.8 Bad sender's system address",
        "550 5.1.0 sender user@example.org could not be verified",
      ],
    },
    {
      id: "sender/address-malformed",
      cause: "sender_address_invalid",
      probability: 0.93,
      when: {
        text: [
          /(?:invalid|bad|malformed|illegal|incorrect|missing|bogus|fake|unverifiable|nonexistent|unroutable|unknown) (?:or missing )?(?:return[ -]?path|envelope sender|sender|from[ -]?address|mail from|originator|reply address|return address|sender address|sender e-?mail)/i,
          /(?:sender|from)(?:'s)?(?: mailbox)? address (?:syntax|format)|sender address must/i,
          /\bsender(?:'s)?(?: address)? (?:needs?|must have|has to have|requires?|lacks?|without|has no|is missing) (?:a |an |its )?(?:domain|host ?name|fully|fqdn|@)/i,
          /sender'?s mailbox address syntax|mail from (?:syntax|command)[^.;]{0,20}(?:error|invalid)/i,
          /invalid mail from|invalid address: ?sender|sender rejected: ?user unknown/i,
        ],
      },
      source: RFC3463,
      examples: [
        "553 5.1.7 Bad sender's mailbox address syntax",
        "501 5.1.7 Invalid sender address",
        "553 5.5.4 <info>: sender needs a domain",
        "550 5.1.7 Malformed return path",
      ],
    },
    {
      id: "sender/blocked-by-recipient",
      cause: "sender_blocked_by_recipient",
      probability: 0.92,
      when: {
        text: [
          /\b(?:recipient|user|receiver|addressee|customer)(?:'?s'?)? (?:own |personal |individual )?(?:preferences?|wish(?:es)?|choice)\b|\b(?:receive|reception|receiving) (?:refus|reject|denial)\w{0,5}\b/i,
          /\b(?:blocked|black ?-?listed|block ?-?listed|banned) by (?:the |your )?(?:recipient|receiver|customer)'s (?:mail |e-?mail |it )?admin\w{0,10}/i,
          /\b(?:recipient|user|addressee|receiver|mail ?box)\b[^.;]{0,20}(?:(?:not|n't) accept(?:ing)?|(?:blocks?|refuses?|rejects?|blocked|refused|rejected)) (?:any )?(?:mails?|e-?mails?|messages?) (?:from|sent by) (?:you\b|your (?:address|e-?mail|account)|this (?:sender|address)|the sender)/i,
          /\b(?:blocked|refused|rejected|denied|black ?-?listed|block ?-?listed|banned|declined) (?:by|at the request of) (?:the |this |that |your )?(?:recipient|user|receiver|addressee|owner|mailbox owner|customer)\b(?!'s| (?:mail|server|system|domain|organi[sz]ation|polic|host|site|admin))/i,
          /\b(?:recipient|user|addressee|receiver|customer|he|she|they)\b (?:has |have |does not |doesn't |do not |don't |is |are )?(?:not )?(?:rejected|refused|blocked|black ?listed|accept(?:ing)?|declined|want|wish(?:es)?)(?: to receive)?(?: any)? (?:your|mail from (?:you|this|your|the sender)|messages? from (?:you|this|your)|e-?mails? from (?:you|this|your)|you\b|this (?:sender|message|mail))/i,
        ],
      },
      source: OBSERVED,
      examples: [
        "550 Refused due to recipient preferences",
        "550 5.1.1 <jane@example.com>: Recipient address rejected: Domain specified receive refusal",
        "550 5.7.1 Sender blacklisted by the recipient's administrator",
        "550 5.7.1 Sender blocked by recipient",
        "550 The recipient does not accept mail from you",
        "554 Your message was refused by the user",
      ],
    },
    {
      id: "sender/on-recipients-list",
      cause: "sender_blocked_by_recipient",
      probability: 0.88,
      when: {
        text: [
          /\b(?:sender|you|your (?:e-?mail |mail )?address|from address|originator)\b[^.;]{0,40}\b(?:on|in|by|to) (?:\w{1,12}(?:'s)? ){0,4}(?:black|block|deny|reject|kill|ignore|bad ?senders?|blocked ?senders?)[ -]?(?:list|file)/i,
          /blocked senders?\b/i,
          /(?:recipient|user|personal|custom|customer|tenant|client)(?:'s)? (?:\w{1,10} )?(?:black|block|deny)[ -]?list/i,
          /badmailfrom/i,
        ],
      },
      source: OBSERVED,
      examples: [
        "554 5.7.1 Sender is on the user's blacklist",
        "550 5.7.1 Your message was rejected by the recipient's blocked senders list",
        "550 5.7.1 your address is in my reject list",
      ],
    },
    {
      id: "sender/not-permitted-to-recipient",
      cause: "recipient_restricted",
      probability: 0.85,
      otherCauses: [{ cause: "sender_blocked_by_recipient", probability: 0.1 }],
      when: {
        text: [
          /sender (?:is )?not (?:allowed|permitted|authori[sz]ed) (?:to|for) (?:e-?mail|mail|send|post|write|this|the)\b/i,
          /recipient address rejected: sender (?:is )?not (?:authori[sz]ed|allowed|permitted)/i,
        ],
      },
      source: OBSERVED,
      examples: [
        "550 5.7.1 Sender not permitted to email this group",
        "550 5.7.1 <jane@example.com>: Recipient address rejected: sender not authorized",
      ],
    },
    {
      id: "sender/null-sender-refused",
      cause: "forged_sender",
      probability: 0.5,
      otherCauses: [
        { cause: "policy_rejected", probability: 0.3 },
        { cause: "sender_address_invalid", probability: 0.15 },
      ],
      when: {
        text: [
          /null (?:reverse[ -]path|envelope|return)|empty (?:envelope |return )?(?:sender|from)/i,
          /bounce messages? (?:are |is )?not (?:accepted|allowed)|backscatter/i,
          /do(?:es)?(?: not|n't) (?:accept|send|receive) (?:any )?bounces?/i,
          /not (?:a )?(?:valid|legitimate) bounce|never sent (?:this|that|the) (?:mail|message)/i,
          /\bbatv\b|prvs=/i,
        ],
      },
      source: OBSERVED,
      examples: ["550 5.7.1 Empty envelope sender refused", "550 This mailbox does not accept bounces"],
    },
    {
      id: "sender/not-accepted",
      cause: "sender_blocked_by_recipient",
      probability: 0.72,
      otherCauses: [
        { cause: "policy_rejected", probability: 0.12 },
        { cause: "sender_address_invalid", probability: 0.08 },
      ],
      when: {
        text: [
          /\bsender\b(?: address| e-?mail)?(?: ["'<(]?[^ ]{1,90})? (?:is |was |has been )?(?:blocked|black ?-?listed|block ?-?listed|denied|banned|refused|rejected|not (?:allowed|permitted|accepted|authori[sz]ed|welcome))(?!:? ?user unknown| (?:for|to send to) (?:this|the) (?:list|group|recipient))/i,
          /\b(?:rejected|refused|blocked|denied|banned|unauthori[sz]ed|unwanted) sender\b/i,
          /mail from (?:this|your|the) (?:sender|address|user) (?:is |was )?(?:not (?:accepted|allowed|permitted|wanted)|rejected|refused|denied|blocked)/i,
          /mail from ["'<]?[^ ]{1,90}@[^ ]{1,120} (?:is |was )?(?:not (?:accepted|allowed|permitted)|rejected|refused|denied|blocked)/i,
          /we do(?:n't| not) (?:want|accept|wish)[^.;]{0,20}mail from (?:you|this sender)|go away/i,
          /you are not welcome|your e-?mail is (?:not wanted|unwanted)|rejected by administrator/i,
          /(?:does not|doesn't|will not|won't|do not|don't) (?:accept|take|want) (?:any )?(?:e-?)?mails? from (?:this sender|you\b|your address|this address)/i,
        ],
      },
      source: OBSERVED,
      examples: [
        "550 5.7.1 Mail from this sender is not accepted",
        "550 5.7.1 the sender was denied",
        "517-Mail from user@example.org rejected by administrator",
        "554 5.7.1 sender rejected",
        "550 jane does not accept mail from this sender",
      ],
    },
  ],
});
