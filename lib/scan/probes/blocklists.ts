import type { ListFamily, ListRow } from "#lib/mail/dnsbl/index.ts";
import { checkEntry } from "#lib/mail/dnsbl/index.ts";
import { parseIpAddress } from "#lib/values/ip-address.ts";
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
    return { ...candidate, rows: await ask(context, candidate.address, family) };
  });
  return gathered(await Promise.all(checked));
}

const ask = ({ blocklists, resolver }: ProbeContext, entry: string, family: ListFamily): Promise<ListRow[]> =>
  Promise.all(
    blocklists.lists
      .filter(list => list.families.includes(family))
      .map(list => checkEntry(list, entry, resolver, blocklists.health)),
  );
