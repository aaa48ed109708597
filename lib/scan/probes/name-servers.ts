import { getDomain } from "tldts";
import type { Answer } from "#lib/dns/answer.ts";
import { isFailure, recordsOf } from "#lib/dns/answer.ts";
import type { Resolver } from "#lib/dns/resolver.ts";
import { defineProbe, dnsFailed, gathered } from "../define-probe.ts";
import type { Gathered } from "../finding.ts";
import { isPublicAddress } from "../public-address.ts";
import { type DirectAnswers, askDirectly } from "./direct-answers.ts";
import { allAddresses, lookUpAddresses } from "./host-addresses.ts";

/** One name server of the zone, asked directly. */
export interface NameServer {
  readonly host: string;
  /** A public address where there is one, else any; null for a host that provably has none. */
  readonly address: Gathered<string | null>;
  /** Null when there was no public address to ask. */
  readonly answers: DirectAnswers | null;
}

export interface NameServersEvidence {
  /** The zone that holds the domain: the domain itself, or a name above it. */
  readonly zone: string;
  readonly servers: readonly NameServer[];
  /** Name servers beyond the most that one scan asks. */
  readonly more: number;
}

/** Our own politeness: name servers asked directly, four questions each. */
const MOST_SERVERS = 8;

export const nameServersProbe = defineProbe({
  id: "nameServers",
  async gather({ domain, resolver }) {
    const found = await findZone(resolver, domain);
    if (!found.ok) return found;
    const { zone, hosts } = found.value;
    const asked = hosts.slice(0, MOST_SERVERS).map(async (host): Promise<NameServer> => {
      const addresses = allAddresses(await lookUpAddresses(resolver, host));
      if (!addresses.ok) return { host, address: addresses, answers: null };
      const address = addresses.value.find(isPublicAddress);
      if (address === undefined)
        return { host, address: gathered(addresses.value[0] ?? null), answers: null };
      return { host, address: gathered(address), answers: await askDirectly(resolver, domain, address) };
    });
    const servers = await Promise.all(asked);
    return gathered({ zone, servers, more: Math.max(0, hosts.length - MOST_SERVERS) });
  },
});

/** The nearest name at or above the domain that has NS records; names up to the registrable one are asked. */
async function findZone(
  resolver: Resolver,
  domain: string,
): Promise<Gathered<{ readonly zone: string; readonly hosts: readonly string[] }>> {
  const answers = await Promise.all(candidates(domain).map(name => resolver.lookup(name, "NS")));
  for (const answer of answers) {
    if (isFailure(answer)) return dnsFailed(answer);
    if (answer.status === "records") return gathered({ zone: answer.name, hosts: sortedHosts(answer) });
  }
  return gathered({ zone: domain, hosts: [] });
}

const sortedHosts = (answer: Answer<"NS">): readonly string[] => [...new Set(recordsOf(answer))].toSorted();

function candidates(domain: string): readonly string[] {
  const top = getDomain(domain, { allowPrivateDomains: true }) ?? domain;
  const labels = domain.split(".");
  const depth = labels.length - top.split(".").length;
  return Array.from({ length: depth + 1 }, (_, at) => labels.slice(at).join("."));
}
