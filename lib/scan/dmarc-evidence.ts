import type { DmarcDiscovery } from "#lib/mail/dmarc/discover.ts";
import { type DmarcRecord, parseDmarcRecord } from "#lib/mail/dmarc/parse-record.ts";
import type { Policy } from "#lib/mail/dmarc/policy.ts";
import type { Disposition, Governing } from "#lib/mail/dmarc/reading.ts";
import type { Known } from "#lib/mail/known.ts";
import type { CheckTools } from "./define-check.ts";

/** Where a DMARC record stands, as the arguments of an outcome. */
export type RecordPlace = {
  /** The domain whose record it is. */
  readonly at: string;
  /** Where the record really stands, when the `_dmarc` name is an alias. */
  readonly alias: string | null;
  readonly record: string;
  readonly role: Governing["role"];
};

export interface GoverningRecord {
  readonly place: RecordPlace;
  readonly record: DmarcRecord;
}

/**
 * The record that decides about the domain's mail by RFC 9989; null when there is none that receivers act on.
 * Opens the evidence with `need`, so an unanswered walk makes the check inconclusive.
 */
export function governingRecord(dmarc: DmarcDiscovery, { need }: CheckTools): GoverningRecord | null {
  const governing = need(dmarc.rfc9989.record);
  if (governing === null || need(dmarc.rfc9989.exact).policy === null) return null;
  return recordAt(dmarc, governing);
}

/** The record that decides about sub-domains without one of their own; null when there is none. */
export function subdomainRecord(dmarc: DmarcDiscovery, { need }: CheckTools): GoverningRecord | null {
  if (need(dmarc.rfc9989.existingSubdomain).policy === null) return null;
  const organization = need(dmarc.rfc9989.organizationalDomain);
  const step =
    dmarc.walk.find(({ domain, records }) => domain === organization && records.length === 1) ??
    dmarc.walk.findLast(({ records }) => records.length === 1);
  const [text] = step?.records ?? [];
  if (step === undefined || text === undefined) return null;
  const role = step.domain === organization ? "organizational" : "public-suffix";
  return recordAt(dmarc, { domain: step.domain, text, role });
}

/** A disposition in one word: what receivers are expected to do, or why that cannot be said. */
export type Deed = Policy | "no-policy" | "unknown";

export const deedOf = (part: Known<Disposition>): Deed =>
  part.ok ? (part.value.applied ?? "no-policy") : "unknown";

function recordAt(dmarc: DmarcDiscovery, { domain, text, role }: Governing): GoverningRecord | null {
  const parsed = parseDmarcRecord(text);
  if (parsed.kind !== "record") return null;
  const alias = dmarc.walk.find(step => step.domain === domain)?.cnames.at(-1) ?? null;
  return { place: { at: domain, alias, record: text, role }, record: parsed.record };
}
