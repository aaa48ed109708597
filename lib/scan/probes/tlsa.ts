import { isAbsent, recordsOf } from "#lib/dns/answer.ts";
import type { Resolver } from "#lib/dns/resolver.ts";
import type { TlsaRecord } from "#lib/mail/dane/tlsa.ts";
import { defineProbe, gathered } from "../define-probe.ts";
import type { Gathered } from "../finding.ts";
import { type Security, securityOf } from "./security.ts";

/** The TLSA records of one mail host (RFC 7672). */
export interface TlsaHost {
  readonly host: string;
  /** Where they are: `_25._tcp.<host>`. */
  readonly name: string;
  readonly lookup: string;
  readonly records: readonly TlsaRecord[];
  /** Asked only where it matters: for records, and for a lookup that failed. */
  readonly security: Gathered<Security | null>;
}

export interface TlsaEvidence {
  readonly hosts: readonly TlsaHost[];
}

export const tlsaProbe = defineProbe({
  id: "tlsa",
  async gather({ resolver, use }) {
    const hosts = await use("hosts");
    if (!hosts.ok) return hosts;
    const named = hosts.value.hosts.filter(({ kind }) => kind === "name");
    return gathered({ hosts: await Promise.all(named.map(({ host }) => lookUpTlsa(resolver, host))) });
  },
});

async function lookUpTlsa(resolver: Resolver, host: string): Promise<TlsaHost> {
  const name = `_25._tcp.${host}`;
  const answer = await resolver.lookup(name, "TLSA");
  const security = isAbsent(answer) ? gathered(null) : await securityOf(resolver, answer);
  return { host, name, lookup: answer.id, records: recordsOf(answer), security };
}
