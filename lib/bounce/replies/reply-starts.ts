/** A place where an SMTP reply may begin. */
export interface ReplyStart {
  readonly start: number;
  /** After the codes. */
  readonly end: number;
  readonly code: number | null;
  readonly enhanced: string | null;
  /** "550-": more lines of the same reply follow (RFC 5321 4.2.1). */
  readonly continued: boolean;
  /** The words before show that a reply is being quoted. */
  readonly quoted: boolean;
}

/** All places in a text where a reply begins, by shape: a reply code, an enhanced status code, or both. */
export function findReplyStarts(text: string): readonly ReplyStart[] {
  const starts: ReplyStart[] = [];
  for (const match of text.matchAll(CODES)) {
    const start = toStart(text, match);
    if (start !== null) starts.push(start);
    if (starts.length >= MOST_STARTS) break;
  }
  return starts;
}

const MOST_STARTS = 2000;

/** RFC 3463 2, with the three-digit details of Microsoft. Subjects end at 7. */
const ENHANCED = String.raw`[45]\.[0-7]\.\d{1,3}(?!\d|\.\d)`;
const LABEL = String.raw`(?:(?:ERROR[ _]?CODE|enhanced(?: status)?(?: code)?|status(?: code)?|DSN)[ \t]{0,2}[:=]?[ \t]{0,2})?`;

const CODES = new RegExp(
  String.raw`(?<![\w.@/+&?%$€£-])(?:(?<code>[45][0-9]\d)(?<gap>[ \t]{0,3}[-.,:;]?[ \t\n]{0,3}b?['"#([]{0,2}${LABEL}#?)(?<paired>${ENHANCED})|(?<alone>[45][0-9]\d)(?=[ \t]{0,3}[-:,;]?[ \t]{0,3}\n?[^\d\s]|[ ]\d{1,2} [A-Za-z]|\s{0,3}$)(?![\w.@/%])|(?<enhanced>${ENHANCED}))(?![\w@])`,
  "g",
);

function toStart(text: string, match: RegExpExecArray): ReplyStart | null {
  const { code, gap, paired, alone, enhanced } = match.groups ?? {};
  const start = match.index;
  const end = start + match[0].length;
  const before = text.slice(Math.max(0, start - 60), start);
  const quoted = QUOTING.test(before);
  if (code !== undefined) {
    const agree =
      code[0] === paired?.[0] || DISAGREEING.has(`${code} ${paired}`) || quoted || atLineStart(before);
    if (!agree && !SMTP_CODES.has(Number(code))) return null;
    return {
      start,
      end,
      code: Number(code),
      enhanced: paired ?? null,
      continued: /^[ \t]{0,80}-/.test(gap ?? ""),
      quoted,
    };
  }
  if (alone !== undefined) {
    if (!isReplyCode(Number(alone), before, text.slice(end, end + 120), quoted)) return null;
    return { start, end, code: Number(alone), enhanced: null, continued: text[end] === "-", quoted };
  }
  if (enhanced === undefined || VERSION.test(before)) return null;
  const marked = quoted || /[#(]\s?$|-- ?$/.test(before) || atLineStart(before);
  if (!marked && !REPLY_WORD.test(text.slice(end, end + 120))) return null;
  return { start, end, code: null, enhanced, continued: false, quoted };
}

/** Google answers 421 with 5.7.32, and old relays 554 with 4.x. */
const DISAGREEING: ReadonlySet<string> = new Set(["421 5.7.32", "504 5.7.40"]);

function isReplyCode(code: number, before: string, after: string, quoted: boolean): boolean {
  if (COUNTED.test(after) || (HTTP_CODES.has(code) && HTTP.test(after))) return false;
  if (quoted) return true;
  if (!SMTP_CODES.has(code)) return false;
  return atLineStart(before) ? /^(?:[ -]|$|\s*$|:)/.test(after) : REPLY_WORD.test(after);
}

const atLineStart = (before: string): boolean => /(?:^|\n)[ \t'"(<[#>*-]{0,8}$/.test(before);

/** Codes of RFC 5321, its extensions, and those that providers made up. */
const SMTP_CODES: ReadonlySet<number> = new Set([
  421, 422, 431, 432, 441, 442, 446, 447, 449, 450, 451, 452, 453, 454, 455, 456, 458, 459, 471, 500, 501,
  502, 503, 504, 505, 510, 511, 512, 513, 515, 517, 520, 521, 523, 525, 530, 531, 532, 533, 534, 535, 538,
  540, 541, 542, 543, 544, 545, 546, 547, 550, 551, 552, 553, 554, 555, 556, 557, 559, 560, 565, 570, 571,
  572, 573, 574, 577, 578, 579, 580, 582, 583, 584, 585, 586, 587, 588, 590, 591, 595, 597, 598,
]);

/** What stands before a quoted reply. */
const QUOTING =
  /(?:\bsaid|says|talk to me|rejected|aborted|repl(?:y|ied)|respon(?:se|ded)(?: was| with)?|reason|returned|returned an error|errors?|error was|smtp|code|status|diagnos\w{0,8}|answer(?:ed)?|result|received >>>|bounced|failed|delivery|detail|message|msg|le[dt]|antwort\w{0,4}|fehler\w{0,12}|meldung|erreur|erreur suivante|r\u00e9ponse|respuesta|errore|risposta|erro|resposta|fout\w{0,8}|fel\w{0,10}|RCPT TO:<[^<>\s]{1,80}>|after [A-Z ]{4,16}|:<[^<>\s]{1,80}>)[ \t]{0,2}[:;=,.>-]{0,4}\s{0,6}['"([{<#]{0,3}\s?$|<<<[ \t]?$|->[ \t]{0,2}\n?[ \t]{0,8}$|>:[ \t]{0,2}\n?[ \t]{0,12}$|\[?S:[ \t]?$/i;

/** What HTTP calls its codes of 500 and above. */
const HTTP = /^\s{0,2}(?:bad gateway|gateway time-?out|internal server error)/i;
const HTTP_CODES: ReadonlySet<number> = new Set([500, 502, 504]);

/** Numbers that count something, and answers of web servers. */
const COUNTED =
  /^\s{0,2}(?:[MKG]i?B\b|bytes?\b|users\b(?! (?:unknown|not|over|are|do|have))|messages? (?:per|sent|a)\b|recipients?\b(?= (?:per|a|in)\b)|mails? (?:per|a)\b|people|customers|days?\b|hours?\b|minutes?\b|seconds?\b|ms\b|times?\b|percent|%|px\b|EUR|USD|km\b|forbidden\b(?= {0,9}\n)|not found\b(?= {0,9}\n))/i;

/** What a reply without context has to talk about. */
const REPLY_WORD =
  /^[ \t]{0,3}[-:]?[ \t]{0,3}\S.{0,90}?(?:user|mailbox|recipient|address|relay|spam|reject|denied|block|unavailable|unknown|quota|polic|sender|temporar|too many|try again|greylist|no such|not allowed|authenti|blacklist|dns|domain|content|virus|refused|command|transaction|service|unroutable|not found|does not exist|full)/is;

const VERSION =
  /(?:version|ver\.?|release|exim|postfix|sendmail|build|rfc|section|server|software|courier|kerio|mdaemon|imail|v|e?smtp)[ \t]{0,2}[:(/v]?[ \t]{0,2}$/i;
