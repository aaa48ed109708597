import { gunzip, isGzip } from "./containers/gzip.ts";
import { BounceInputError } from "./containers/input-error.ts";
import { isMbox, mailsOfMbox } from "./containers/mbox.ts";
import { isOutlookMsg, textOfOutlookMsg } from "./containers/outlook-msg.ts";
import { isZip, unzip } from "./containers/zip.ts";
import type { BounceReading } from "./failure.ts";
import { readLog } from "./logs/read-log.ts";
import { looksLikeMailSource, withMissingHeader } from "./mail-source.ts";
import { decodeUndeclared } from "./mime/charset.ts";
import { LIMITS } from "./mime/limits.ts";
import { parseMessage, parseSource } from "./mime/parse-message.ts";
import { readMail } from "./read-mail.ts";
import { readText } from "./read-text.ts";
import { repairSource } from "./repair/repair-text.ts";
import { repliesByLine } from "./reply-list.ts";
import { readTable } from "./tables/read-table.ts";
import { readableLines } from "./webhooks/json-value.ts";
import { parseEvents } from "./webhooks/parse-events.ts";
import { readWebhook } from "./webhooks/registry.ts";

/**
 * Reads anything that a person can paste or drop: one reading a mail, line, row or event, in the order of the input.
 * Lazy, so that large files need little memory. Throws BounceInputError where an input cannot be read at all.
 */
export function* readBounces(input: Uint8Array | string): Iterable<BounceReading> {
  if (input.length > LIMITS.bytes) throw new BounceInputError("too-large");
  if (typeof input === "string") yield* readPasted(input);
  else if (isZip(input)) for (const file of unzip(input)) yield* readFile(file.bytes);
  else yield* readFile(isGzip(input) ? gunzip(input) : input);
}

function* readFile(bytes: Uint8Array): Iterable<BounceReading> {
  if (isZip(bytes) || isGzip(bytes)) throw new BounceInputError("archive-nested");
  if (isOutlookMsg(bytes)) {
    yield readText(textOfOutlookMsg(bytes));
    return;
  }
  const head = Buffer.from(bytes.buffer, bytes.byteOffset, Math.min(bytes.byteLength, HEAD))
    .toString("latin1")
    .replace(/\r\n?/g, "\n");
  if (isMbox(head))
    yield* readMbox(Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).toString("latin1"));
  else if (looksLikeMailSource(head)) yield readMail(parseMessage(bytes));
  else yield* readPasted(decodeUndeclared(bytes));
}

const HEAD = 64 * 1024;

function* readMbox(source: string): Iterable<BounceReading> {
  for (const mail of mailsOfMbox(source.replace(/\r\n?/g, "\n"))) yield readMail(parseSource(mail));
}

function* readPasted(pasted: string): Iterable<BounceReading> {
  const events = parseEvents(formDecoded(pasted));
  if (events !== null) {
    for (const event of events) yield readWebhook(event) ?? readText(readableLines(event));
    return;
  }
  const text = repairSource(pasted).text;
  // A source is parsed as octets, as it came over the wire.
  const source = () => Buffer.from(text, "utf8").toString("latin1");
  if (isMbox(text)) yield* readMbox(source());
  else if (looksLikeMailSource(text)) yield readMail(parseSource(source()));
  else if (withMissingHeader(text) !== null) yield readMail(parseSource(withMissingHeader(source()) ?? ""));
  else yield* readLines(text, pasted);
}

function* readLines(text: string, pasted: string): Iterable<BounceReading> {
  const rows = readLog(text) ?? readTable(text);
  if (rows !== null) {
    yield* rows;
    return;
  }
  const lines = repliesByLine(text);
  if (lines === null) yield readText(pasted);
  else for (const line of lines) yield readText(line);
}

/** Mandrill posts its events as a form field. */
const formDecoded = (text: string): string => {
  const form = /^\s*mandrill_events=([^\s&]+)/.exec(text)?.[1];
  if (form === undefined) return text;
  try {
    return decodeURIComponent(form.replaceAll("+", " "));
  } catch {
    return text;
  }
};
