import { decodeUndeclared } from "../mime/charset.ts";
import { htmlToText } from "../mime/html-to-text.ts";

/** The text of a winmail.dat ([MS-OXTNEF]): Exchange's older reports have their words nowhere else. Empty where none. */
export function textOfTnef(bytes: Uint8Array): string {
  if (!isTnef(bytes)) return "";
  const pieces: string[] = [];
  for (const { id, content } of attributesOf(bytes)) {
    if (id === ATTRIBUTES.subject) pieces.push(`Subject: ${clean(decodeUndeclared(content))}`);
    else if (id === ATTRIBUTES.body) pieces.push(clean(decodeUndeclared(content)));
    else if (id === ATTRIBUTES.properties) pieces.push(wordsOf(new Reader(content).row()));
    else if (id === ATTRIBUTES.recipients) pieces.push(...aboutRecipients(content));
  }
  return [...new Set(pieces)].filter(words => words !== "").join("\n\n");
}

export const isTnef = (bytes: Uint8Array): boolean =>
  [0x78, 0x9f, 0x3e, 0x22].every((byte, index) => bytes[index] === byte);

/** Type and number as one ([MS-OXTNEF] 2.1.3.1): attSubject, attBody, attMsgProps, attRecipTable. */
const ATTRIBUTES = {
  subject: 0x00018004,
  body: 0x0002800c,
  properties: 0x00069003,
  recipients: 0x00069004,
} as const;

interface Attribute {
  readonly id: number;
  readonly content: Uint8Array;
}

/** Level, number, length, content and a check sum, one after the other; a damaged one is the last. */
function attributesOf(bytes: Uint8Array): readonly Attribute[] {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const found: Attribute[] = [];
  for (let at = 6; at + 9 <= bytes.length && found.length < MOST_ATTRIBUTES; ) {
    const length = view.getUint32(at + 5, true);
    if (length > bytes.length - at - 9) break;
    const isOfMessage = bytes[at] === 1;
    if (isOfMessage)
      found.push({ id: view.getUint32(at + 1, true), content: bytes.subarray(at + 9, at + 9 + length) });
    at += 9 + length + 2;
  }
  return found;
}

const MOST_ATTRIBUTES = 1000;

type Row = ReadonlyMap<number, string>;

/** [MS-OXPROPS]: PidTagBody, ReportText, BodyHtml, SupplementaryInfo, EmailAddress, SmtpAddress. */
const TAGS = {
  body: 0x1000,
  reportText: 0x1001,
  html: 0x1013,
  supplementaryInfo: 0x0c1b,
  address: 0x3003,
  smtpAddress: 0x39fe,
} as const;
const WANTED: ReadonlySet<number> = new Set(Object.values(TAGS));

const wordsOf = (row: Row): string =>
  row.get(TAGS.body) || row.get(TAGS.reportText) || htmlToText(row.get(TAGS.html) ?? "");

function aboutRecipients(content: Uint8Array): readonly string[] {
  const reader = new Reader(content);
  const rows = Math.min(reader.number(), MOST_ROWS);
  const told: string[] = [];
  for (let row = 0; row < rows && !reader.ended(); row += 1) {
    const properties = reader.row();
    const said = [properties.get(TAGS.supplementaryInfo), properties.get(TAGS.reportText)].filter(Boolean);
    const address = properties.get(TAGS.smtpAddress) ?? properties.get(TAGS.address) ?? "";
    if (said.length > 0) told.push([address, ...said].filter(words => words !== "").join("\n"));
  }
  return told;
}

const MOST_ROWS = 1000;
const MOST_PROPERTIES = 2000;
const MOST_VALUES = 1000;

/** Reads lists of properties ([MS-OXTNEF] 2.1.3.4). Behind the end everything is zero and empty. */
class Reader {
  readonly #bytes: Uint8Array;
  readonly #view: DataView;
  #at = 0;
  constructor(bytes: Uint8Array) {
    this.#bytes = bytes;
    this.#view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  }

  ended(): boolean {
    return this.#at >= this.#bytes.length;
  }

  number(): number {
    const value = this.#at + 4 <= this.#bytes.length ? this.#view.getUint32(this.#at, true) : 0;
    this.#at += 4;
    return value;
  }

  row(): Row {
    const texts = new Map<number, string>();
    const count = Math.min(this.number(), MOST_PROPERTIES);
    for (let property = 0; property < count && !this.ended(); property += 1) {
      const typeAndId = this.number();
      const [type, id] = [typeAndId & 0xffff, typeAndId >>> 16];
      if (id >= 0x8000) this.#skipName();
      const value = this.#value(type & 0x0fff, (type & 0x1000) !== 0);
      if (value !== null && WANTED.has(id)) texts.set(id, clean(value));
    }
    return texts;
  }

  /** A property set's GUID, then a number or a name. */
  #skipName(): void {
    this.#at += 16;
    const isName = this.number() === 1;
    const length = this.number();
    if (isName) this.#skip(length);
  }

  /** The text of a value; null where it is no text. */
  #value(type: number, several: boolean): string | null {
    const isLong = LONG_TYPES.has(type);
    const values = isLong || several ? Math.min(this.number(), MOST_VALUES) : 1;
    let text: string | null = null;
    for (let value = 0; value < values && !this.ended(); value += 1) {
      if (!isLong) this.#skip(WIDTHS.get(type) ?? 4);
      else {
        const length = this.number();
        const octets = this.#bytes.subarray(this.#at, Math.min(this.#at + length, this.#bytes.length));
        this.#skip(length);
        if (type === UNICODE) text ??= new TextDecoder("utf-16le").decode(octets);
        else if (type !== OBJECT) text ??= decodeUndeclared(octets);
      }
    }
    return text;
  }

  /** Every value is filled up to four octets. */
  #skip(length: number): void {
    this.#at = Math.min(this.#bytes.length, this.#at + length + ((4 - (length % 4)) % 4));
  }
}

const [OBJECT, UNICODE] = [0x0d, 0x1f] as const;
/** Object, 8-bit text, Unicode text, octets: they bring their length. */
const LONG_TYPES: ReadonlySet<number> = new Set([OBJECT, 0x1e, UNICODE, 0x102]);
/** Octets of the others where they are not four. */
const WIDTHS: ReadonlyMap<number, number> = new Map([
  [0x05, 8],
  [0x06, 8],
  [0x07, 8],
  [0x14, 8],
  [0x40, 8],
  [0x48, 16],
]);

const clean = (text: string): string => text.replaceAll("\0", "").replace(/\r\n?/g, "\n").trim();
