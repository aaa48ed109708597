import { type MailProvider, recogniseProvider } from "./provider.ts";

/** One mail host by the name it is known under: its own, or the one its alias leads to. */
export interface NamedHost {
  readonly host: string;
  readonly alias: string | null;
}

export interface ProviderHosts {
  readonly provider: MailProvider;
  readonly hosts: readonly string[];
}

/** Who runs the mail hosts of a domain. */
export interface ProviderSet {
  /** In the order of the hosts; every provider once. Names that no mail should be sent to are not in it. */
  readonly providers: readonly ProviderHosts[];
  /** Hosts under names that no mail should be sent to. */
  readonly special: readonly { readonly provider: MailProvider; readonly host: string }[];
  readonly unknown: readonly string[];
}

/** Sorts the mail hosts of a domain by who runs them. */
export function providerSet(hosts: readonly NamedHost[]): ProviderSet {
  const providers = new Map<string, { provider: MailProvider; hosts: string[] }>();
  const special: { provider: MailProvider; host: string }[] = [];
  const unknown: string[] = [];
  for (const { host, alias } of hosts) {
    const provider = recogniseProvider(host) ?? (alias === null ? null : recogniseProvider(alias));
    if (provider === null) unknown.push(host);
    else if (provider.type === "special") special.push({ provider, host });
    else {
      const known = providers.get(provider.id) ?? { provider, hosts: [] };
      providers.set(provider.id, known);
      known.hosts.push(host);
    }
  }
  return { providers: [...providers.values()], special, unknown };
}

/**
 * What several providers in one set mean. `migration`: two of them keep mailboxes, so each gets a part of the
 * mail. `bypass`: mail can go round the filter. `gateways`: two filters.
 */
export type Mixture = "migration" | "bypass" | "gateways";

/** Null for one provider or none. */
export function mixtureOf({ providers }: ProviderSet): Mixture | null {
  if (providers.length < 2) return null;
  const gateways = providers.filter(({ provider }) => provider.type === "gateway").length;
  if (gateways === 0 || providers.length - gateways > 1) return "migration";
  return gateways === providers.length ? "gateways" : "bypass";
}
