import type { ListFamily, ListRow } from "#lib/mail/dnsbl/index.ts";
import { checkEntry } from "#lib/mail/dnsbl/index.ts";
import { recogniseProvider } from "#lib/mail/mx/provider.ts";
import { recogniseService } from "#lib/mail/spf/services.ts";
import { recordsOf } from "#lib/dns/answer.ts";
import type { Resolver } from "#lib/dns/resolver.ts";
import { parseIpAddress, reverseName } from "#lib/values/ip-address.ts";
import type { ProbeContext } from "../define-probe.ts";
import { defineProbe, gathered } from "../define-probe.ts";
import type { Gathered } from "../finding.ts";
import type { CandidateAddress } from "../sending-addresses.ts";
import { candidateAddresses } from "../sending-addresses.ts";

export interface BlocklistsEvidence {
  /** Addresses that were asked about, the surest sender first, and what each list said. */
  readonly addresses: Gathered<readonly CheckedAddress[]>;
  /** What each domain list said about the domain. */
  readonly domain: readonly ListRow[];
}

export interface CheckedAddress extends CandidateAddress {
  readonly rows: readonly ListRow[];
}

export const blocklistsProbe = defineProbe({
  id: "blocklists",
  async gather(context) {
    const { domain, blocklists, resolver } = context;
    // The lists prove themselves while the addresses are still being found.
    for (const list of blocklists.lists) void blocklists.health.check(list, resolver);
    const [domainRows, addresses] = await Promise.all([
      ask(context, domain, "domain"),
      checkAddresses(context),
    ]);
    return gathered({ domain: domainRows, addresses });
  },
});

async function checkAddresses(context: ProbeContext): Promise<BlocklistsEvidence["addresses"]> {
  const [spf, hosts] = await Promise.all([context.use("spf"), context.use("hosts")]);
  const candidates = candidateAddresses({ spf, hosts, hints: context.hints });
  if (!candidates.ok) return candidates;
  const checked = candidates.value.map(async candidate => {
    const family = parseIpAddress(candidate.address)?.family === 6 ? "ipv6" : "ipv4";
    const [rows, provider] = await Promise.all([
      ask(context, candidate.address, family),
      ownerOf(candidate, context.resolver),
    ]);
    return { ...candidate, provider, rows };
  });
  return gathered(await Promise.all(checked));
}

/**
 * The provider whose server a given address is, by its reverse name: then the provider has to ask for removal. A
 * name that cannot be looked up leaves the owner open.
 */
async function ownerOf({ address, role }: CandidateAddress, resolver: Resolver): Promise<string | null> {
  const parsed = parseIpAddress(address);
  if (parsed === null || (role !== "given" && role !== "bounce")) return null;
  const names = recordsOf(await resolver.lookup(reverseName(parsed), "PTR"));
  const owners = names.map(name => recogniseProvider(name)?.name ?? recogniseService(name)?.name ?? null);
  return owners.find(owner => owner !== null) ?? null;
}

const ask = ({ blocklists, resolver }: ProbeContext, entry: string, family: ListFamily): Promise<ListRow[]> =>
  Promise.all(
    blocklists.lists
      .filter(list => list.families.includes(family))
      .map(list => checkEntry(list, entry, resolver, blocklists.health)),
  );
