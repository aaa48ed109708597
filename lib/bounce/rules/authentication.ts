import { defineRules } from "../define-rule.ts";

const RFC7372 = "https://www.rfc-editor.org/rfc/rfc7372";
const RFC7489 = "https://www.rfc-editor.org/rfc/rfc7489";
const OBSERVED = "observed: refusals of many systems";

/** Refusals over SPF, DKIM, DMARC, ARC, reverse DNS and spoofing, whoever utters them. DMARC first: it names the others. */
export const authentication = defineRules({
  name: "authentication",
  providers: null,
  tier: "generic-text",
  rules: [
    {
      id: "authentication/dmarc",
      cause: "dmarc_failure",
      probability: 0.95,
      when: {
        text: [
          /\bdmarc\b/i,
          /\b(?:not|isn't|fails?|failed|no) (?:\w{1,10} )?(?:aligned|alignment)\b|\bunaligned\b|\b(?:alignment|aligned)\b[^.;]{0,40}(?:fail|required|missing)/i,
        ],
      },
      source: RFC7489,
      examples: [
        "550 5.7.1 Email rejected per DMARC policy for example.org",
        "550 5.7.1 rejected by DMARC policy for example.org",
        "554 5.7.1 DMARC evaluation failed for the From domain",
        "554 example.org asks us to reject mail that is not aligned",
      ],
    },
    {
      id: "authentication/arc",
      cause: "arc_failure",
      probability: 0.9,
      when: {
        text: [
          /\barc (?:chain|validation|seal|verification|set)\b.{0,60}(?:fail|invalid|broken|reject|error)/i,
          /(?:invalid|failed|broken) arc (?:chain|seal|set)/i,
        ],
      },
      source: "https://www.rfc-editor.org/rfc/rfc8617",
      examples: ["550 5.7.29 ARC validation failure", "550 5.7.29 Rejected: invalid ARC chain"],
    },
    {
      id: "authentication/spf-and-dkim",
      cause: "authentication_multiple",
      probability: 0.93,
      when: {
        text: /(?:spf (?:and|or|\/|nor) dkim|dkim (?:and|or|\/|nor) spf|spf, ?dkim|neither spf|spf=fail.{0,60}dkim=fail|dkim=fail.{0,60}spf=fail|multiple authentication checks failed|(?:email|message|sender|domain) (?:is |was )?(?:not authenticated|unauthenticated|failed authentication)|unauthenticated (?:e?mail|message|sender)|failed (?:all )?(?:e?mail |sender |message )?authentication (?:checks?|tests?|requirements?)|sender authentication (?:failed|failure|required)|does not pass (?:e?mail )?authentication)/i,
      },
      source: RFC7372,
      examples: [
        "550 5.7.26 Multiple authentication checks failed",
        "550 5.7.1 Message failed SPF and DKIM authentication",
        "550 5.7.1 Unauthenticated mail is not accepted from this domain",
      ],
    },
    {
      id: "authentication/dkim",
      cause: "dkim_failure",
      probability: 0.94,
      when: { text: /\bdkim\b|domainkeys?\b|no (?:valid|passing|acceptable) (?:dkim )?signature|adsp\b/i },
      source: RFC7372,
      examples: [
        "550 5.7.20 No passing DKIM signature found",
        "550 5.7.1 DKIM signature verification failed",
        "550 5.7.21 No acceptable DKIM signature found",
      ],
    },
    {
      id: "authentication/forwarding-srs",
      cause: "forwarding_broke_auth",
      probability: 0.75,
      otherCauses: [{ cause: "spf_failure", probability: 0.2 }],
      when: {
        text: [
          /forward(?:ed|ing|er)\b.{0,80}\b(?:spf|srs|sender rewriting)/i,
          /(?:spf|srs).{0,80}\bforward(?:ed|ing|er)/i,
        ],
      },
      source: "https://www.rfc-editor.org/rfc/rfc7960",
      examples: ["550 5.7.23 SPF failed: forwarded message without SRS"],
    },
    {
      // A server that one logs in to, or a receiver that compares with SPF: the words fit both.
      id: "authentication/not-through-this-host",
      cause: "spf_failure",
      probability: 0.5,
      otherCauses: [
        { cause: "sender_address_invalid", probability: 0.2 },
        { cause: "smtp_auth_required", probability: 0.15 },
      ],
      when: {
        text: /not (?:allowed|permitted|authori[sz]ed) to send (?:mail |e-?mail |messages )?(?:for|from|as) (?:this|that) (?:domain|address|sender) (?:through|via|from|over|using) (?:this|the)/i,
      },
      source: "observed: replies of submission servers and of receivers",
      examples: ["550 Not authorized to send mail for this domain through this host"],
    },
    {
      id: "authentication/spf",
      cause: "spf_failure",
      probability: 0.95,
      when: {
        text: [
          /\bspf\b|sender policy framework|openspf\.(?:org|net)/i,
          /(?:not|isn't|is not|was not|n't) (?:a )?(?:permitted|designated|authori[sz]ed|allowed) (?:by .{1,120} |as (?:a )?|to (?:be )?(?:a )?)?(?:sender|to send (?:mail|e-?mail|messages)? ?(?:from|for|on behalf|as)|to use .{1,90} (?:as|in)|mailer for|sending host)/i,
          /(?:host|ip|address|server|client) .{0,90}(?:is not|isn't|not) (?:allowed|permitted|authori[sz]ed) to send (?:mail |e-?mail |messages )?(?:from|for|on behalf of|as) (?:the )?(?:domain|user|<|[a-z0-9.-]{1,80}\.)/i,
        ],
      },
      source: "https://www.rfc-editor.org/rfc/rfc7208",
      examples: [
        "550 5.7.23 SPF validation failed",
        "550 5.7.1 <user@example.org>: Recipient address rejected: Please see http://www.openspf.org/why.html?sender=user%40example.org&ip=192.0.2.10",
        "550 SPF: 192.0.2.10 is not allowed to send mail from example.org",
        "550 5.7.1 192.0.2.10 is not authorized to send mail from the domain example.org",
      ],
    },
    {
      id: "authentication/reverse-dns",
      cause: "reverse_dns",
      probability: 0.93,
      when: {
        text: [
          /no ptr record|reverse[ -]?(?:dns|lookup|host ?name|name|address|map|ip)|\brdns\b|\bfcrdns\b/i,
          /\bptr\b|in-addr\.arpa|ip6\.arpa|forward[ -]confirmed/i,
          /(?:no|missing|without|lack(?:s|ing)?|invalid|unable to (?:find|resolve|get|look ?up)|cannot (?:find|resolve|look ?up)|can't (?:find|resolve)|could not (?:find|resolve)) (?:the |your |a |valid |client |client's |remote |sending |any ){0,6}(?:host ?name|dns name|dns entry)(?: for (?:your )?(?:ip|address|client|\[?\d))?/i,
          /(?:host ?name|dns)[^.]{0,30}(?:does not|doesn't|do not|not) (?:match|resolve)[^.]{0,30}(?:ip|address)/i,
          /unresolvable (?:relay|client|ip|host)|client (?:hostname|name) (?:could not|cannot|not) /i,
        ],
      },
      source: RFC7372,
      examples: [
        "550 5.7.25 Reverse DNS validation failed",
        "554 5.7.1 192.0.2.10 has no PTR record",
        "450 4.7.1 Client host rejected: cannot resolve your hostname for your IP, no rDNS",
        "550 Unable to resolve hostname for [192.0.2.10]",
      ],
    },
    {
      id: "authentication/spoofed-own-domain",
      cause: "anti_spoofing_policy",
      probability: 0.9,
      when: {
        text: [
          /spoof(?:ed|ing|s)?\b|impersonat(?:e|ion|ing)|forged? (?:sender|from|address|header)/i,
          /(?:sender|from) (?:address )?(?:is )?(?:forged|faked|spoofed)/i,
          /(?:external|outside) (?:mail|message|sender|host)s? (?:from|using|claiming) (?:an? )?(?:internal|local|our) (?:domain|address)/i,
          /you (?:are|may) not (?:allowed to )?use (?:our|this) domain/i,
          /mail from (?:our|local|internal) domain (?:must|not|only)/i,
          /local (?:sender|domain|user) (?:must|from (?:external|outside))/i,
          /\b(?:our|its) own domain\b[^.;]{0,40}\b(?:outside|external|not one of our|not ours)/i,
          /(?:pretend|claim|purport)(?:s|ed|ing)? to be (?:one of us|us|internal|local|from (?:inside|here))\b/i,
          /(?:your|our|the recipient'?s|an internal|a local) (?:own )?(?:domain|address)(?:es|s)? (?:is |are |was )?(?:not|never|cannot be|may not be|must not be) (?:accepted|allowed|permitted|used|received|expected|sent)[^.;]{0,20} (?:from )?(?:outside|external|the internet)/i,
          /(?:claim(?:s|ed|ing)?|pretend(?:s|ed|ing)?|purport(?:s|ed|ing)?) to (?:be|come) from (?:our|your|this|the recipient'?s|an internal)\b/i,
          /(?:can ?not|can't|may not|must not|not allowed to) send (?:as|for|from) [^ ]{1,120} from (?:outside|the (?:outside|internet))/i,
        ],
      },
      source: OBSERVED,
      examples: [
        "550 5.7.1 Anti-spoofing: mail from our domain must come from our servers",
        "554 5.7.1 Message rejected: spoofed sender",
        "550 5.7.1 Message refused: it claims to be from our own domain but comes from outside",
        "550 you cannot send as example.com from outside",
        "550 5.7.1 you pretend to be one of us",
        "554 From header shows our own domain but you are outside",
        "550 Message from your own domain is not accepted from outside",
      ],
    },
    {
      id: "authentication/not-from-bulk",
      cause: "authentication_required_bulk",
      probability: 0.9,
      when: {
        text: [
          /bulk senders?.{0,80}(?:authenticat|require|must)|required authentication level/i,
          /high[- ]volume senders?/i,
        ],
      },
      source: "https://support.google.com/a/answer/81126",
      examples: ["550 5.7.1 Bulk senders must authenticate their messages and publish a policy"],
    },
  ],
});
