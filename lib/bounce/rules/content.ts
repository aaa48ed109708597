import { defineRules } from "../define-rule.ts";

const RFC5322 = "https://www.rfc-editor.org/rfc/rfc5322";
const RFC6531 = "https://www.rfc-editor.org/rfc/rfc6531";
const RFC3463 = "https://www.rfc-editor.org/rfc/rfc3463";
const OBSERVED = "observed: replies of many systems";

/** What is wrong with the message itself: size, infection, attachments, spam, shape. */
export const content = defineRules({
  name: "content",
  providers: null,
  tier: "generic-text",
  rules: [
    {
      id: "content/eai",
      cause: "eai_unsupported",
      probability: 0.94,
      when: {
        text: /smtputf8|non-?ascii|internationali[sz]ed (?:e-?mail |mail )?(?:address|header|domain|message)|utf-?8 (?:address|header|string|mailbox|sender|recipient)|\beai\b/i,
      },
      source: RFC6531,
      examples: [
        "553 5.6.7 Non-ASCII addresses not permitted for that sender/recipient",
        "SMTPUTF8 is required, but was not offered by host mx.example.com[192.0.2.25]",
        "550 5.6.9 UTF-8 header message cannot be transferred to one or more recipients",
      ],
    },
    {
      id: "content/too-large",
      cause: "message_too_large",
      probability: 0.96,
      when: {
        text: /(?:message|mail|e-?mail|letter|content|data|body|attachment|file|header)s?(?:'s)?(?: file| body| size| length| header| line){0,6}[^.;:]{0,30}\b(?:is |are |was )?(?:too (?:large|big|long)|larger than|bigger than|oversi[sz]ed?|exceed(?:s|ed|ing)?[^.;:]{0,50}(?:size|limit|length|maximum|bytes|[kmg]b)|over (?:the )?(?:size|maximum|limit)|greater than)|(?:size|length) (?:of (?:the )?(?:message|mail|e-?mail|attachment)[^.;:]{0,30})?(?:exceed|limit|too|is over|larger|greater|violat)|(?:exceed(?:s|ed|ing)?|over|above|larger than|bigger than)[^.;:]{0,40}\b(?:maximum|max|allowed|permitted|fixed|acceptable|administrative|legal|allowable|largest) (?:message |mail |e-?mail |attachment |file |allowed |permitted ){0,6}(?:size|length|limit)|(?:message|mail|e-?mail|max(?:imum)?|attachment)[- ]?size[- ]?(?:limit|restriction|exceed|quota|violation)|size limit|too (?:large|big) (?:message|mail|e-?mail|attachment|file|for)|max(?:imum)? message size|message length exceeds|oversi[sz]ed? (?:message|mail)|552 5\.3\.4|552 .{0,20}message (?:too|size)/i,
      },
      source: RFC3463,
      examples: [
        "552 5.3.4 Message size exceeds fixed limit",
        "552 5.2.3 Message length exceeds administrative limit",
        "550 5.3.4 Message too big for system",
        "message size 31457280 exceeds size limit 10240000 of server mx.example.com[192.0.2.25]",
        "554 5.6.1 Body too long",
      ],
    },
    {
      id: "content/malware",
      cause: "malware_or_phishing",
      probability: 0.95,
      when: {
        text: /\bvirus(?:es)?\b|malware|\binfected\b|\btrojan\b|\bworm\b|eicar|phish|ransomware|malicious|clamav|found to contain .{1,60}(?:signature|heuristics)|\bexploit\b|dangerous (?:content|attachment|url|link)|heuristics\.|harmful/i,
      },
      source: OBSERVED,
      examples: [
        "550 5.7.1 Message contains a virus: Eicar-Test-Signature",
        "554 5.7.1 This message has been detected as phishing",
        "550 This message contains malware (Win.Test.EICAR_HDB-1)",
      ],
    },
    {
      id: "content/attachment",
      cause: "attachment_policy",
      probability: 0.93,
      when: {
        text: /attach(?:ment|ed)s?\b[^.;]{0,80}(?:not (?:allowed|permitted|accepted)|block|prohibit|forbid|banned|reject|refus|disallow|unacceptable|illegal|restrict|deny|denied|type|extension|policy|dangerous|suspicious|executable|encrypted)|(?:unacceptable|prohibited|banned|forbidden|blocked|illegal|disallowed|restricted|unsupported|dangerous|executable|suspicious|invalid|encrypted|password[- ]protected) (?:e-?mail |mail |file )?(?:attach|file|archive|zip|executable)|file(?:name| ?type| ?extension)s?\b[^.;]{0,40}(?:not (?:allowed|permitted)|block|prohibit|forbid|banned|reject|disallow)|(?:executable|\.exe|\.zip|\.js|\.docm|\.scr|macro)s?\b[^.;]{0,40}(?:not (?:allowed|permitted|accepted)|block|prohibit|forbid|banned|reject)|mime type[^.;]{0,30}(?:not|block|reject)|(?:contains|with) (?:an )?(?:executable|macro)/i,
      },
      source: OBSERVED,
      examples: [
        "550 5.7.1 Attachment type not allowed: invoice.exe",
        "552 5.7.0 Blocked file extension detected in attachment (exe)",
        "554 5.7.1 Message rejected due to unacceptable attachments",
      ],
    },
    {
      id: "content/spam",
      cause: "spam_content",
      probability: 0.9,
      otherCauses: [{ cause: "reputation_low", probability: 0.05 }],
      when: {
        text: /(?:message|mail|e-?mail|content|letter|this|it|body|data|post|subject)\b[^.;]{0,70}(?:looks? like|is|was|been|as|considered|identified|classified|detected|flagged|marked|recogni[sz]ed|appears?(?: to be)?|seems?(?: to be)?|contains?|resembles|being|suspected(?: to be| of being)?|like|for|possible|probable|likely|to be)\b[^.;]{0,30}\b(?:spam|unsolicited|junk|uce\b|ube\b|bulk|scam|unwanted|spamm?y)|spam[ -]?(?:score|assassin|filter|check|detect|content|message|mail|like|rule|engine|scan|level|probability|rejected|blocked|reject|refused|found|points|test|hits|threshold|identified|report|suspected|trigger|pattern|policy|status|protection|control|rating|block|url|link)|(?:possible|probable|suspected|suspicious|detected|identified|rejected|blocked|definite|high probability|likely|considered|known|as|is|anti|no|not accept|contains|called) ?-?(?:as )?(?:spam\b|junk (?:mail|e-?mail)|unsolicited)|unsolicited (?:bulk|commercial|mail|e-?mail|message|advert)|bayes(?:ian)?|content filter(?:ing)?|anti-?spam|rspamd|dspam|mailscanner|\bgtube\b|razor|pyzor|\bdcc\b.{0,20}(?:reject|bulk)|\bspam\b|bulk mail (?:not|is|rejected|refused)|\buce\b|blocked by (?:the )?(?:content|message) filter/i,
      },
      source: OBSERVED,
      examples: [
        "550 5.7.1 Message rejected as spam",
        "554 5.7.1 This message has been blocked because it contains spam content",
        "550 High spam score (12.3)",
        "554 5.7.1 Spam message rejected",
        "550 5.7.1 Unsolicited bulk e-mail refused",
        "550 5.7.1 Blocked by SpamAssassin",
      ],
    },
    {
      id: "content/integrity",
      cause: "message_integrity",
      probability: 0.88,
      when: {
        text: /(?:message )?integrity (?:failure|check)|cryptographic (?:failure|algorithm)|s\/mime[^.;]{0,60}(?:fail|invalid|error|verif)|(?:decrypt|signature verification)[^.;]{0,40}(?:fail|error|invalid)|(?:digital|message) signature (?:is )?(?:invalid|broken)/i,
      },
      source: RFC3463,
      examples: [
        "550 5.7.7 Message integrity failure",
        "554 5.7.5 Cryptographic failure",
        "550 5.7.5 S/MIME verification failed",
      ],
    },
    {
      id: "content/malformed",
      cause: "message_malformed",
      probability: 0.92,
      when: {
        text: /(?:missing|duplicate|invalid|malformed|bad|multiple|no|illegal|incorrect|broken|empty|forged|improper|too many|unparseable|absent|more than one|lacks?|without|needs?|requires?|must (?:have|contain)) (?:a |an |the |valid |required |mandatory |mail |message |e-?mail |rfc ?\d{3,4} ){0,6}["']?(?:header|date|from|to|subject|message-?id|sender|reply-to|mime|content-type|received|cc|return-path)['":]{0,2}(?: ?:)?[- ]?(?:header|field|line|address|structure|headers|fields|lines|encoding|part|boundary|format)s?\b|(?:header|mime|message (?:format|structure|header)|message-?id|date|from|subject|content-type)[^.;]{0,50}(?:is (?:missing|invalid|malformed|too)|not (?:compliant|valid|rfc|conform|well)|violat|malformed|missing|invalid|syntax|contains? (?:invalid|illegal|8-?bit|non)|out of range|in the (?:future|past)|corrupt|undecodable|error)|\brfc ?-?(?:5322|2822|822|2045|2047|1123)\b|not (?:rfc|standards?)[- ]?(?:\d{3,4})?[- ]?(?:compliant|conform)|(?:line|lines|header line)s?[^.;]{0,20}(?:too long|longer than|exceed)|bare ?(?:lf|cr|line ?feed|newline|carriage)|stray (?:lf|newline)|nul(?:l)? (?:characters?|bytes?|octets?)|8-?bit (?:characters?|data|header|content)|malformed (?:message|mime|mail|e-?mail)|no (?:subject|body|recipients in header)|cannot parse|improperly formatted|badly formed|unparsable message|incorrectly formatted/i,
      },
      source: RFC5322,
      examples: [
        "550 5.6.0 Message is missing a valid Date header",
        "554 5.6.0 Message contains invalid header",
        "550 5.7.1 Message not RFC 5322 compliant",
        "554 5.6.0 Lines in message were too long",
        "451 4.6.0 See http://cr.yp.to/docs/smtplf.html: bare LF",
        "550 Missing Message-ID header",
      ],
    },
    {
      id: "content/conversion",
      cause: "content_rejected",
      probability: 0.85,
      when: {
        text: /conversion (?:required|failed|with loss|not)|media (?:type )?not supported|message content not available|unsupported (?:media|content|charset|encoding)|(?:8bitmime|binarymime|chunking)[^.;]{0,30}(?:not|unsupported)/i,
      },
      source: RFC3463,
      examples: [
        "554 5.6.3 Conversion required but not supported",
        "554 5.6.1 Media not supported",
        "554 5.6.6 Message content not available",
      ],
    },
    {
      id: "content/rejected",
      cause: "content_rejected",
      probability: 0.78,
      otherCauses: [{ cause: "spam_content", probability: 0.15 }],
      when: {
        text: /(?:content|words?|phrases?|language|text|url|link|subject|body|pattern|keyword|profanity|html|domain in (?:the )?(?:body|message))s?\b[^.;]{0,50}(?:reject|denied|deny|not (?:allowed|acceptable|permitted|accepted)|prohibit|forbidden|blocked|unacceptable|inappropriate|banned|refused|violat|offensive)|(?:rejected|denied|refused|blocked|undesirable|unacceptable|inappropriate|prohibited|objectionable|offensive|forbidden)[^.;]{0,40}(?:content|words?|language|text|url|links?|subject|body|html)\b/i,
      },
      source: OBSERVED,
      examples: [
        "550 5.7.1 Message content is not acceptable",
        "554 Rejected: inappropriate language in the message",
        "550 5.6.0 Prohibited content in subject",
      ],
    },
  ],
});
