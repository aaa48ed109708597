import { isFailure, recordsOf } from "#lib/dns/answer.ts";
import { defineProbe, dnsFailed, gathered } from "../define-probe.ts";
import type { Gathered } from "../finding.ts";
import { type Security, securityOf, validates } from "./security.ts";

export interface DnssecEvidence {
  readonly security: Gathered<Security>;
  /** Whether the resolver that was asked validates. */
  readonly validating: boolean;
  /** Algorithm numbers of the DS records at exactly this name (IANA); empty where there are none. */
  readonly dsAlgorithms: Gathered<readonly number[]>;
}

export const dnssecProbe = defineProbe({
  id: "dnssec",
  async gather({ domain, resolver }) {
    const soa = resolver.lookup(domain, "SOA");
    const [security, validating, ds] = await Promise.all([
      soa.then(answer => securityOf(resolver, answer)),
      validates(resolver),
      resolver.lookup(domain, "DS"),
    ]);
    const algorithms = new Set(recordsOf(ds).map(({ algorithm }) => algorithm));
    return gathered({
      security,
      validating: validating || (security.ok && security.value.state !== "insecure"),
      dsAlgorithms: isFailure(ds) ? dnsFailed(ds) : gathered([...algorithms]),
    });
  },
});
