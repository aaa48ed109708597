import type { HostKind } from "#lib/mail/mx/host-kind.ts";
import { defineProbe, gathered } from "../define-probe.ts";
import { allAddresses, type HostAddresses, lookUpAddresses } from "./host-addresses.ts";
import type { MxEvidence } from "./mx.ts";

/** A host that takes mail for the domain, with its addresses. */
export interface MailHost extends HostAddresses {
  readonly host: string;
  /** Null for the domain itself, which takes its mail when it has no MX (RFC 5321 5.1). */
  readonly preference: number | null;
  readonly kind: HostKind;
}

export interface HostsEvidence {
  /** In the order in which senders try them. */
  readonly hosts: readonly MailHost[];
  /** Hosts beyond the most that one scan looks at. */
  readonly more: number;
}

/** Our own politeness: the mail hosts that one scan looks at. */
const MOST_HOSTS = 10;

export const hostsProbe = defineProbe({
  id: "hosts",
  async gather({ domain, resolver, use }) {
    const mx = await use("mx");
    if (!mx.ok) return mx;
    const wanted = isImplicit(mx.value)
      ? [{ host: domain, preference: null, kind: "name" as const }]
      : mx.value.hosts;
    const hosts = await Promise.all(
      wanted.slice(0, MOST_HOSTS).map(async one => ({ ...one, ...(await addressesOf(one)) })),
    );
    return gathered({ hosts: hosts.filter(isServer), more: Math.max(0, wanted.length - MOST_HOSTS) });

    async function addressesOf(one: { host: string; kind: HostKind }): Promise<HostAddresses> {
      return one.kind === "name" ? lookUpAddresses(resolver, one.host) : NO_ADDRESSES;
    }
  },
});

/** Without any MX the domain's own addresses take its mail; the null MX forbids that (RFC 7505 3). */
export const isImplicit = (mx: MxEvidence): boolean => mx.hosts.length === 0 && mx.nullPreference === null;

const NO_ADDRESSES: HostAddresses = { a: gathered([]), aaaa: gathered([]), alias: null, lookups: [] };

/** The domain itself is a mail host only where it has, or may have, an address. */
function isServer(one: MailHost): boolean {
  if (one.preference !== null) return true;
  const addresses = allAddresses(one);
  return !addresses.ok || addresses.value.length > 0;
}
