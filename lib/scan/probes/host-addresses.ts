import type { Answer } from "#lib/dns/answer.ts";
import { isFailure, recordsOf } from "#lib/dns/answer.ts";
import type { Resolver } from "#lib/dns/resolver.ts";
import { dnsFailed, gathered } from "../define-probe.ts";
import type { Gathered } from "../finding.ts";

/** The addresses of one host, each family known or not for itself. */
export interface HostAddresses {
  readonly a: Gathered<readonly string[]>;
  readonly aaaa: Gathered<readonly string[]>;
  /** Where the CNAME chain of the host ends, or null for a host that is no alias. */
  readonly alias: string | null;
  /** Ids of the lookups made. */
  readonly lookups: readonly string[];
}

/** Asks both address families at once. */
export async function lookUpAddresses(resolver: Resolver, host: string): Promise<HostAddresses> {
  const [a, aaaa] = await Promise.all([resolver.lookup(host, "A"), resolver.lookup(host, "AAAA")]);
  return {
    a: addressesIn(a),
    aaaa: addressesIn(aaaa),
    alias: a.cnames.at(-1) ?? aaaa.cnames.at(-1) ?? null,
    lookups: [a.id, aaaa.id],
  };
}

/** The addresses that are known, IPv4 first; a family that could not be asked adds none. */
export const knownAddresses = ({ a, aaaa }: Pick<HostAddresses, "a" | "aaaa">): readonly string[] => [
  ...(a.ok ? a.value : []),
  ...(aaaa.ok ? aaaa.value : []),
];

/** All addresses, which needs both families answered unless one of them already has some. */
export function allAddresses(host: Pick<HostAddresses, "a" | "aaaa">): Gathered<readonly string[]> {
  const known = knownAddresses(host);
  if (known.length > 0) return gathered(known);
  if (!host.a.ok) return host.a;
  return host.aaaa.ok ? gathered([]) : host.aaaa;
}

const addressesIn = <Type extends "A" | "AAAA">(answer: Answer<Type>): Gathered<readonly string[]> =>
  isFailure(answer) ? dnsFailed(answer) : gathered(recordsOf(answer));
