import { RECORD_TYPES, type RecordType } from "../answer.ts";

/** Numbers of the record types (IANA DNS parameters). */
export const TYPE_CODES: Readonly<Record<RecordType, number>> = {
  A: 1,
  NS: 2,
  CNAME: 5,
  SOA: 6,
  PTR: 12,
  MX: 15,
  TXT: 16,
  AAAA: 28,
  DS: 43,
  DNSKEY: 48,
  TLSA: 52,
  SPF: 99,
  CAA: 257,
};

const BY_CODE = new Map(RECORD_TYPES.map(type => [TYPE_CODES[type], type]));

/** The type with this number, or null for one that is not spoken here. */
export const typeOfCode = (code: number): RecordType | null => BY_CODE.get(code) ?? null;

export const OPT = 41;
export const RRSIG = 46;
export const CLASS_IN = 1;

/** RFC 8914 extended DNS error, an EDNS option. */
export const EXTENDED_ERROR_OPTION = 15;

export const RCODE = { NOERROR: 0, FORMERR: 1, SERVFAIL: 2, NXDOMAIN: 3, REFUSED: 5 } as const;
