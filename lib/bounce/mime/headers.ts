import { decodeWords } from "postal-mime";
import { trimWsp } from "#lib/values/wsp.ts";
import { decodeUndeclared } from "./charset.ts";
import { LIMITS } from "./limits.ts";
import { isBeyondAscii } from "./octets.ts";

export interface HeaderField {
  /** Lower case. */
  readonly name: string;
  /** Unfolded, otherwise as written. */
  readonly value: string;
}

/** The header of a mail or part (RFC 5322 2.2), in order. */
export class Headers {
  readonly fields: readonly HeaderField[];
  constructor(fields: readonly HeaderField[]) {
    this.fields = fields;
  }

  /** The first field of that name with encoded words (RFC 2047) decoded, or null. */
  get(name: string): string | null {
    const value = this.raw(name);
    return value === null ? null : decodeEncodedWords(asText(value));
  }

  /** The first field of that name as written, or null. */
  raw(name: string): string | null {
    return this.fields.find(field => field.name === name)?.value ?? null;
  }

  all(name: string): readonly string[] {
    return this.fields.filter(field => field.name === name).map(field => field.value);
  }

  has(name: string): boolean {
    return this.fields.some(field => field.name === name);
  }
}

export const NO_HEADERS = new Headers([]);

/** Headers hold UTF-8 (RFC 6532) and, against all rules, any other charset: octets become text as in an undeclared body. */
const asText = (value: string): string =>
  isBeyondAscii(value) && !DECODED.test(value) ? decodeUndeclared(Buffer.from(value, "latin1")) : value;

/** No octet: the text comes from where it was decoded already. */
const DECODED = /[\u0100-\uffff]/;

/** Encoded words decoded; text without any comes back as it is. */
export const decodeEncodedWords = (text: string): string =>
  text.includes("=?") ? decodeWords(text.slice(0, LONGEST_DECODED)) : text;

const LONGEST_DECODED = 8192;

/**
 * Reads a header block with LF line ends. Lines that are no header field are skipped, as mail programs do; an
 * mbox "From " line too.
 */
export function parseHeaders(block: string): Headers {
  const fields: HeaderField[] = [];
  let name = "";
  let value: string[] = [];
  const finish = (): void => {
    if (name !== "") fields.push({ name, value: trimWsp(value.join("")) });
    name = "";
  };
  for (const line of block.slice(0, LIMITS.headerLength).split("\n")) {
    if (/^[ \t]/.test(line)) {
      value.push(" ", trimWsp(line));
      continue;
    }
    finish();
    if (fields.length >= LIMITS.headerFields) break;
    const colon = line.indexOf(":");
    if (colon <= 0 || !FIELD_NAME.test(line.slice(0, colon))) continue;
    name = line.slice(0, colon).trimEnd().toLowerCase();
    value = [trimWsp(line.slice(colon + 1))];
  }
  finish();
  return new Headers(fields);
}

/** RFC 5322 3.6.8, with the blanks before the colon of the obsolete syntax. */
const FIELD_NAME = /^[\x21-\x39\x3b-\x7e]{1,100}[ \t]{0,10}$/;

/** Where the header block ends and the body starts, in a text with LF line ends. */
export function splitHeaders(source: string): { readonly header: string; readonly body: string } {
  if (source.startsWith("\n")) return { header: "", body: source.slice(1) };
  const end = source.indexOf("\n\n");
  return end === -1
    ? { header: source, body: "" }
    : { header: source.slice(0, end), body: source.slice(end + 2) };
}
