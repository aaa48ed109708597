import { isAtOrBelow } from "#lib/values/dns-name.ts";
import type { RecordType } from "../answer.ts";
import { recordOf, type ResourceRecord } from "../record.ts";
import { RCODE, typeOfCode } from "../wire/codes.ts";
import { encodeResponse, type Response } from "../wire/encode-response.ts";
import { MAX_RECORDS, type Message, type Question } from "../wire/message.ts";
import { follow } from "../zone/follow.ts";
import type { ZoneData } from "../zone/zone-data.ts";
import type { ServerFault } from "./fault.ts";

export interface Responding {
  readonly data: ZoneData;
  /** Zones whose answers carry AD. */
  readonly secure: readonly string[];
}

/**
 * The octets to send for a question: as a resolver would when recursion is desired, else as the authoritative
 * server of the zones. `limit` is what the transport can carry. Null for a question that is dropped.
 */
export function respond(
  query: Message,
  question: Question,
  fault: ServerFault | null,
  limit: number,
  responding: Responding,
): Uint8Array | null {
  if (fault?.kind === "drop") return null;
  const right = rightResponse(query, question, responding);
  const sent = fault === null ? right : spoiled(right, fault.kind);
  const bytes = encodeResponse(sent);
  if (fault?.kind === "malformed") return bytes.with(7, sent.answers.length + 1);
  const isCut = bytes.length > limit || (fault?.kind === "truncate" && limit < STREAM_LIMIT);
  return isCut
    ? encodeResponse({ ...sent, flags: { ...sent.flags, tc: true }, answers: [], authorities: [] })
    : bytes;
}

/** What fits behind the two octets of length of a TCP message. */
export const STREAM_LIMIT = 65_535;

function rightResponse(query: Message, question: Question, { data, secure }: Responding): Response {
  const type = typeOfCode(question.type);
  const base = {
    id: query.id,
    question,
    edns: query.edns !== null,
    extendedErrors: [],
    answers: [],
    authorities: [],
  };
  const flags = { rd: query.rd, ra: query.rd, cd: query.cd };
  const soa = data.startOfAuthority(question.name);
  if (!query.rd && soa === null) return { ...base, flags, rcode: RCODE.REFUSED };
  const walk = follow(data, question.name, type ?? "A", () => null);
  const isMissing = walk.status === "nxdomain";
  const last = walk.aliases.at(-1)?.data ?? question.name;
  const isAbsent = walk.status !== "records" || type === null;
  const startOfLast = data.startOfAuthority(last);
  const wantsAd = query.ad || query.edns?.dnssecOk === true;
  const names = [question.name, ...walk.aliases.map(alias => alias.data)];
  const isSecure = names.every(name => secure.some(zone => isAtOrBelow(name, zone)));
  return {
    ...base,
    flags: { ...flags, aa: !query.rd, ad: query.rd && wantsAd && isSecure },
    rcode: isMissing ? RCODE.NXDOMAIN : RCODE.NOERROR,
    answers: [...walk.aliases, ...(type === null ? [] : walk.records)],
    authorities: isAbsent && startOfLast !== null ? [startOfLast] : [],
  };
}

function spoiled(right: Response, kind: ServerFault["kind"]): Response {
  const { name } = right.question;
  const empty = { ...right, answers: [], authorities: [] };
  switch (kind) {
    case "servfail":
      return { ...empty, rcode: RCODE.SERVFAIL };
    case "refused":
      return { ...empty, rcode: RCODE.REFUSED };
    case "formerr":
      return { ...empty, rcode: RCODE.FORMERR, edns: false };
    case "wrong-id":
      return { ...right, id: right.id ^ 0x5555 };
    case "wrong-question":
      return { ...right, question: { ...right.question, name: `not-${name}` } };
    case "cname-loop":
      return { ...right, rcode: RCODE.NOERROR, answers: [...aliases(name, `loop.${name}`)] };
    case "alias-only":
      return { ...empty, rcode: RCODE.NOERROR, answers: right.answers.slice(0, 1) };
    case "oversize":
      return { ...right, rcode: RCODE.NOERROR, answers: manyRecords(right.question) };
    case "lame":
      return { ...empty, flags: { ...right.flags, aa: false }, rcode: RCODE.NOERROR, authorities: REFERRAL };
    case "rewrite":
      return { ...empty, rcode: RCODE.NOERROR, answers: [recordOf(name, "A", 60, "203.0.113.80")] };
    default:
      return right;
  }
}

const aliases = (one: string, other: string): readonly ResourceRecord[] => [
  recordOf(one, "CNAME", 60, other),
  recordOf(other, "CNAME", 60, one),
];

const REFERRAL = [recordOf(".", "NS", 60, "a.root-servers.net")];

const manyRecords = (question: Question): readonly ResourceRecord[] =>
  Array.from({ length: MAX_RECORDS + 1 }, (_, index) => {
    const type: RecordType = typeOfCode(question.type) === "TXT" ? "TXT" : "A";
    return type === "TXT"
      ? recordOf(question.name, "TXT", 60, { strings: [`filler ${index} ${"x".repeat(200)}`] })
      : recordOf(question.name, "A", 60, `198.51.100.${index}`);
  });
