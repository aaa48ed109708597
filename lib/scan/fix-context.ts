import { providerSet } from "#lib/mail/mx/provider-set.ts";
import { recogniseDnsProvider } from "./dns-provider.ts";
import type { GatheredEvidence } from "./evidence.ts";
import type { FixContext } from "./finding.ts";

/** Who runs the domain's mail and zone, as far as the evidence tells; the words of a fix depend on it. */
export function fixContext(
  domain: string,
  { hosts, nameServers, profile }: Pick<GatheredEvidence, "hosts" | "nameServers" | "profile">,
): FixContext {
  const servers = nameServers.ok ? nameServers.value.servers.map(({ host }) => host) : [];
  return {
    domain,
    mailProvider: mailProviderOf(hosts),
    dnsProvider: recogniseDnsProvider(servers)?.id ?? null,
    sends: profile.ok ? profile.value.sends : null,
  };
}

/** The one provider that all known hosts belong to; of a filter with mailboxes behind it, the mailboxes. */
function mailProviderOf(hosts: GatheredEvidence["hosts"]): string | null {
  if (!hosts.ok) return null;
  const { providers } = providerSet(hosts.value.hosts);
  const mailboxes = providers.filter(({ provider }) => provider.type !== "gateway");
  const [only] = mailboxes.length === 0 ? providers : mailboxes;
  return providers.length - mailboxes.length > 1 || mailboxes.length > 1 ? null : (only?.provider.id ?? null);
}
