import type { BounceReading } from "./failure.ts";
import { textOfTnef } from "./containers/tnef.ts";
import { findQuotedHeaders } from "./original/find-quoted-headers.ts";
import { quotedMessage } from "./original/quoted-message.ts";
import { type Headers, NO_HEADERS, parseHeaders, splitHeaders } from "./mime/headers.ts";
import { htmlToText, looksLikeHtml } from "./mime/html-to-text.ts";
import { LIMITS } from "./mime/limits.ts";
import { type MailMessage, type Part, parseSource } from "./mime/parse-message.ts";
import { languageOf } from "./language.ts";
import { automaticAnswer, eventOfReportType, isSentByMailSystem } from "./readers/other-mail.ts";
import { readReport } from "./readers/read-report.ts";
import { isStatusText } from "./delivery-status.ts";
import { repairText } from "./repair/repair-text.ts";
import type { BounceEvent } from "./vocabulary.ts";

/** Reads one mail, whatever it is. A report inside a forwarded mail is found, too. */
export async function readMail(mail: MailMessage, depth = 0): Promise<BounceReading> {
  const words = repairText(wordsOf(mail.parts)).text;
  const statusText = mail.parts
    .filter(isStatus)
    .map(part => part.text())
    .join("\n\n");
  const returned = mail.parts.find(isReturnedMail);
  const typed = eventOfReportType(mail);
  if (typed !== null) return notice(typed, mail, words, returned);

  const nested = statusText === "" && depth < LIMITS.depth ? await reportInside(mail, depth) : null;
  if (nested !== null) return nested;

  const subject = mail.headers.get("subject") ?? "";
  const fromSystem = isSentByMailSystem(mail.headers);
  const answer = statusText === "" && !fromSystem ? automaticAnswer(mail.headers, subject, words) : null;
  if (answer !== null) return notice(answer, mail, words, undefined);

  const pasted = statusText === "" && isStatusText(words) ? words : "";
  const quoted = returned === undefined ? findQuotedHeaders(words, 0) : null;
  const original = returned === undefined ? (quoted?.headers ?? NO_HEADERS) : headersOfReturned(returned);
  const source = {
    headers: mail.headers,
    statusText: statusText === "" ? pasted : statusText,
    original,
    text: [words, statusText, returned === undefined ? "" : splitHeaders(returned.source()).header]
      .filter(text => text !== "")
      .join("\n\n")
      .slice(0, LIMITS.textLength),
  };
  const before = readReport({ ...source, prose: words.slice(0, quoted?.start ?? words.length) });
  // Some reports name the mail by a few of its header fields first, and tell what happened after them.
  const reading =
    quoted === null || quoted.start === words.length || before.failures.some(hasReply)
      ? before
      : moreTelling(before, readReport({ ...source, prose: words }));
  return fromSystem || tellsOfFailure(reading)
    ? reading
    : asOrdinary(reading, automaticAnswer(mail.headers, subject, words));
}

const hasReply = ({ replies }: BounceReading["failures"][number]): boolean => replies.length > 0;

const moreTelling = (first: BounceReading, second: BounceReading): BounceReading =>
  second.failures.some(hasReply) ? second : first;

/** Without a mail system behind it, only a reply with both codes or a known layout makes a mail a report. */
const tellsOfFailure = (reading: BounceReading): boolean =>
  reading.failures.some(
    failure =>
      failure.statusField !== null ||
      failure.replies.some(
        reply =>
          (reply.code !== null && reply.enhanced !== null) || (reply.code !== null && reply.host !== null),
      ) ||
      (reading.format !== "text" &&
        reading.format !== "smtp-line" &&
        failure.recipient !== null &&
        failure.replies.length > 0),
  ) ||
  reading.event === "delivered" ||
  reading.event === "relayed";

const asOrdinary = (reading: BounceReading, event: BounceEvent | null): BounceReading => ({
  ...reading,
  event: event ?? "not_a_bounce",
  format: "mail",
  failures: [],
});

function notice(
  event: BounceEvent,
  mail: MailMessage,
  words: string,
  returned: Part | undefined,
): BounceReading {
  const about = mail.parts.filter(part => REPORT_TYPES.has(part.type)).map(part => part.text());
  return {
    event,
    format: event === "complaint" ? "arf" : event === "delivered" ? "mdn" : "mail",
    language: languageOf(words),
    failures: [],
    message: quotedMessage(returned === undefined ? NO_HEADERS : headersOfReturned(returned)),
    text: [words, ...about]
      .filter(text => text !== "")
      .join("\n\n")
      .slice(0, LIMITS.textLength),
  };
}

const REPORT_TYPES: ReadonlySet<string> = new Set([
  "message/feedback-report",
  "message/disposition-notification",
]);

/** Plain text where there is some, else HTML. Attached texts that are no status are left out. */
function wordsOf(parts: readonly Part[]): string {
  const readable = parts.filter(part => !part.attachment && !isStatus(part) && !isReturnedMail(part));
  const plain = readable.filter(part => part.type === "text/plain").map(part => part.text().trim());
  const text = plain.filter(words => words !== "").join("\n\n");
  const html = readable.filter(part => part.type === "text/html");
  if (html.length === 0 && text.length < FEW_WORDS) return [text, wordsOfWinmail(parts)].join("\n\n").trim();
  if (html.length === 0 || text.length > 200) return looksLikeHtml(text) ? htmlToText(text) : text;
  const rendered = html.map(part => htmlToText(part.text())).join("\n\n");
  return rendered.length > text.length ? rendered : text;
}

/** Shorter than any report: then the words may be in Outlook's own wrapping. */
const FEW_WORDS = 40;

const wordsOfWinmail = (parts: readonly Part[]): string => {
  const part = parts.find(({ type, name }) => type === "application/ms-tnef" || name === "winmail.dat");
  return part === undefined ? "" : textOfTnef(part.octets());
};

const isStatus = (part: Part): boolean =>
  /^message\/(?:global-)?delivery-status$/.test(part.type) ||
  (part.attachment && part.type === "text/plain" && isStatusText(part.text()));

/** The mail that came back: whole, or its header only (RFC 3462 2, RFC 6522 4, RFC 6533 5). */
const isReturnedMail = (part: Part): boolean =>
  /^(?:message\/(?:rfc822|global|rfc822-headers|global-headers)|text\/rfc822-headers)$/.test(part.type);

function headersOfReturned(part: Part): Headers {
  const source = part.source();
  const header = splitHeaders(source.replace(/^\n+/, "")).header;
  // Some systems put the header of the mail behind an empty one.
  return parseHeaders(/^[\w-]{1,80}:/.test(header) ? header : source.slice(0, LIMITS.headerLength));
}

/** A mail that forwards a report as an attachment. Only the mails inside are looked at that are reports themselves. */
async function reportInside(mail: MailMessage, depth: number): Promise<BounceReading | null> {
  if (
    isSentByMailSystem(mail.headers) &&
    !/^(?:fwd?|wg|tr|rv|i|enc|doorst|vb):/i.test(mail.headers.get("subject") ?? "")
  )
    return null;
  for (const part of mail.parts.filter(isReturnedMail).slice(0, 20)) {
    const inner = await parseSource(part.source());
    if (!isSentByMailSystem(inner.headers)) continue;
    const reading = await readMail(inner, depth + 1);
    if (reading.event !== "not_a_bounce") return reading;
  }
  return null;
}
