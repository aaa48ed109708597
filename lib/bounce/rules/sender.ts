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
      id: "sender/null-mx",
      cause: "sender_address_invalid",
      probability: 0.95,
      when: {
        text: /(?:sender|from|return[ -]path|originator)[^.;]{0,60}null ?mx|null ?mx[^.;]{0,40}sender/i,
      },
      source: "https://www.rfc-editor.org/rfc/rfc7505",
      examples: ["550 5.7.27 Sender address has null MX"],
    },
    {
      id: "sender/account-blocked",
      cause: "sending_account_blocked",
      probability: 0.9,
      when: {
        text: /(?:your|sending|sender'?s?|submitting|this) (?:e-?mail |mail |user )?account[^.;]{0,60}(?:blocked|suspended|disabled|compromised|locked|restricted|banned|terminated|not allowed to send)|(?:account|user)[^.;]{0,50}(?:blocked|disabled|suspended|restricted|not (?:allowed|permitted)|prevented) (?:from|to) send|(?:sending|outgoing|outbound|relaying)[^.;]{0,40}(?:has been |is |was )?(?:disabled|blocked|suspended)[^.;]{0,40}(?:account|user|you)|compromised account|user account disabled|account (?:appears|seems) (?:to be )?compromised/i,
      },
      source: OBSERVED,
      examples: [
        "554 5.7.1 Your account has been suspended for sending spam",
        "550 5.7.1 User user@example.org is blocked from sending mail",
        "525 5.7.13 User account disabled",
      ],
    },
    {
      id: "sender/authentication-required",
      cause: "smtp_auth_required",
      probability: 0.92,
      when: {
        text: /(?:smtp )?auth(?:entication|entification)?(?: is)? (?:required|needed|necessary|mandatory)|(?:must|need to|have to|please|should) (?:first )?(?:be )?(?:authenticat|log ?in|login|sign in)|pop(?:3)?[ -](?:before|auth)|(?:authentication|login|logon) (?:failed|failure|unsuccessful|error|rejected|incorrect|aborted|credentials invalid)|invalid (?:login|credentials|username|user name|password|user(?:name)? or password)|(?:bad|wrong|incorrect) (?:login|username|user name|password|credentials)|username and password|requires? (?:smtp )?authentication|not (?:logged in|authenticated)\b|relay(?:ing)? (?:is )?only (?:allowed|permitted) (?:after|for|with) auth|authentication mechanism|password (?:transition|expired)|not authenticated|authori[sz]ation (?:failed|required)|no auth(?:entication)? attempted/i,
      },
      source: RFC4954,
      examples: [
        "530 5.7.0 Authentication required",
        "535 5.7.8 Error: authentication failed: authentication credentials invalid",
        "550 5.7.1 you must authenticate first",
        "505 Client was not authenticated.",
      ],
    },
    {
      id: "sender/address-invalid",
      cause: "sender_address_invalid",
      probability: 0.92,
      when: {
        text: /(?:sender|originator|return[ -]?path|envelope[ -](?:from|sender)|mail from|reverse[ -]path|from[ -]address|from domain|from header)(?:'s)?(?: address| domain| e-?mail| mailbox| user){0,6}(?: <?[^ ]{1,90}>?)? ?(?:is |was |has |could |can |does |address |domain )?(?:been )?(?:not |n't )?(?:be )?(?:invalid|bad|malformed|illegal|incorrect|unknown|unverif\w{2,6}|undeliverable|nonexistent|non-existent|not (?:valid|exist|found|known|resolv\w{0,4}|verified|deliverable|routable|accept mail)|exist|resolvable|unresolvable|unroutable|not a valid|does not (?:exist|resolve|accept)|doesn't (?:exist|resolve)|cannot be (?:verified|resolved|found))|(?:invalid|bad|malformed|illegal|unknown|unresolvable|nonexistent|incorrect|unverifiable|missing|bogus|unroutable|fake) (?:or missing )?(?:return[ -]?path|sender|envelope sender|from[ -]?address|mail from|originator|sender'?s? (?:mailbox|address|domain|system|e-?mail)|reply address|return address)|bad sender's (?:mailbox|system) address|cannot (?:verify|resolve) (?:the |your )?sender|(?:invalid|unresolvable|bad|no valid|missing) (?:mx|dns|a|soa)(?: record)?s? (?:for|of) (?:the |your )?(?:sender|sending|from|return)|(?:sender|your)(?:'s)? domain[^.;]{0,40}(?:has no|without|lacks|no) (?:valid )?(?:mx|dns|a record)|sender verify/i,
      },
      source: RFC3463,
      examples: [
        "553 5.1.7 Bad sender's mailbox address syntax",
        "550 5.1.8 Invalid sender domain",
        "451 4.1.8 Sender address does not resolve",
        "550 Sender address is unknown",
        "550 5.1.0 The sender domain has no MX record",
      ],
    },
    {
      id: "sender/blocked-by-recipient",
      cause: "sender_blocked_by_recipient",
      probability: 0.88,
      when: {
        text: /(?:sender|you|your (?:e-?mail |mail )?(?:address|domain|message|mail|organi[sz]ation)|from address|mail from (?:you|<[^>]{1,90}>|[^ ]{1,90}@[^ ]{1,90}))[^.;]{0,60}(?:blocked|refused|rejected|denied|black ?-?listed|block ?-?listed|banned|not (?:accepted|wanted|welcome)) by (?:the |this |that )?(?:recipient|user|receiver|addressee|owner|mailbox|customer|administrator|admin|destination|domain)|blocked (?:by|at the request of) (?:the )?(?:recipient|user|receiver|addressee|mailbox owner|customer)|(?:recipient|user|addressee|receiver|mailbox|he|she|they) (?:has |have |does not |doesn't |is |are |did not )?(?:rejected|refused|blocked|black ?listed|not accept(?:ing)?|declined|doesn't (?:want|accept)|do(?:es)? not (?:want|accept|wish)|not want|accept)(?:s)? (?:your|mail from (?:you|this|your|sender)|messages? from (?:you|this|your)|e-?mails? from (?:you|this|your)|the message from|you\b|to receive)|(?:sender|from|e-?mail address|address) (?:is |was |has been )?(?:on|in) (?:the |a |my |his |her |their |our )?(?:recipient'?s? |user'?s? |personal |local |private |custom |sender )?(?:black|block|deny|reject|kill|ignore)[ -]?(?:list|file)|blocked senders?|sender (?:address |e-?mail |domain )?(?:is |was |has been )?(?:blocked|black ?-?listed|block ?-?listed|denied|banned|refused|rejected|not (?:allowed|permitted|accepted|authori[sz]ed))|(?:rejected|refused|blocked) sender|this sender (?:is|has been)|we do(?:n't| not) (?:want|accept|wish)[^.;]{0,20}mail from (?:you|this)|your e-?mail is (?:not wanted|unwanted)|mail from (?:this|your) (?:sender|address|domain|user) (?:is |was )?(?:not (?:accepted|allowed|permitted|wanted)|rejected|refused|denied|blocked)|go away|you are not welcome/i,
      },
      source: OBSERVED,
      examples: [
        "550 5.7.1 Sender blocked by recipient",
        "550 5.7.1 Your message was rejected by the recipient's blocked senders list",
        "550 The recipient does not accept mail from you",
        "554 5.7.1 Sender is on the user's blacklist",
        "550 5.7.1 Mail from this sender is not accepted",
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
        text: /null sender|empty (?:envelope |return )?(?:sender|from)|bounce messages? (?:are |is )?not (?:accepted|allowed)|backscatter|do(?:es)?(?: not|n't) (?:accept|send|receive) (?:any )?bounces?|not (?:a )?(?:valid|legitimate) bounce|never sent (?:this|that|the) (?:mail|message)|\bbatv\b|prvs=/i,
      },
      source: OBSERVED,
      examples: [
        "550 5.7.1 Null sender is not allowed for this recipient",
        "550 This mailbox does not accept bounces; backscatter rejected",
      ],
    },
  ],
});
