import { reachedTerms } from "#lib/mail/spf/analysis/tree.ts";
import { recogniseProvider } from "#lib/mail/mx/provider.ts";
import { parseIpAddress } from "#lib/values/ip-address.ts";
import type { EntryRole } from "./blocklist-outcomes.ts";
import type { ScanHints } from "./define-probe.ts";
import type { Gathered } from "./finding.ts";
import { knownAddresses } from "./probes/host-addresses.ts";
import type { HostsEvidence } from "./probes/hosts.ts";
import type { SpfEvidence } from "./probes/spf.ts";
import { isPublicAddress } from "./public-address.ts";

/** An address worth asking blocklists about. */
export interface CandidateAddress {
  readonly address: string;
  readonly role: Exclude<EntryRole, "domain">;
  /** The SPF term or mail host that names it; null for an address the asker gave. */
  readonly via: string | null;
  /** The mail provider that owns it, when it is known to be shared. */
  readonly provider: string | null;
}

export interface AddressSources {
  readonly hints: ScanHints;
  readonly spf: Gathered<SpfEvidence>;
  readonly hosts: Gathered<HostsEvidence>;
}

/** Our own politeness: addresses asked about in one scan, each at some twenty lists. */
const MOST_ADDRESSES = 6;

/**
 * The addresses that are known or said to send for the domain, the surest first: what the asker gave, what the
 * domain's own SPF record names singly, and last the domain's own mail servers. Servers of shared providers are
 * left out, for their listings are not the domain's doing. Private addresses never leave the house.
 */
export function candidateAddresses({
  hints,
  spf,
  hosts,
}: AddressSources): Gathered<readonly CandidateAddress[]> {
  const given = hints.sendingAddresses.map(address => candidate(address, "given", null));
  if (!spf.ok && given.length === 0) return spf;
  const all = [
    ...given,
    ...(spf.ok ? spfAddresses(spf.value) : []),
    ...(hosts.ok ? mxAddresses(hosts.value) : []),
  ];
  const byAddress = new Map<string, CandidateAddress>();
  for (const one of all) {
    const address = parseIpAddress(one.address)?.text;
    if (address === undefined || byAddress.has(address) || !isPublicAddress(address)) continue;
    byAddress.set(address, { ...one, address });
  }
  if (byAddress.size === 0 && !hosts.ok) return hosts;
  return { ok: true, value: [...byAddress.values()].slice(0, MOST_ADDRESSES) };
}

const candidate = (
  address: string,
  role: CandidateAddress["role"],
  via: string | null,
): CandidateAddress => ({
  address,
  role,
  via,
  provider: null,
});

/** Single addresses of the domain's own policy: ip4 and ip6 without a range, and what a and mx resolve to. */
function spfAddresses({ tree }: SpfEvidence): CandidateAddress[] {
  if (tree === null) return [];
  return [...reachedTerms(tree)].flatMap(({ term, node }) => {
    if (!node.own || term.qualifier !== "+") return [];
    const single = (address: string): boolean =>
      address.includes(":") ? (term.prefix6 ?? 128) === 128 : (term.prefix4 ?? 32) === 32;
    const addresses = term.found?.ok === true ? term.found.value.addresses : writtenAddress(term.text);
    const hosted = term.target === null ? null : recogniseProvider(term.target);
    if (hosted !== null) return [];
    return addresses.filter(single).map(address => candidate(address, "spf", term.text));
  });
}

/** The address in an ip4 or ip6 term. */
const writtenAddress = (term: string): string[] => {
  const written = /^\+?ip[46]:([^/]+)/iu.exec(term)?.[1];
  return written === undefined ? [] : [written];
};

const mxAddresses = ({ hosts }: HostsEvidence): CandidateAddress[] =>
  hosts
    .filter(({ host }) => recogniseProvider(host) === null)
    .flatMap(host => knownAddresses(host).map(address => candidate(address, "mx", host.host)));
