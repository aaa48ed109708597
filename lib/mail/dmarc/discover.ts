import { type Answer, isFailure } from "#lib/dns/answer.ts";
import type { Resolver } from "#lib/dns/resolver.ts";
import { type Known, known, unknownFor } from "../known.ts";
import { findMisplaced, type MisplacedRecord } from "./misplaced.ts";
import { type DmarcRecord, parseDmarcRecord } from "./parse-record.ts";
import { organizationalDomainByList } from "./public-suffix.ts";
import type { DmarcReading } from "./reading.ts";
import { checkDestinations, type ReportDestination } from "./report-destinations.ts";
import { readByPublicSuffixList } from "./rfc7489.ts";
import { readByTreeWalk } from "./rfc9989.ts";
import { stepsTaken, walkDomains } from "./tree-walk.ts";
import { askStep, type WalkStep } from "./walk-step.ts";

/** The DMARC policy of one domain by both editions of the standard. Plain JSON. */
export interface PolicyDiscovery {
  readonly domain: string;
  /** Whether the domain's own name exists in DNS. */
  readonly exists: Known<boolean>;
  /** The steps of the tree walk in order, to where it stops. */
  readonly walk: readonly WalkStep[];
  readonly rfc9989: DmarcReading;
  readonly rfc7489: DmarcReading;
}

/** Everything DNS says about DMARC at one domain. */
export interface DmarcDiscovery extends PolicyDiscovery {
  readonly misplaced: readonly MisplacedRecord[];
  /** The hosts that get reports by the record of the RFC 9989 reading. */
  readonly destinations: readonly ReportDestination[];
}

/** Discovers the policy, and at the same time records in wrong places, and then who gets the reports. */
export async function discoverDmarc(resolver: Resolver, domain: string): Promise<DmarcDiscovery> {
  const [policy, misplaced] = await Promise.all([
    discoverPolicy(resolver, domain).then(async found => ({
      ...found,
      destinations: await destinationsOf(resolver, found.rfc9989),
    })),
    findMisplaced(resolver, domain),
  ]);
  return { ...policy, misplaced };
}

/**
 * Discovers the DMARC policy of a domain in A-label form. All names of the walk, at most eight, are asked at once
 * and judged in order. Never throws and never guesses: what a failed lookup hides stays unknown.
 */
export async function discoverPolicy(resolver: Resolver, domain: string): Promise<PolicyDiscovery> {
  const asked = walkDomains(domain);
  const listed = organizationalDomainByList(domain);
  const domains = asked.includes(listed) ? asked : [...asked, listed];
  const [steps, name] = await Promise.all([
    Promise.all(domains.map(one => askStep(resolver, one))),
    resolver.lookup(domain, "TXT"),
  ]);
  const walkSteps = steps.slice(0, asked.length);
  const byDomain = new Map(steps.map(step => [step.domain, step]));
  const exists = existenceOf(walkSteps[0], name);
  return {
    domain,
    exists,
    walk: stepsTaken(walkSteps),
    rfc9989: readByTreeWalk(domain, walkSteps, exists),
    rfc7489: readByPublicSuffixList(domain, one => stepIn(byDomain, one)),
  };
}

/** The record that a reading rests on, parsed; null where there is none or it is not known. */
export function governingRecord({ record }: DmarcReading): DmarcRecord | null {
  if (!record.ok || record.value === null) return null;
  const parsed = parseDmarcRecord(record.value.text);
  return parsed.kind === "record" ? parsed.record : null;
}

/**
 * Only NXDOMAIN for the name itself proves that it does not exist (RFC 9989 3.2.13). An alias exists even when
 * its target does not, and a name below it proves that it does (RFC 8020).
 */
function existenceOf(step: WalkStep | undefined, answer: Answer<"TXT">): Known<boolean> {
  if (step?.status === "records" || step?.status === "nodata") return known(true);
  if (isFailure(answer)) return unknownFor(answer);
  return known(answer.status !== "nxdomain" || answer.cnames.length > 0);
}

function stepIn(steps: ReadonlyMap<string, WalkStep>, domain: string): WalkStep {
  const step = steps.get(domain);
  if (step === undefined) throw new RangeError(`no step for ${domain}`);
  return step;
}

async function destinationsOf(
  resolver: Resolver,
  reading: DmarcReading,
): Promise<readonly ReportDestination[]> {
  const record = governingRecord(reading);
  if (record === null || !reading.record.ok || reading.record.value === null) return [];
  const { domain: policyDomain, role } = reading.record.value;
  const organization = role === "own" ? reading.organizationalDomain : known(policyDomain);
  return checkDestinations(resolver, record, { policyDomain, organization });
}
