import { type Known, known, mapKnown } from "../known.ts";
import type { DmarcRecord, PolicyTag } from "./parse-record.ts";
import { isPublicSuffix, organizationalDomainByList } from "./public-suffix.ts";
import { type Disposition, dispositionOf, type DmarcReading, type Governing, NO_RECORD } from "./reading.ts";
import { recordOf, type WalkStep } from "./walk-step.ts";

/**
 * The reading of receivers that still follow RFC 7489 6.6.3: the domain's own record, else that of the
 * organizational domain by the public suffix list. Several records at a name end the search. They know neither
 * `np` nor `t` nor `psd`, and honour `pct`.
 */
export function readByPublicSuffixList(domain: string, stepFor: (domain: string) => WalkStep): DmarcReading {
  const organizationalDomain = organizationalDomainByList(domain);
  const own = foundAt(stepFor(domain), "own");
  const above = foundAt(stepFor(organizationalDomain), "organizational");
  const continues = own.ok && own.value === null && domain !== organizationalDomain;
  const governing = continues && stepFor(domain).records.length === 0 ? above : own;
  // Below a public suffix every name is an organization of its own.
  const forSubdomains = isPublicSuffix(domain) ? known(null) : above;
  const subdomain = mapKnown(forSubdomains, found => legacyDisposition(found, ["sp", "p"]));
  return {
    record: mapKnown(governing, describe),
    organizationalDomain: known(organizationalDomain),
    exact: mapKnown(governing, found =>
      legacyDisposition(found, found?.role === "own" ? ["p"] : ["sp", "p"]),
    ),
    existingSubdomain: subdomain,
    missingSubdomain: subdomain,
  };
}

interface Found {
  readonly domain: string;
  readonly record: DmarcRecord;
  readonly role: Governing["role"];
}

function foundAt(step: WalkStep, role: Governing["role"]): Known<Found | null> {
  if (step.failure !== null) return { ok: false, failure: step.failure };
  const record = recordOf(step);
  return known(record === null ? null : { domain: step.domain, record, role });
}

const describe = (found: Found | null): Governing | null =>
  found === null ? null : { domain: found.domain, text: found.record.text, role: found.role };

function legacyDisposition(found: Found | null, preference: readonly PolicyTag[]): Disposition {
  if (found === null) return NO_RECORD;
  const { record } = found;
  const invalid = record.invalidPolicies.filter(tag => tag !== "np");
  return dispositionOf({ ...record, testing: false }, preference, invalid);
}
