import type { Resolver } from "#lib/dns/resolver.ts";
import { discoverPolicy, governingRecord, type PolicyDiscovery } from "#lib/mail/dmarc/discover.ts";
import type { DmarcReading } from "#lib/mail/dmarc/reading.ts";
import { found, unanswered, unknown } from "./asked.ts";
import type { Asked, DmarcEvidence } from "./evidence.ts";

/** How domains are compared with that of the visible sender (RFC 9989 4.4). */
export interface Alignment {
  readonly policy: Asked<Omit<DmarcEvidence, "spfAligned">>;
  /** Whether the domain of a signature, or the one that SPF speaks for, counts for the visible sender. */
  readonly dkim: (domain: string) => Promise<Asked<boolean>>;
  readonly spf: (domain: string) => Promise<Asked<boolean>>;
}

/** Discovers the policy of the visible sender's domain, and compares others with it as its record asks. */
export async function discoverAlignment(from: string, resolver: Resolver): Promise<Alignment> {
  const discovery = await discoverPolicy(resolver, from);
  const { rfc9989 } = discovery;
  const record = governingRecord(rfc9989);
  const [adkim, aspf] = [record?.adkim ?? "r", record?.aspf ?? "r"] as const;
  const compare = (mode: "r" | "s") => async (domain: string) => {
    if (domain === from) return found(true);
    // What a record would ask for is not known where the record is not.
    if (!rfc9989.record.ok) return unanswered(rfc9989.record.failure);
    return mode === "s" ? found(false) : sameOrganization(discovery, domain, resolver);
  };
  return { policy: policyOf(rfc9989, { adkim, aspf }), dkim: compare(adkim), spf: compare(aspf) };
}

/** Of a sender that is not known, nothing can be aligned with it. */
export const NO_ALIGNMENT: Alignment = {
  policy: unknown("no-sender-domain"),
  dkim: async () => unknown("no-sender-domain"),
  spf: async () => unknown("no-sender-domain"),
};

/** Relaxed alignment: both have the same organizational domain (RFC 9989 4.10.2). */
async function sameOrganization(
  { rfc9989: { organizationalDomain } }: PolicyDiscovery,
  domain: string,
  resolver: Resolver,
): Promise<Asked<boolean>> {
  const other = (await discoverPolicy(resolver, domain)).rfc9989.organizationalDomain;
  if (!organizationalDomain.ok) return unanswered(organizationalDomain.failure);
  if (!other.ok) return unanswered(other.failure);
  return found(organizationalDomain.value === other.value);
}

function policyOf(
  { record, exact }: DmarcReading,
  modes: Pick<DmarcEvidence, "adkim" | "aspf">,
): Alignment["policy"] {
  if (!record.ok) return unanswered(record.failure);
  if (!exact.ok) return unanswered(exact.failure);
  return found({ recordAt: record.value?.domain ?? null, policy: exact.value.applied, ...modes });
}
