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
        text: [
          /smtputf8|non-?ascii/i,
          /internationali[sz]ed (?:e-?mail |mail )?(?:address|header|domain|message)/i,
          /utf-?8 (?:address|header|string|mailbox|sender|recipient)/i,
        ],
      },
      source: RFC6531,
      examples: [
        "553 5.6.7 Non-ASCII addresses not permitted for that sender/recipient",
        "SMTPUTF8 is required, but was not offered by host mx.example.com[192.0.2.25]",
        "550 5.6.9 UTF-8 header message cannot be transferred to one or more recipients",
      ],
    },
    // Size
    {
      id: "content/line-too-long",
      cause: "message_malformed",
      probability: 0.93,
      when: {
        text: [
          /\blines?\b[^.;]{0,30}(?:too long|longer than|exceed)/i,
          /(?:header|line) (?:length|size)[^.;]{0,20}(?:exceed|too)|maximum (?:allowed )?line length/i,
          /header (?:is )?too (?:long|large|big)|headers? too (?:long|large|big)/i,
        ],
      },
      source: RFC5322,
      examples: [
        "554 5.6.0 Lines in message were too long",
        "500 5.5.2 Message has lines too long for transport",
        "552 5.3.4 header too large",
      ],
    },
    {
      id: "content/message-too-large",
      cause: "message_too_large",
      probability: 0.97,
      when: {
        text: [
          /\b(?:message|body|mail) (?:is )?too long/i,
          /\b(?:message|mail|e-?mail|letter|content|data|body|attachment|file)s?\b[^.;:]{0,30}\b(?:too (?:large|big)|larger than|bigger than|oversi[sz]ed?|over (?:the )?(?:size|maximum))/i,
          /too (?:large|big) (?:a )?(?:message|mail|e-?mail|attachment|file)/i,
          /oversi[sz]ed? (?:message|mail|e-?mail)/i,
          /(?:message|mail|e-?mail) (?:exceeds|is over|is larger)/i,
          /^(?:[45]\d\d[ -])?(?:[45]\.\d{1,3}\.\d{1,3} )?(?:message |mail |e-?mail )?(?:is )?too (?:large|big)\b/i,
          /\b(?:larger|bigger|greater|more) than (?:the |our |its |a )?(?:\w{1,12} ){0,2}\d{1,12}(?:\.\d{1,3})? ?(?:[kmg]i?b|bytes?)\b/i,
        ],
      },
      source: RFC3463,
      examples: [
        "550 5.3.4 Message too big for system",
        "554 5.6.1 Body too long",
        "552 message file too big",
        "552 5.3.4 Oversized message refused",
        "552 too large",
        "Your message wasn't delivered because it is 31 MB, larger than the 25 MB limit for messages at example.com.",
      ],
    },
    {
      id: "content/size-limit",
      cause: "message_too_large",
      probability: 0.96,
      when: {
        text: [
          /\b(?:message|mail|e-?mail|attachment|max(?:imum)?|data)[ -]?(?:size|length)\b(?: \d{1,12})?[^.;:]{0,20}(?:limit|restriction|exceed|violat|too|is over|larger|greater|maximum)/i,
          /\b(?:size|length) (?:of (?:the )?(?:message|mail|e-?mail|attachment)[^.;:]{0,30})?(?:exceeds|limit exceeded|too large|is larger|is greater|is over|violat)/i,
          /exceed(?:s|ed|ing)?[^.;:]{0,40}\b(?:maximum|max|allowed|permitted|fixed|acceptable|administrative|message|mail|configured|server)(?: \w{1,12}){0,2} (?:size|length|limit)/i,
          /message length exceeds|\bsize limit\b/i,
        ],
      },
      source: RFC3463,
      examples: [
        "552 5.3.4 Message size exceeds fixed limit",
        "552 5.2.3 Message length exceeds administrative limit",
        "message size 31457280 exceeds size limit 10240000 of server mx.example.com[192.0.2.25]",
        "552 size limit exceeded",
      ],
    },
    // Malware and attachments
    {
      id: "content/virus",
      cause: "malware_or_phishing",
      probability: 0.96,
      when: {
        text: [
          /\bvirus(?:es)?\b(?! (?:scanner|filter|check|engine|scan|database)[^.;]{0,20}(?:error|unavail|fail|timeout|not))/i,
          /malware|\binfected\b|\btrojan\b|\bworm\b|eicar|ransomware/i,
          /found to contain .{1,60}(?:signature|heuristics)/i,
        ],
      },
      source: OBSERVED,
      examples: [
        "550 5.7.1 Message contains a virus: Eicar-Test-Signature",
        "550 This message contains malware (Win.Test.EICAR_HDB-1)",
        "554 5.7.1 infected mail rejected",
      ],
    },
    {
      id: "content/phishing",
      cause: "malware_or_phishing",
      probability: 0.94,
      when: {
        text: [
          /phish|malicious|\bexploit\b|dangerous (?:content|url|link)|heuristics\./i,
          /harmful (?:content|url|link)|fraudulent/i,
        ],
      },
      source: OBSERVED,
      examples: [
        "554 5.7.1 This message has been detected as phishing",
        "550 5.7.1 message contains malicious links",
      ],
    },
    {
      id: "content/attachment-refused",
      cause: "attachment_policy",
      probability: 0.94,
      when: {
        text: [
          /attach(?:ment|ed)s?\b[^.;]{0,80}(?:not (?:allowed|permitted|accepted)|block|prohibit|forbid|banned|reject|refus|disallow|unacceptable|illegal|restrict|denied|extension|policy|dangerous|suspicious|executable|encrypted)/i,
          /(?:not|n't|never|no longer) (?:allow|accept|permit|deliver|take)\w{0,3}[^;]{0,40}\battach(?:ment|ed)s?\b/i,
          /(?:reject|block|prohibit|forbid|disallow|refus|ban)\w{0,4}[^.;]{0,30}\battachments?\b(?! (?:size|is too|too))/i,
          /(?:unacceptable|prohibited|banned|forbidden|blocked|illegal|disallowed|restricted|unsupported|dangerous|executable|suspicious|encrypted|password[- ]protected) (?:e-?mail |mail |file )?(?:attach|archive|zip\b)/i,
          /\b(?:zip|rar|7z|archive|password[- ]protected|encrypted)[^.;:]{0,50}(?:are|is|were|was) not (?:accepted|allowed|permitted)/i,
        ],
      },
      source: OBSERVED,
      examples: [
        "550 5.7.1 Attachment type not allowed: invoice.exe",
        "550 5.7.1 Our policy does not allow attachments of type .exe",
        "550 We do not accept mail with .zip attachments",
        "554 5.7.1 Message rejected due to unacceptable attachments",
        "550 5.7.1 encrypted attachments are refused",
        "552 zip files with a password are not accepted",
        "550 5.7.1 Attachments of type .iso are not accepted here",
      ],
    },
    {
      id: "content/file-type",
      cause: "attachment_policy",
      probability: 0.92,
      when: {
        text: [
          /\bfile(?:name| ?type| ?extension)?s?\b[^.;]{0,40}(?:not (?:allowed|permitted)|block|prohibit|forbid|banned|disallow)/i,
          /(?:blocked|banned|prohibited|forbidden|illegal|executable|dangerous) (?:file(?:name| ?type| ?extension)?|executable|extension)/i,
          /(?:executable|\.exe|\.zip|\.js|\.docm|\.scr|\bmacro)s?\b[^.;]{0,40}(?:not (?:be sent|be attached|allowed|permitted|accepted)|block|prohibit|forbid|banned|reject)/i,
          /mime type[^.;]{0,30}(?:not|block|reject)|contains? (?:an? )?(?:executable|macro)/i,
        ],
      },
      source: OBSERVED,
      examples: [
        "552 5.7.0 Blocked file extension detected (exe)",
        "550 Executable files are not allowed here",
        "550 5.7.1 .exe files must not be sent here",
      ],
    },
    // Spam
    {
      id: "content/looks-like-spam",
      cause: "spam_content",
      probability: 0.93,
      when: {
        text: /\b(?:looks?|seems?|appears?|considered|identified|classified|detected|flagged|marked|recogni[sz]ed|suspected|scored|regarded|categori[sz]ed|rejected|blocked|refused|treated|determined|judged)\b[^.;]{0,40}\b(?:spam|unsolicited|junk|\buce\b|\bube\b|bulk mail|scam|spamm?y)\b/i,
      },
      source: OBSERVED,
      examples: [
        "550 5.7.1 Message rejected as spam",
        "554 5.7.1 Your mail was classified as junk",
        "550 5.7.1 This message looks like spam",
        "554 5.7.1 identified as unsolicited bulk",
      ],
    },
    {
      id: "content/spam-score",
      cause: "spam_content",
      probability: 0.94,
      when: {
        text: [
          /spam[ -]?(?:score|assassin|filter|check|detect\w{0,4}|level|probability|points|test|hits|threshold|rating|engine|scan|rule|pattern|trigger)/i,
          /spamassassin|\brspamd\b|\bdspam\b|mailscanner|\bgtube\b|\brazor\b|\bpyzor\b|bayes(?:ian)?\b/i,
          /content filter(?:ing)?|anti-?spam|\bdcc\b.{0,20}(?:reject|bulk)/i,
        ],
      },
      source: OBSERVED,
      examples: [
        "550 High spam score (12.3)",
        "550 5.7.1 Blocked by SpamAssassin",
        "554 5.7.1 Gtube pattern",
        "550 5.7.1 Our anti-spam engine does not like this",
      ],
    },
    {
      id: "content/spam",
      cause: "spam_content",
      probability: 0.88,
      otherCauses: [{ cause: "reputation_low", probability: 0.06 }],
      when: {
        text: [
          /\bspam\b|\bspams\b|spammy|unsolicited|junk ?(?:mail|e-?mail|message)/i,
          /bulk (?:e-?mail|mail) (?:detected|suspected)/i,
          /bulk (?:e-?mail|mail|message)s? (?:not|is|are|rejected|refused)|\buce\b|\bube\b/i,
          /unwanted (?:mail|message|content)/i,
        ],
      },
      source: OBSERVED,
      examples: [
        "554 5.7.1 Spam message rejected",
        "550 No spam please",
        "550 5.7.1 We do not accept unsolicited commercial e-mail",
      ],
    },
    // Signatures and shape
    {
      id: "content/integrity",
      cause: "message_integrity",
      probability: 0.88,
      when: {
        text: [
          /(?:message )?integrity (?:failure|check)|cryptographic (?:failure|algorithm)/i,
          /s\/mime[^.;]{0,60}(?:fail|invalid|error|verif)/i,
          /(?:decrypt|signature verification)[^.;]{0,40}(?:fail|error|invalid)/i,
          /(?:digital|message) signature (?:is )?(?:invalid|broken)/i,
        ],
      },
      source: RFC3463,
      examples: [
        "550 5.7.7 Message integrity failure",
        "554 5.7.5 Cryptographic failure",
        "550 5.7.5 S/MIME verification failed",
      ],
    },
    {
      id: "content/not-rfc",
      cause: "message_malformed",
      probability: 0.92,
      when: {
        text: [
          /\brfc ?-?(?:5322|2822|822|2045|2047|1123)\b(?!;)/i,
          /not (?:rfc|standards?)[- ]?(?:\d{3,4})?[- ]?(?:compliant|conform)/i,
          /violates? (?:rfc|internet standards)|malformed (?:message|mime|mail|e-?mail|header)/i,
          /(?:badly|improperly|incorrectly) form(?:ed|atted)|unpars(?:e?)able (?:message|header|mail)/i,
          /cannot parse (?:message|header|mail)/i,
        ],
      },
      source: RFC5322,
      examples: [
        "550 5.7.1 Message is not RFC 2822 compliant",
        "554 5.6.0 malformed message",
        "550 Message headers violate RFC 822",
      ],
    },
    {
      id: "content/header-missing",
      cause: "message_malformed",
      probability: 0.92,
      when: {
        text: [
          /(?:missing|duplicate|invalid|malformed|bad|multiple|illegal|incorrect|broken|empty|improper|too many|absent|more than one|lacks?|without|needs?|requires?|no valid|must (?:have|contain)|no) (?:a |an |the |valid |required |mandatory |mail |message |e-?mail |rfc ?\d{3,4} ){0,4}["']?(?:header|date|from|to|subject|message-?id|sender|reply-to|mime|content-type|received|cc|return-path)["':]{0,2}(?: ?:)?[- ]?(?:header|field|line|structure|encoding|boundary|format)s?\b/i,
          /(?:missing|duplicate|invalid|malformed|bad|illegal|broken|improper) (?:\w{1,10} )?(?:mail )?headers?\b/i,
          /no (?:subject|body)\b|missing (?:message-?id|header)/i,
          /(?:does not|doesn't|must|should|has to|to) (?:contain|have|include|carry) (?:a |an |any |the |exactly one |one |only one )(?:valid |single )?["'<]?(?:date|from|to|subject|message-?id|sender|mime-version)\b/i,
        ],
      },
      source: RFC5322,
      examples: [
        "550 5.6.0 Message is missing a valid Date header",
        "554 5.6.0 Message contains invalid header",
        "550 Missing Message-ID header",
        "550 5.7.1 Duplicate From header",
        "550 5.7.1 Message does not contain a Date: header",
      ],
    },
    {
      id: "content/header-size",
      cause: "message_malformed",
      probability: 0.7,
      otherCauses: [{ cause: "message_too_large", probability: 0.2 }],
      when: {
        text: /\bheaders? (?:size|length|lines?)\b[^.;]{0,60}exceed|headers? (?:is |are )?too (?:long|large|big)/i,
      },
      source: RFC5322,
      examples: ["554 5.6.1 Message header size, or recipient list, exceeds policy limit"],
    },
    {
      id: "content/header-wrong",
      cause: "message_malformed",
      probability: 0.9,
      when: {
        text: [
          /\b(?:headers?|mime|message (?:format|structure)|message-?id|content-type|date header|from header|subject header)\b[^.;]{0,50}(?:is (?:missing|invalid|malformed)|not (?:compliant|valid|rfc|conform|well)|violat|malformed|missing|invalid|syntax|contains? (?:invalid|illegal|8-?bit|non)|out of range|in the (?:future|past)|corrupt|damaged|broken|undecodable|error)/i,
          /bare ?(?:lf|cr|line ?feed|newline|carriage)s?\b|stray (?:lf|newline)/i,
          /\bnul(?:l)? (?:characters?|bytes?|octets?)|8-?bit (?:characters?|data|header|content)/i,
        ],
      },
      source: RFC5322,
      examples: [
        "451 4.6.0 See http://cr.yp.to/docs/smtplf.html: bare LF",
        "550 5.6.0 Date header is out of range",
        "554 5.6.0 message contains NUL characters",
        "550 5.6.0 Headers contain illegal characters",
      ],
    },
    {
      id: "content/conversion",
      cause: "content_rejected",
      probability: 0.85,
      when: {
        text: [
          /conversion (?:required|failed|with loss|not)|media (?:type )?not supported/i,
          /message content not available|unsupported (?:media|content|charset|encoding)/i,
          /(?:8bitmime|binarymime|chunking)[^.;]{0,30}(?:not|unsupported)/i,
        ],
      },
      source: RFC3463,
      examples: [
        "554 5.6.3 Conversion required but not supported",
        "554 5.6.1 Media not supported",
        "554 5.6.6 Message content not available",
      ],
    },
    {
      id: "content/words",
      cause: "content_rejected",
      probability: 0.8,
      otherCauses: [{ cause: "spam_content", probability: 0.14 }],
      when: {
        text: [
          /\b(?:content(?! policy)|words?|phrases?|language|keyword|profanity|html|subject|body|urls?|links?)\b[^.;]{0,50}(?:reject|denied|not (?:allowed|acceptable|permitted|accepted)|prohibit|forbidden|blocked|unacceptable|inappropriate|banned|refused|violat|offensive)/i,
          /\b(?:rejected|denied|refused|blocked|undesirable|unacceptable|inappropriate|prohibited|objectionable|offensive|forbidden|unwanted)\b[^.;]{0,40}\b(?:content(?! policy)|words?|language|urls?|links?|subject|body|html)\b/i,
        ],
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
