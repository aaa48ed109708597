import { isStatusText, parseDeliveryStatus } from "./delivery-status.ts";
import type { BounceReading, DeliveryFailure } from "./failure.ts";
import { languageOf } from "./language.ts";
import { NO_HEADERS } from "./mime/headers.ts";
import { htmlToText, looksLikeHtml } from "./mime/html-to-text.ts";
import { LIMITS } from "./mime/limits.ts";
import { findQuotedHeaders } from "./original/find-quoted-headers.ts";
import { NOTHING_QUOTED } from "./original/quoted-message.ts";
import { automaticAnswer, looksLikeComplaint, reportsFailure } from "./readers/other-mail.ts";
import { readReport } from "./readers/read-report.ts";
import { repairText } from "./repair/repair-text.ts";
import { statesReason } from "./states-reason.ts";
import type { BounceEvent } from "./vocabulary.ts";

/** Reads text that is no mail source: a report pasted from a mail program, a screenshot's words, a line, a code. */
export function readText(pasted: string): BounceReading {
  const source = pasted.slice(0, LIMITS.textLength);
  const text = repairText(looksLikeHtml(source) ? htmlToText(source) : source).text;
  if (looksLikeComplaint(text)) return other("complaint", "arf", text);
  const statusText = isStatusText(text) ? text : "";
  const statusStart = statusText === "" ? text.length : (parseDeliveryStatus(text)?.start ?? text.length);
  const ownHeader = OWN_HEADER.exec(text)?.[0].length ?? 0;
  const quoted = findQuotedHeaders(text, ownHeader);
  const words = text.slice(0, Math.min(statusStart, quoted.start));
  const prose = words.trim() === "" ? text : words;
  const parted = readReport({ headers: NO_HEADERS, prose, statusText, original: quoted.headers, text });
  // Header fields may also stand before the words, where a whole mail was flattened.
  const reading =
    quoted.start < text.length && !parted.failures.some(hasCode)
      ? better(
          parted,
          readReport({ headers: NO_HEADERS, prose: text, statusText, original: quoted.headers, text }),
        )
      : parted;
  const subject =
    /^(?:.{0,300}\n){0,8}?Subject:\s{0,5}([^\n]{1,300})/i.exec(text)?.[1] ?? text.split("\n", 1)[0] ?? "";
  const coded = reading.failures.some(hasCode);
  const answer = coded ? null : automaticAnswer(NO_HEADERS, subject, text);
  if (answer !== null) return other(answer, "text", text);
  if (coded || reading.event === "delivered" || reading.event === "relayed") return reading;
  const known = (!BY_SHAPE.has(reading.format) && reading.failures.length > 0) || ENTRY.test(text);
  return known || reportsFailure(text) || statesReason(text)
    ? withNotice(reading)
    : other("not_a_bounce", "text", text);
}

/** Formats that say nothing about who wrote the text. */
const BY_SHAPE: ReadonlySet<string> = new Set(["text", "smtp-line", "code"]);

/** A line of Postfix or qmail, whatever it says: "<user@example.com>: ...". */
const ENTRY = /^\s{0,8}<[^<>@\s]{1,64}@[^<>\s]{1,255}>:\s/;

const hasCode = ({ statusField, replies }: DeliveryFailure): boolean =>
  statusField !== null || replies.some(reply => reply.code !== null || reply.enhanced !== null);

const better = (first: BounceReading, second: BounceReading): BounceReading =>
  second.failures.some(hasCode) ? second : first;

/** "From: Mail Delivery Subsystem / Sent: ... / To: ... / Subject: ..." at the top of a paste is the report's own. */
const OWN_HEADER =
  /^\s{0,20}(?:(?:[\w\u00c0-\u024f-]{2,20}|件名|差出人|宛先|送信日時)[ \t]{0,2}:[ \t][^\n]{0,400}\n){2,12}/i;

const other = (event: BounceEvent, format: string, text: string): BounceReading => ({
  event,
  format,
  language: languageOf(text),
  failures: [],
  message: NOTHING_QUOTED,
  text,
});

/** Words without any code or address still say that something failed: they are kept as the notice. */
function withNotice(reading: BounceReading): BounceReading {
  if (reading.failures.length > 0) return reading;
  const event = reading.event === "delayed" ? "delayed" : "failed";
  const notice = reading.text.replace(/\s+/g, " ").trim().slice(0, 600);
  const failure = {
    recipient: null,
    originalRecipient: null,
    event,
    replies: [],
    statusField: null,
    reportingMta: null,
    remoteMta: null,
    remoteIp: null,
    notice,
  } as const;
  return { ...reading, event, failures: [failure] };
}
