import { gunzip, isGzip } from "./containers/gzip.ts";
import { BounceInputError } from "./containers/input-error.ts";
import { isMbox, mailsOfMbox } from "./containers/mbox.ts";
import { isOutlookMsg, textOfOutlookMsg } from "./containers/outlook-msg.ts";
import { isTnef, textOfTnef } from "./containers/tnef.ts";
import { isZip, unzip } from "./containers/zip.ts";
import type { BounceReading } from "./failure.ts";
import { readLog } from "./logs/read-log.ts";
import { looksLikeMailSource, withMissingHeader } from "./mail-source.ts";
import { decodeUndeclared } from "./mime/charset.ts";
import { LIMITS } from "./mime/limits.ts";
import { latin1, toLf } from "./mime/octets.ts";
import { parseMessage, parseSource } from "./mime/parse-message.ts";
import { readMail } from "./read-mail.ts";
import { readText } from "./read-text.ts";
import { repairSource } from "./repair/repair-text.ts";
import { repliesByLine } from "./reply-list.ts";
import { partOf, type TellShare, UNTOLD } from "./share-read.ts";
import { readTable } from "./tables/read-table.ts";
import { readableLines } from "./webhooks/json-value.ts";
import { parseEvents } from "./webhooks/parse-events.ts";
import { readWebhook } from "./webhooks/registry.ts";

/**
 * Reads anything that a person can paste or drop: one reading a mail, line, row or event, in the order of the input.
 * Lazy, so that large files need little memory. `tell` hears how much of the input has been read, quiet lines
 * too. Throws BounceInputError where an input cannot be read at all.
 */
export async function* readBounces(
  input: Uint8Array | string,
  tell: TellShare = UNTOLD,
): AsyncIterable<BounceReading> {
  if (input.length > LIMITS.bytes) throw new BounceInputError("too-large");
  if (typeof input === "string") yield* readPasted(input, tell);
  else if (isZip(input)) yield* readArchive(input, tell);
  else yield* readFile(isGzip(input) ? gunzip(input) : input, tell);
}

async function* readArchive(archive: Uint8Array, tell: TellShare): AsyncIterable<BounceReading> {
  let before = 0;
  for (const { bytes, share } of unzip(archive)) {
    yield* readFile(bytes, partOf(tell, before, share));
    before = share;
    tell(share);
  }
}

async function* readFile(bytes: Uint8Array, tell: TellShare): AsyncIterable<BounceReading> {
  if (isZip(bytes) || isGzip(bytes)) throw new BounceInputError("archive-nested");
  if (isOutlookMsg(bytes)) {
    yield readText(textOfOutlookMsg(bytes));
    return;
  }
  if (isTnef(bytes)) {
    yield readText(textOfTnef(bytes));
    return;
  }
  const head = toLf(latin1(bytes.subarray(0, HEAD)));
  if (isMbox(head)) yield* readMbox(latin1(bytes), tell);
  else if (looksLikeMailSource(head)) yield readMail(await parseMessage(bytes));
  else yield* readPasted(decodeUndeclared(bytes), tell);
}

const HEAD = 64 * 1024;

async function* readMbox(source: string, tell: TellShare): AsyncIterable<BounceReading> {
  const mails = toLf(source);
  let read = 0;
  for (const mail of mailsOfMbox(mails)) {
    read += mail.length;
    tell(read / mails.length);
    yield readMail(await parseSource(mail));
  }
}

async function* readPasted(pasted: string, tell: TellShare): AsyncIterable<BounceReading> {
  const events = parseEvents(formDecoded(pasted));
  if (events !== null) {
    for (const [at, event] of events.entries()) {
      tell(at / events.length);
      yield readWebhook(event) ?? readText(readableLines(event).replaceAll("\n", "\n\n"));
    }
    return;
  }
  const text = repairSource(pasted).text;
  // A source is parsed as octets, as it came over the wire.
  const source = () => latin1(Buffer.from(text, "utf8"));
  if (isMbox(text)) yield* readMbox(source(), tell);
  else if (looksLikeMailSource(text)) yield readMail(await parseSource(source()));
  else if (withMissingHeader(text) !== null)
    yield readMail(await parseSource(withMissingHeader(source()) ?? ""));
  else yield* readLines(text, pasted, tell);
}

function* readLines(text: string, pasted: string, tell: TellShare): Iterable<BounceReading> {
  const rows = readLog(text, tell) ?? readTable(text, tell);
  if (rows !== null) {
    yield* rows;
    return;
  }
  const lines = repliesByLine(text);
  if (lines === null) yield readText(pasted);
  else
    for (const [at, line] of lines.entries()) {
      tell(at / lines.length);
      yield readText(line);
    }
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
