import type { RecordData } from "#lib/dns/answer.ts";
import { type HostKind, hostKind } from "./host-kind.ts";

/** One mail exchanger of a domain. */
export interface MxHost {
  /** Lower-case, without the final dot. */
  readonly host: string;
  readonly preference: number;
  readonly kind: HostKind;
}

export interface MxSet {
  /** In the order in which senders try them (RFC 5321 5.1); a host that is named twice appears once. */
  readonly hosts: readonly MxHost[];
  /** The preference of the null MX (RFC 7505), or null where there is none. */
  readonly nullPreference: number | null;
}

/** Sorts the MX records of one name into hosts and the null MX. */
export function mxSet(records: readonly RecordData["MX"][]): MxSet {
  const sorted = records.toSorted(
    (one, other) => one.preference - other.preference || (one.exchange < other.exchange ? -1 : 1),
  );
  const hosts = new Map<string, MxHost>();
  for (const { exchange, preference } of sorted) {
    if (exchange === "." || hosts.has(exchange)) continue;
    hosts.set(exchange, { host: exchange, preference, kind: hostKind(exchange) });
  }
  const nullRecord = sorted.find(({ exchange }) => exchange === ".");
  return { hosts: [...hosts.values()], nullPreference: nullRecord?.preference ?? null };
}
