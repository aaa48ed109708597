import { isFailure } from "#lib/dns/answer.ts";
import type { Answer } from "#lib/dns/answer.ts";
import { defineProbe, dnsFailed, gathered } from "../define-probe.ts";

/** Whether the name is there at all, and what stands at it. */
export interface DomainEvidence {
  readonly exists: boolean;
  /** Lower-case primary name server of the enclosing zone, where the SOA was given. */
  readonly primaryServer: string | null;
  readonly serial: number | null;
}

export const domainProbe = defineProbe({
  id: "domain",
  async gather({ domain, resolver }) {
    const soa: Answer<"SOA"> = await resolver.lookup(domain, "SOA");
    if (isFailure(soa)) return dnsFailed(soa);
    const record = soa.status === "records" ? soa.records[0] : undefined;
    return gathered({
      exists: soa.status !== "nxdomain",
      primaryServer: record?.primary ?? null,
      serial: record?.serial ?? null,
    });
  },
});
