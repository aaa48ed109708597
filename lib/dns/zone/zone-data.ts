import { parentOf } from "#lib/values/dns-name.ts";
import type { RecordType } from "../answer.ts";
import { isType, type RecordOf, type ResourceRecord } from "../record.ts";

/** What the records say about one name and type, before any CNAME is followed. */
export type ZoneAnswer =
  | { readonly kind: "records"; readonly records: readonly ResourceRecord[] }
  | { readonly kind: "cname"; readonly record: RecordOf<"CNAME"> }
  | { readonly kind: "nodata" | "nxdomain" };

/** Master-file data ready to be asked. */
export interface ZoneData {
  find(name: string, type: RecordType): ZoneAnswer;
  /** The SOA record at the name or at its closest ancestor that has one. */
  startOfAuthority(name: string): RecordOf<"SOA"> | null;
}

/**
 * Answers from records as RFC 1034 4.3.2 does inside a zone: exact match, then wildcard (RFC 4592), else
 * NXDOMAIN. A name without records but with names below it exists (RFC 8020), so it is NODATA.
 */
export function zoneData(records: readonly ResourceRecord[]): ZoneData {
  const owners = new Map<string, ResourceRecord[]>();
  const existing = new Set<string>();
  for (const record of records) {
    const there = owners.get(record.name);
    if (there === undefined) owners.set(record.name, [record]);
    else there.push(record);
    for (let at: string | null = record.name; at !== null && !existing.has(at); at = parentOf(at)) {
      existing.add(at);
    }
  }
  const at = (owner: string, name: string, type: RecordType): ZoneAnswer => {
    const here = owners.get(owner) ?? [];
    const found = here.filter(record => record.type === type).map(record => ({ ...record, name }));
    if (found.length > 0) return { kind: "records", records: found };
    const alias = here.find(isType("CNAME"));
    return alias === undefined ? { kind: "nodata" } : { kind: "cname", record: { ...alias, name } };
  };
  return {
    find(name, type) {
      if (existing.has(name)) return at(name, name, type);
      const encloser = closestEncloser(name, existing);
      const wildcard = encloser === "." ? "*" : `*.${encloser}`;
      return existing.has(wildcard) ? at(wildcard, name, type) : { kind: "nxdomain" };
    },
    startOfAuthority(name) {
      for (let above: string | null = name; above !== null; above = parentOf(above)) {
        const soa = owners.get(above)?.find(isType("SOA"));
        if (soa !== undefined) return soa;
      }
      return null;
    },
  };
}

/** The longest existing ancestor (RFC 4592 3.3.1). The walk ends at the root, which always exists. */
function closestEncloser(name: string, existing: ReadonlySet<string>): string {
  let above = parentOf(name);
  while (above !== null && !existing.has(above)) above = parentOf(above);
  return above ?? ".";
}
