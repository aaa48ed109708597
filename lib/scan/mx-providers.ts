import { isLabelFor, microsoftTenantLabel } from "#lib/mail/mx/microsoft-tenant.ts";
import type { MailProvider } from "#lib/mail/mx/provider.ts";
import { type Mixture, mixtureOf, type ProviderSet } from "#lib/mail/mx/provider-set.ts";
import type { MailHost } from "./probes/hosts.ts";

/** One provider that takes the mail. */
export type Provided = {
  /** `provider_id` of data/mx-providers.json. */
  readonly provider: string;
  readonly name: string;
  readonly type: string;
  readonly hosts: readonly string[];
};

export type Mixed = {
  readonly domain: string;
  readonly kind: Mixture;
  readonly names: readonly string[];
  /** The records by which mail can go round a filter. */
  readonly direct: readonly { readonly host: string; readonly preference: number }[];
};

/** A host under a name that no mail should be sent to. */
export type Misled = {
  readonly domain: string;
  readonly host: string;
  readonly preference: number;
  readonly name: string;
  readonly othersWork: boolean;
};

/** A Microsoft 365 host made for another domain. */
export type Foreign = { readonly domain: string; readonly host: string; readonly label: string };

/** Who takes the mail: one provider, several side by side, or servers that no table knows. */
export function whoTakesMail(domain: string, set: ProviderSet, hosts: readonly MailHost[]) {
  const kind = mixtureOf(set);
  if (kind !== null) {
    const names = set.providers.map(({ provider }) => provider.name);
    const around = set.providers
      .filter(({ provider }) => provider.type !== "gateway")
      .flatMap(one => one.hosts);
    const direct = hosts.flatMap(({ host, preference }) =>
      kind === "bypass" && around.includes(host) && preference !== null ? [{ host, preference }] : [],
    );
    const args: Mixed = { domain, kind, names, direct };
    return [{ outcome: "several-providers" as const, args }];
  }
  const odd = set.special.filter(({ provider }) => !MISCONFIGURED.test(provider.id));
  const [only] = [...set.providers, ...odd.map(({ provider, host }) => ({ provider, hosts: [host] }))];
  if (only !== undefined) {
    const { id: provider, name, type } = only.provider;
    const args: Provided = { provider, name, type, hosts: only.hosts };
    return [{ outcome: type === "gateway" ? ("gateway-in-front" as const) : ("identified" as const), args }];
  }
  return set.unknown.length > 0 ? [{ outcome: "self-hosted" as const, args: { hosts: set.unknown } }] : [];
}

const DEAD = /-dead$/u;
const MISCONFIGURED = /-dead$|^misconfig-/u;

/** Hosts of services that are gone, and names that were never mail servers. */
export function misledHosts(domain: string, set: ProviderSet, hosts: readonly MailHost[]) {
  return set.special
    .filter(({ provider }) => isHarmful(provider, hosts.length))
    .map(({ provider, host }) => {
      const preference = hosts.find(one => one.host === host)?.preference ?? 0;
      const othersWork = set.providers.length + set.unknown.length > 0;
      const args: Misled = { domain, host, preference, name: provider.name, othersWork };
      const code = DEAD.test(provider.id) ? ("dead-service" as const) : ("wrong-target" as const);
      return { outcome: code, args, subject: host };
    });
}

/** The record that proves a domain to Microsoft does no harm beside real servers. */
const isHarmful = (provider: MailProvider, hosts: number): boolean =>
  MISCONFIGURED.test(provider.id) && (provider.id !== "misconfig-msv1" || hosts === 1);

/** Microsoft 365 hosts that were made for another domain than this one. */
export function foreignHosts(domain: string, hosts: readonly MailHost[]) {
  return hosts.flatMap(({ host }) => {
    const label = microsoftTenantLabel(host);
    if (label === null || isLabelFor(label, domain)) return [];
    const args: Foreign = { domain, host, label };
    return [{ outcome: "foreign-tenant" as const, args, subject: host }];
  });
}
