import table from "../../data/dns-providers.json" with { type: "json" };

/** A host of DNS zones. */
export interface DnsProvider {
  readonly id: string;
  readonly name: string;
  /** Where its customers edit records. */
  readonly edit: string;
}

/**
 * Who hosts a zone, by its name servers' names. Null when none of them is known, or when they belong to
 * different hosts: then records are edited somewhere we cannot name.
 */
export function recogniseDnsProvider(nameServers: readonly string[]): DnsProvider | null {
  const found = new Set(nameServers.map(providerOf));
  const [only = null] = found;
  return found.size === 1 ? only : null;
}

/** The provider of that id, or null. */
export const dnsProviderById = (id: string | null): DnsProvider | null =>
  PROVIDERS.find(provider => provider.id === id) ?? null;

const PROVIDERS: readonly (DnsProvider & { readonly ns: readonly string[] })[] = table.providers;

const PATTERNS = PROVIDERS.flatMap(provider =>
  provider.ns.map(pattern => ({ provider, labels: pattern.split(".").toReversed() })),
);

function providerOf(nameServer: string): DnsProvider | null {
  const labels = nameServer.split(".").toReversed();
  const fits = PATTERNS.find(
    pattern =>
      pattern.labels.length <= labels.length &&
      pattern.labels.every((wanted, at) => matchesLabel(wanted, labels[at] ?? "")),
  );
  return fits?.provider ?? null;
}

const matchesLabel = (wanted: string, label: string): boolean =>
  wanted.endsWith("*") ? label.startsWith(wanted.slice(0, -1)) : label === wanted;
