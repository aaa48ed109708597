import { type TellShare, UNTOLD } from "../share-read.ts";

/**
 * Rows of delimited text (RFC 4180; also semicolons and tabs), one after the other. Quoted fields may hold line breaks;
 * one that is never closed ends with its line, so that a stray quote does not swallow the file.
 */
export function* readRows(
  text: string,
  delimiter: string,
  tell: TellShare = UNTOLD,
): Iterable<readonly string[]> {
  let at = 0;
  while (at < text.length) {
    const row = readRow(text, at, delimiter);
    at = row.next;
    tell(at / text.length);
    yield row.fields;
  }
}

/** The delimiter of a header line: whichever of comma, semicolon and tab it has most of. */
export function delimiterOf(header: string): string {
  const count = (delimiter: string): number => header.split(delimiter).length;
  return [",", ";", "\t"].toSorted((left, right) => count(right) - count(left))[0] ?? ",";
}

interface ReadRow {
  readonly fields: readonly string[];
  readonly next: number;
}

function readRow(text: string, start: number, delimiter: string): ReadRow {
  const fields: string[] = [];
  let at = start;
  for (;;) {
    const field = text[at] === '"' ? quotedField(text, at, delimiter) : plainField(text, at, delimiter);
    fields.push(field.value);
    at = field.end;
    if (text[at] !== delimiter || fields.length >= MOST_FIELDS) break;
    at += 1;
  }
  const newline = text.indexOf("\n", at);
  return { fields, next: newline === -1 ? text.length : newline + 1 };
}

const MOST_FIELDS = 500;
const LONGEST_QUOTED = 64 * 1024;

interface Field {
  readonly value: string;
  readonly end: number;
}

function plainField(text: string, start: number, delimiter: string): Field {
  let end = start;
  while (end < text.length && text[end] !== delimiter && text[end] !== "\n") end += 1;
  return { value: text.slice(start, end).trim(), end };
}

function quotedField(text: string, start: number, delimiter: string): Field {
  const limit = Math.min(text.length, start + LONGEST_QUOTED);
  for (let at = text.indexOf('"', start + 1); at !== -1 && at < limit; at = text.indexOf('"', at + 1)) {
    if (text[at + 1] === '"') {
      at += 1;
      continue;
    }
    const following = text[at + 1];
    if (following === undefined || following === delimiter || following === "\n") {
      return { value: text.slice(start + 1, at).replaceAll('""', '"'), end: at + 1 };
    }
  }
  return plainField(text, start + 1, delimiter);
}
