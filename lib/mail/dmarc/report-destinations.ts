import { type Answer, type FailedAnswer, isFailure, joinedText, recordsOf } from "#lib/dns/answer.ts";
import type { Resolver } from "#lib/dns/resolver.ts";
import { type Known, known, mapKnown, unknownFor } from "../known.ts";
import { type DmarcRecord, parseDmarcRecord } from "./parse-record.ts";
import { organizationalDomainByList } from "./public-suffix.ts";
import { walk, walkDomains } from "./tree-walk.ts";
import { askStep, LONGEST_NAME } from "./walk-step.ts";

/** Whether a host may get the reports (RFC 9990, verifying external destinations; RFC 7489 7.1). */
export type Authorisation =
  /** The host belongs to the same organizational domain: nothing to ask. */
  | "internal"
  /** The host publishes the record that takes reports about this domain. */
  | "authorised"
  /** It publishes none, so receivers send no reports there. */
  | "no-record"
  /** It passes the reports on to another host, which receivers must not follow. */
  | "override-elsewhere"
  /** The name of the record would be too long to exist. */
  | "name-too-long";

/** One host that the record sends reports to. */
export type ReportDestination = {
  readonly host: string;
  /** The tags that name it. */
  readonly tags: readonly ("rua" | "ruf")[];
  /** Where the host would publish its consent. */
  readonly consentName: string;
  readonly authorisation: Known<Authorisation>;
  /** The same organization by the public suffix list, which older receivers go by. */
  readonly sameByList: boolean;
};

/** Hosts that are looked at; receivers need not send to more than two. */
const MOST_HOSTS = 10;

/**
 * Finds out which of the record's report hosts receivers may send to. `policyDomain` is where the record stands
 * and `organization` its organizational domain. Hosts are asked about all at once.
 */
export async function checkDestinations(
  resolver: Resolver,
  record: DmarcRecord,
  { policyDomain, organization }: { readonly policyDomain: string; readonly organization: Known<string> },
): Promise<readonly ReportDestination[]> {
  const hosts = new Map<string, ("rua" | "ruf")[]>();
  for (const tag of ["rua", "ruf"] as const) {
    for (const { host } of record[tag]) {
      if (host === null) continue;
      const tags = hosts.get(host) ?? [];
      if (!tags.includes(tag)) hosts.set(host, [...tags, tag]);
    }
  }
  const first = [...hosts].slice(0, MOST_HOSTS);
  return Promise.all(
    first.map(async ([host, tags]) => ({
      host,
      tags,
      consentName: consentName(policyDomain, host),
      authorisation: await authorise(resolver, host, { policyDomain, organization }),
      sameByList: organizationalDomainByList(host) === organizationalDomainByList(policyDomain),
    })),
  );
}

const consentName = (policyDomain: string, host: string): string => `${policyDomain}._report._dmarc.${host}`;

async function authorise(
  resolver: Resolver,
  host: string,
  { policyDomain, organization }: { readonly policyDomain: string; readonly organization: Known<string> },
): Promise<Known<Authorisation>> {
  if (host === policyDomain) return known("internal");
  const name = consentName(policyDomain, host);
  const [theirs, consent] = await Promise.all([
    organizationOf(resolver, host),
    name.length > LONGEST_NAME ? null : resolver.lookup(name, "TXT"),
  ]);
  const answer = consent === null ? known<Authorisation>("name-too-long") : readConsent(consent, host);
  if (answer.ok && answer.value === "authorised") return answer;
  if (!organization.ok) return organization;
  if (!theirs.ok) return theirs;
  return theirs.value === organization.value ? known("internal") : answer;
}

async function organizationOf(resolver: Resolver, host: string): Promise<Known<string>> {
  const steps = await Promise.all(walkDomains(host).map(domain => askStep(resolver, domain)));
  return mapKnown(walk(host, steps), ({ organizationalDomain }) => organizationalDomain);
}

function readConsent(answer: Answer<"TXT">, host: string): Known<Authorisation> {
  if (isFailure(answer)) return unknownFor(answer satisfies FailedAnswer<"TXT">);
  const records = recordsOf(answer).flatMap(record => {
    const parsed = parseDmarcRecord(joinedText(record));
    return parsed.kind === "record" ? [parsed.record] : [];
  });
  if (records.length === 0) return known("no-record");
  const elsewhere = records.some(({ rua }) => rua.some(uri => uri.host !== null && uri.host !== host));
  return known(elsewhere ? "override-elsewhere" : "authorised");
}
