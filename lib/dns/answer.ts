/**
 * What a DNS lookup can come back with. "There is no such record" (`nodata`, `nxdomain`) and "it could not
 * be found out" (everything in `LookupFailure`) are different values here and stay different all the way to
 * the report.
 */

export const RECORD_TYPES = [
  "A",
  "AAAA",
  "MX",
  "TXT",
  "SPF",
  "NS",
  "SOA",
  "PTR",
  "CNAME",
  "TLSA",
  "DS",
  "DNSKEY",
  "CAA",
] as const;

export type RecordType = (typeof RECORD_TYPES)[number];

/** Names are lower-case without the final dot; the root is ".". Unprintable octets are \DDD (RFC 1035 5.1). */
export interface RecordData {
  A: string;
  AAAA: string;
  MX: { readonly preference: number; readonly exchange: string };
  /** One JavaScript character per octet (latin1): the only form that loses nothing. */
  TXT: { readonly strings: readonly string[] };
  /** Type 99, the form of TXT; discontinued (RFC 7208 3.1) and asked for only to say so. */
  SPF: { readonly strings: readonly string[] };
  NS: string;
  SOA: {
    readonly primary: string;
    readonly mailbox: string;
    readonly serial: number;
    readonly refresh: number;
    readonly retry: number;
    readonly expire: number;
    readonly minimum: number;
  };
  PTR: string;
  CNAME: string;
  /** `data` is lower-case hex. */
  TLSA: {
    readonly usage: number;
    readonly selector: number;
    readonly matchingType: number;
    readonly data: string;
  };
  DS: {
    readonly keyTag: number;
    readonly algorithm: number;
    readonly digestType: number;
    readonly digest: string;
  };
  /** `key` is base64. */
  DNSKEY: { readonly flags: number; readonly algorithm: number; readonly key: string };
  CAA: { readonly critical: boolean; readonly tag: string; readonly value: string };
}

/** Why a lookup could not be completed. None of these says anything about the record. */
export const LOOKUP_FAILURES = [
  "servfail",
  "refused",
  "timeout",
  "malformed",
  "unreachable",
  "cname-loop",
  "too-large",
  "over-budget",
  "other-rcode",
] as const;

export type LookupFailure = (typeof LOOKUP_FAILURES)[number];

/** RFC 8914 extended DNS error. */
export interface ExtendedError {
  readonly code: number;
  readonly text: string;
}

/** One packet exchange with one server. */
export interface Attempt {
  readonly server: string;
  readonly transport: "udp" | "tcp" | "doh" | "memory";
  readonly result: "records" | "nodata" | "nxdomain" | "truncated" | LookupFailure;
  readonly ms: number;
}

export interface AnswerMeta<Type extends RecordType = RecordType> {
  /** Stable within a scan and readable: "TXT _dmarc.example.com", with "+cd" or " @server" where asked so. */
  readonly id: string;
  readonly name: string;
  readonly type: Type;
  readonly rcode: number | null;
  /** Authenticated Data as the resolver claimed it. */
  readonly ad: boolean;
  /** Authoritative Answer flag; tells a lame name server from a real one. */
  readonly aa: boolean;
  /** The UDP answer was cut; the final answer then came over TCP or is a failure. */
  readonly tc: boolean;
  readonly extendedErrors: readonly ExtendedError[];
  /** Names followed through CNAME, in order, without the first. */
  readonly cnames: readonly string[];
  readonly server: string | null;
  readonly attempts: readonly Attempt[];
  /** Milliseconds since the resolver was made. */
  readonly startedMs: number;
  readonly ms: number;
}

export type Answer<Type extends RecordType = RecordType> = AnswerMeta<Type> &
  (
    | { readonly status: "records"; readonly records: readonly RecordData[Type][]; readonly ttl: number }
    | { readonly status: "nodata" | "nxdomain"; readonly ttl: number | null }
    | { readonly status: LookupFailure }
  );

export type AnsweredRecords<Type extends RecordType> = Extract<Answer<Type>, { status: "records" }>;
export type AnsweredAbsence<Type extends RecordType> = AnswerMeta<Type> & {
  readonly status: "nodata" | "nxdomain";
  readonly ttl: number | null;
};
export type FailedAnswer<Type extends RecordType = RecordType> = AnswerMeta<Type> & {
  readonly status: LookupFailure;
};

/** True when the lookup ended without telling whether the record exists. */
export const isFailure = <Type extends RecordType>(answer: Answer<Type>): answer is FailedAnswer<Type> =>
  answer.status !== "records" && answer.status !== "nodata" && answer.status !== "nxdomain";

/** True when the name or the type is proven not to exist. */
export const isAbsent = <Type extends RecordType>(answer: Answer<Type>): answer is AnsweredAbsence<Type> =>
  answer.status === "nodata" || answer.status === "nxdomain";

/** The records of a completed lookup; empty for a proven absence. Ask `isFailure` first. */
export const recordsOf = <Type extends RecordType>(answer: Answer<Type>): readonly RecordData[Type][] =>
  answer.status === "records" ? answer.records : [];

/** The strings of one TXT record joined without a separator (RFC 7208 3.3, RFC 6376 3.6.2.2). */
export const joinedText = (record: RecordData["TXT"]): string => record.strings.join("");
