import { isAtOrBelow } from "#lib/values/dns-name.ts";
import type { RecordData, RecordType } from "../answer.ts";
import { dataOf, isType } from "../record.ts";
import { CLASS_IN, RCODE, TYPE_CODES } from "./codes.ts";
import type { Message } from "./message.ts";

/** What one message says about one question. */
export type Reply<Type extends RecordType> =
  | {
      readonly status: "records";
      readonly records: readonly RecordData[Type][];
      readonly ttl: number;
      readonly cnames: readonly string[];
    }
  | {
      readonly status: "nodata" | "nxdomain";
      readonly ttl: number | null;
      readonly cnames: readonly string[];
    }
  /** The answer ends at an alias: the last of `cnames` has to be asked for. */
  | { readonly status: "alias"; readonly ttl: number; readonly cnames: readonly string[] }
  | {
      readonly status: "servfail" | "refused" | "other-rcode" | "malformed" | "cname-loop";
      readonly cnames: readonly string[];
    };

/** Whether the message answers this very question: id, QR, opcode, name, type and class (RFC 5452 9.1). */
export function answersQuestion(
  message: Message,
  question: { readonly id: number; readonly name: string; readonly type: RecordType },
): boolean {
  if (message.id !== question.id || !message.isResponse || message.opcode !== 0) return false;
  const [asked, ...more] = message.questions;
  // Servers that could not read the question leave it out; that is an error and never an answer.
  if (asked === undefined) return message.rcode !== RCODE.NOERROR && message.rcode !== RCODE.NXDOMAIN;
  return (
    more.length === 0 &&
    asked.name === question.name &&
    asked.type === TYPE_CODES[question.type] &&
    asked.class === CLASS_IN
  );
}

/** Reads a complete message; what does not belong to the question or its aliases is not looked at. */
export function readReply<Type extends RecordType>(message: Message, name: string, type: Type): Reply<Type> {
  if (message.rcode === RCODE.SERVFAIL) return { status: "servfail", cnames: [] };
  if (message.rcode === RCODE.REFUSED) return { status: "refused", cnames: [] };
  if (message.rcode !== RCODE.NOERROR && message.rcode !== RCODE.NXDOMAIN) {
    return { status: "other-rcode", cnames: [] };
  }
  const { cnames, last, ttl, loops } = followAliases(message, name, type);
  if (loops) return { status: "cname-loop", cnames };
  const found = message.answers.filter(record => record.name === last && record.type === type);
  if (found.length > 0) {
    if (message.rcode === RCODE.NXDOMAIN) return { status: "malformed", cnames };
    const ttls = found.map(record => record.ttl);
    return { status: "records", records: dataOf(found), ttl: Math.min(ttl, ...ttls), cnames };
  }
  const soa = message.authorities.filter(isType("SOA")).find(record => isAtOrBelow(last, record.name));
  const negativeTtl = soa === undefined ? null : Math.min(ttl, soa.ttl, soa.data.minimum);
  // The rcode speaks of the last name of the chain (RFC 6604 2).
  if (message.rcode === RCODE.NXDOMAIN) return { status: "nxdomain", ttl: negativeTtl, cnames };
  if (soa !== undefined) return { status: "nodata", ttl: negativeTtl, cnames };
  if (cnames.length > 0) return { status: "alias", ttl, cnames };
  // NS without SOA and without authority is a referral (RFC 2308 2.2): it tells nothing about the name.
  const refers = !message.aa && message.authorities.some(record => record.type === "NS");
  return refers ? { status: "malformed", cnames } : { status: "nodata", ttl: null, cnames };
}

interface Chain {
  readonly cnames: readonly string[];
  readonly last: string;
  readonly ttl: number;
  readonly loops: boolean;
}

function followAliases(message: Message, name: string, type: RecordType): Chain {
  const aliases = type === "CNAME" ? [] : message.answers.filter(isType("CNAME"));
  const cnames: string[] = [];
  let last = name;
  let ttl = Number.POSITIVE_INFINITY;
  for (;;) {
    const alias = aliases.find(record => record.name === last);
    if (alias === undefined) return { cnames, last, ttl, loops: false };
    const loops = alias.data === name || cnames.includes(alias.data);
    cnames.push(alias.data);
    ttl = Math.min(ttl, alias.ttl);
    if (loops) return { cnames, last, ttl, loops };
    last = alias.data;
  }
}
