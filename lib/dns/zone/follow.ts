import type { LookupFailure, RecordType } from "../answer.ts";
import type { RecordOf, ResourceRecord } from "../record.ts";
import type { Fault } from "./fault.ts";
import type { ZoneData } from "./zone-data.ts";

/** Names that one lookup follows before it is called a loop. */
export const MAX_CNAMES = 12;

/** The end of a walk along CNAME records. */
export interface Walk {
  readonly status: "records" | "nodata" | "nxdomain" | LookupFailure;
  readonly records: readonly ResourceRecord[];
  /** The CNAME records passed, in order. */
  readonly aliases: readonly RecordOf<"CNAME">[];
  /** Smallest TTL on the way; for an absence that of RFC 2308 5, null when the zone has no SOA. */
  readonly ttl: number | null;
  /** The fault met, which may be a mere delay. */
  readonly fault: Fault | null;
}

/** Looks a name up in zone data and follows CNAMEs, unless the CNAME itself is asked for. */
export function follow(
  data: ZoneData,
  start: string,
  type: RecordType,
  faultOf: (name: string) => Fault | null,
): Walk {
  const aliases: RecordOf<"CNAME">[] = [];
  let name = start;
  let late: Fault | null = null;
  const end = (status: Walk["status"], records: readonly ResourceRecord[] = [], fault = late): Walk => {
    const ttls = [...aliases, ...records].map(record => record.ttl);
    const negative = negativeTtl(data, name);
    if (status !== "records" && negative !== null) ttls.push(negative);
    const known = status === "records" || negative !== null;
    return { status, records, aliases, ttl: known ? Math.min(...ttls) : null, fault };
  };
  for (;;) {
    const fault = faultOf(name);
    if (fault?.failure === "lame") return end("nodata", [], fault);
    if (fault !== null && fault.failure !== "late") return end(fault.failure, [], fault);
    late ??= fault;
    const found = data.find(name, type);
    if (found.kind === "records") return end("records", found.records);
    if (found.kind !== "cname") return end(found.kind);
    const seen = aliases.some(alias => alias.name === found.record.data) || found.record.data === name;
    aliases.push(found.record);
    if (seen || aliases.length > MAX_CNAMES) return end("cname-loop");
    name = found.record.data;
  }
}

/** RFC 2308 5: the smaller of the SOA's own TTL and its MINIMUM field. */
function negativeTtl(data: ZoneData, name: string): number | null {
  const soa = data.startOfAuthority(name);
  return soa === null ? null : Math.min(soa.ttl, soa.data.minimum);
}
