import dnsPacket from "dns-packet";
import type { RecordType } from "../answer.ts";
import { encodeName } from "./name.ts";

export interface Query {
  readonly id: number;
  /** Canonical name (lib/values/dns-name.ts). */
  readonly name: string;
  readonly type: RecordType;
  /** RD: ask a resolver to find the answer; clear for an authoritative server. */
  readonly recursion: boolean;
  /** CD: answer even what does not validate. */
  readonly checkingDisabled: boolean;
  /** Null: no EDNS, for servers that do not know it (RFC 6891 7). */
  readonly udpSize: number | null;
}

/** UDP answers up to this size pass nearly everywhere without fragments (DNS flag day 2020, RFC 9715). */
export const UDP_SIZE = 1232;

/** Types that mean nothing without DNSSEC: DO is set for them. */
const WANTS_DNSSEC: ReadonlySet<RecordType> = new Set<RecordType>(["DS", "DNSKEY", "TLSA"]);

const { RECURSION_DESIRED, AUTHENTIC_DATA, CHECKING_DISABLED, DNSSEC_OK } = dnsPacket;

/** The packet of one question. AD asks the resolver to tell whether it validated (RFC 6840 5.7). */
export function encodeQuery(query: Query): Uint8Array {
  const flags =
    (query.recursion ? RECURSION_DESIRED | AUTHENTIC_DATA : 0) |
    (query.checkingDisabled ? CHECKING_DISABLED : 0);
  const packet = dnsPacket.encode({
    type: "query",
    id: query.id,
    flags,
    questions: [{ name: ".", type: packetType(query.type) }],
    additionals: query.udpSize === null ? [] : [optRecord(query.udpSize, WANTS_DNSSEC.has(query.type))],
  });
  // dns-packet writes labels as UTF-8 text; names are octets (RFC 2181 11), so the name is spliced in.
  const header = 12;
  return Buffer.concat([packet.subarray(0, header), encodeName(query.name), packet.subarray(header + 1)]);
}

/** dns-packet knows every type that is asked here; its type declarations alone miss SPF. */
const packetType = (type: RecordType): dnsPacket.RecordType => type as dnsPacket.RecordType;

const optRecord = (udpPayloadSize: number, dnssec: boolean): dnsPacket.OptAnswer => ({
  type: "OPT",
  name: ".",
  udpPayloadSize,
  extendedRcode: 0,
  ednsVersion: 0,
  flags: dnssec ? DNSSEC_OK : 0,
  flag_do: dnssec,
  options: [],
});
