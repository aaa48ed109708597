import type { ExtendedError } from "../answer.ts";
import { recordOf, type ResourceRecord } from "../record.ts";
import { CLASS_IN, EXTENDED_ERROR_OPTION, OPT, RRSIG, typeOfCode } from "./codes.ts";
import { MalformedMessage, Reader } from "./reader.ts";
import { decodeRecordData } from "./record-data.ts";

export interface Question {
  readonly name: string;
  /** Type and class as numbers: a question can ask for what this program does not speak. */
  readonly type: number;
  readonly class: number;
}

/** One DNS message, with the records of class IN and of the known types only. */
export interface Message {
  readonly id: number;
  readonly isResponse: boolean;
  readonly opcode: number;
  readonly aa: boolean;
  readonly tc: boolean;
  readonly rd: boolean;
  readonly ra: boolean;
  readonly ad: boolean;
  readonly cd: boolean;
  /** With the upper bits of EDNS. */
  readonly rcode: number;
  readonly questions: readonly Question[];
  readonly answers: readonly ResourceRecord[];
  readonly authorities: readonly ResourceRecord[];
  readonly edns: { readonly udpSize: number; readonly dnssecOk: boolean } | null;
  readonly extendedErrors: readonly ExtendedError[];
}

export type Decoded =
  | { readonly ok: true; readonly message: Message }
  | { readonly ok: false; readonly reason: "malformed" | "too-large" };

/** More records than this in the answer section are not looked at (a zone may hold thousands). */
export const MAX_RECORDS = 100;
export const MAX_MESSAGE = 65_535;

/**
 * Decodes a message (RFC 1035 4, EDNS RFC 6891) strictly. Never throws: hostile octets are "malformed", a
 * message above 64 KB or with more than 100 answers is "too-large".
 */
export function decodeMessage(bytes: Uint8Array): Decoded {
  if (bytes.length > MAX_MESSAGE) return { ok: false, reason: "too-large" };
  try {
    return decode(new Reader(bytes));
  } catch (error) {
    if (error instanceof MalformedMessage) return { ok: false, reason: "malformed" };
    throw error;
  }
}

function decode(reader: Reader): Decoded {
  const id = reader.u16();
  const flags = reader.u16();
  const counts = {
    questions: reader.u16(),
    answers: reader.u16(),
    authorities: reader.u16(),
    rest: reader.u16(),
  };
  const questions = times(counts.questions, () => readQuestion(reader));
  const answerRecords = times(counts.answers, () => readRecord(reader, true));
  if (answerRecords.filter(record => record.code !== RRSIG).length > MAX_RECORDS) {
    return { ok: false, reason: "too-large" };
  }
  // Of the other sections only SOA, NS and OPT are used; the data of the rest is skipped unread.
  const authorities = times(counts.authorities, () => readRecord(reader, false));
  const opt = times(counts.rest, () => readRecord(reader, false)).find(record => record.code === OPT);
  reader.end();
  const upperRcode = opt === undefined ? 0 : opt.ttl >>> 24;
  return {
    ok: true,
    message: {
      id,
      isResponse: (flags & 0x8000) !== 0,
      opcode: (flags >> 11) & 0xf,
      aa: (flags & 0x0400) !== 0,
      tc: (flags & 0x0200) !== 0,
      rd: (flags & 0x0100) !== 0,
      ra: (flags & 0x0080) !== 0,
      ad: (flags & 0x0020) !== 0,
      cd: (flags & 0x0010) !== 0,
      rcode: (upperRcode << 4) | (flags & 0xf),
      questions,
      answers: answerRecords.flatMap(({ record }) => record ?? []),
      authorities: authorities.flatMap(({ record }) => record ?? []),
      edns: opt === undefined ? null : { udpSize: opt.class, dnssecOk: (opt.ttl & 0x8000) !== 0 },
      extendedErrors: opt === undefined ? [] : readExtendedErrors(opt.data),
    },
  };
}

const readQuestion = (reader: Reader): Question => ({
  name: reader.name(),
  type: reader.u16(),
  class: reader.u16(),
});

interface RawRecord {
  readonly code: number;
  readonly class: number;
  readonly ttl: number;
  readonly data: Reader;
  readonly record: ResourceRecord | null;
}

function readRecord(reader: Reader, isAnswer: boolean): RawRecord {
  const name = reader.name();
  const code = reader.u16();
  const recordClass = reader.u16();
  const ttl = reader.u32();
  const data = reader.part(reader.u16());
  const type = typeOfCode(code);
  const isRead = type !== null && recordClass === CLASS_IN && (isAnswer || type === "SOA" || type === "NS");
  // RFC 2181 8: a TTL with its highest bit set counts as zero.
  const seconds = ttl > 0x7fff_ffff ? 0 : ttl;
  const record = isRead ? recordOf(name, type, seconds, decodeRecordData(type, data)) : null;
  return { code, class: recordClass, ttl, data, record };
}

function readExtendedErrors(options: Reader): ExtendedError[] {
  const errors: ExtendedError[] = [];
  while (options.left > 0) {
    const code = options.u16();
    const option = options.part(options.u16());
    if (code !== EXTENDED_ERROR_OPTION) continue;
    const info = option.u16();
    errors.push({
      code: info,
      text: new TextDecoder().decode(option.take(option.left)).replace(/\0+$/u, ""),
    });
  }
  return errors;
}

/** Counts in a header are claims; reading stops at the end of the message, whatever they say. */
function times<Item>(count: number, read: () => Item): Item[] {
  const items: Item[] = [];
  for (let done = 0; done < count; done += 1) items.push(read());
  return items;
}
