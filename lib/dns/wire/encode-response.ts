import type { ExtendedError } from "../answer.ts";
import type { ResourceRecord } from "../record.ts";
import { CLASS_IN, EXTENDED_ERROR_OPTION, OPT, TYPE_CODES } from "./codes.ts";
import { encodeRecordData } from "./encode-record-data.ts";
import type { Question } from "./message.ts";
import { encodeName } from "./name.ts";
import { u16, u32 } from "./octets.ts";
import { UDP_SIZE } from "./query.ts";

/** A response as a name server builds it. */
export interface Response {
  readonly id: number;
  readonly flags: {
    readonly aa?: boolean;
    readonly tc?: boolean;
    readonly rd?: boolean;
    readonly ra?: boolean;
    readonly ad?: boolean;
    readonly cd?: boolean;
  };
  readonly rcode: number;
  readonly question: Question;
  readonly answers: readonly ResourceRecord[];
  readonly authorities: readonly ResourceRecord[];
  /** Whether the client spoke EDNS, so that an OPT record may be sent. */
  readonly edns: boolean;
  readonly extendedErrors: readonly ExtendedError[];
}

/** The octets of a response (RFC 1035 4). Owner names equal to the question's are compressed. */
export function encodeResponse(response: Response): Uint8Array {
  const { flags, question } = response;
  const bits =
    0x8000 |
    (flags.aa ? 0x0400 : 0) |
    (flags.tc ? 0x0200 : 0) |
    (flags.rd ? 0x0100 : 0) |
    (flags.ra ? 0x0080 : 0) |
    (flags.ad ? 0x0020 : 0) |
    (flags.cd ? 0x0010 : 0) |
    (response.rcode & 0xf);
  const counts = [1, response.answers.length, response.authorities.length, response.edns ? 1 : 0];
  return Uint8Array.from([
    ...[response.id, bits, ...counts].flatMap(u16),
    ...encodeName(question.name),
    ...u16(question.type),
    ...u16(question.class),
    ...[...response.answers, ...response.authorities].flatMap(record => encodeRecord(record, question.name)),
    ...(response.edns ? encodeOpt(response.extendedErrors) : []),
  ]);
}

/** The question stands right behind the header of 12 octets. */
const QUESTION_POINTER = [0xc0, 12];

function encodeRecord(record: ResourceRecord, questionName: string): readonly number[] {
  const owner =
    record.name === questionName && record.name !== "." ? QUESTION_POINTER : encodeName(record.name);
  const data = encodeRecordData(record.type, record.data);
  return [
    ...owner,
    ...u16(TYPE_CODES[record.type]),
    ...u16(CLASS_IN),
    ...u32(record.ttl),
    ...u16(data.length),
    ...data,
  ];
}

function encodeOpt(errors: readonly ExtendedError[]): readonly number[] {
  const options = errors.flatMap(({ code, text }) => {
    const words = [...new TextEncoder().encode(text)];
    return [...u16(EXTENDED_ERROR_OPTION), ...u16(words.length + 2), ...u16(code), ...words];
  });
  return [0, ...u16(OPT), ...u16(UDP_SIZE), 0, 0, 0, 0, ...u16(options.length), ...options];
}
