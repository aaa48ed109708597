import { getDomain, getPublicSuffix } from "tldts";
import type { Answer } from "#lib/dns/answer.ts";
import { isFailure, recordsOf } from "#lib/dns/answer.ts";
import { defineProbe, dnsFailed, gathered } from "../define-probe.ts";
import type { Gathered } from "../finding.ts";
import { type HostAddresses, lookUpAddresses } from "./host-addresses.ts";

/** Whether the name is there at all, and what stands at it. */
export interface DomainEvidence {
  readonly name: string;
  readonly exists: boolean;
  /** Lower-case primary name server of the enclosing zone, where the SOA was given. */
  readonly primaryServer: string | null;
  readonly serial: number | null;
  readonly addresses: HostAddresses;
  /** Name servers published at exactly this name; empty for a name inside a zone. */
  readonly nameServers: Gathered<readonly string[]>;
  /** The public suffix the name lies under, by the public suffix list with its private part. */
  readonly publicSuffix: string;
  /** Null when the name is itself a public suffix. */
  readonly registrableDomain: string | null;
}

export const domainProbe = defineProbe({
  id: "domain",
  async gather({ domain, resolver }) {
    const [soa, ns, mx, addresses] = await Promise.all([
      resolver.lookup(domain, "SOA"),
      resolver.lookup(domain, "NS"),
      resolver.lookup(domain, "MX"),
      lookUpAddresses(resolver, domain),
    ]);
    const answers: readonly Answer[] = [soa, ns, mx];
    const exists = existence(answers);
    if (exists === null) return dnsFailed(...answers.filter(answer => isFailure(answer)));
    const start = recordsOf(soa)[0];
    return gathered({
      name: domain,
      exists,
      primaryServer: start?.primary ?? null,
      serial: start?.serial ?? null,
      addresses,
      nameServers: isFailure(ns) ? dnsFailed(ns) : gathered(recordsOf(ns).toSorted()),
      publicSuffix: getPublicSuffix(domain, WITH_PRIVATE) ?? domain,
      registrableDomain: getDomain(domain, WITH_PRIVATE),
    });
  },
});

const WITH_PRIVATE = { allowPrivateDomains: true } as const;

/** One completed lookup settles it: RFC 8020, a name that does not exist does so for every type. */
function existence(answers: readonly Answer[]): boolean | null {
  // The name exists even if the alias that stands there leads nowhere.
  if (
    answers.some(({ status, cnames }) => status === "records" || status === "nodata" || cnames.length > 0)
  ) {
    return true;
  }
  return answers.some(({ status }) => status === "nxdomain") ? false : null;
}
