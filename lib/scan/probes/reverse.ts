import type { FailedAnswer } from "#lib/dns/answer.ts";
import { isFailure, recordsOf } from "#lib/dns/answer.ts";
import type { Resolver } from "#lib/dns/resolver.ts";
import { type IpAddress, parseIpAddress, reverseName } from "#lib/values/ip-address.ts";
import { defineProbe, dnsFailed, gathered } from "../define-probe.ts";
import type { Gathered } from "../finding.ts";
import { isPublicAddress } from "../public-address.ts";
import { knownAddresses } from "./host-addresses.ts";

/** The names an address claims, and which of them confirm it. */
export interface ReverseEntry {
  readonly address: string;
  /** The mail host that has the address. */
  readonly host: string;
  readonly reverseName: string;
  /** Names in the PTR records. */
  readonly names: Gathered<readonly string[]>;
  /** The first name whose own addresses contain this one; null when none does. */
  readonly confirmedBy: Gathered<string | null>;
}

export interface ReverseEvidence {
  readonly addresses: readonly ReverseEntry[];
}

/** Our own politeness: addresses looked up backwards, and names followed forwards for each. */
const MOST_ADDRESSES = 16;
const MOST_NAMES = 5;

export const reverseProbe = defineProbe({
  id: "reverse",
  async gather({ resolver, use }) {
    const hosts = await use("hosts");
    if (!hosts.ok) return hosts;
    const owners = new Map<string, string>();
    for (const host of hosts.value.hosts) {
      for (const address of knownAddresses(host)) {
        if (!owners.has(address) && isPublicAddress(address)) owners.set(address, host.host);
      }
    }
    const asked = [...owners].slice(0, MOST_ADDRESSES);
    const entries = asked.map(([text, host]) => {
      const address = parseIpAddress(text);
      return address === null ? null : lookUpReverse(resolver, address, host);
    });
    return gathered({ addresses: (await Promise.all(entries)).filter(entry => entry !== null) });
  },
});

/** Address to names, and each name back to addresses (forward-confirmed reverse DNS). */
export async function lookUpReverse(
  resolver: Resolver,
  address: IpAddress,
  host: string,
): Promise<ReverseEntry> {
  const name = reverseName(address);
  const about = { address: address.text, host, reverseName: name };
  const answer = await resolver.lookup(name, "PTR");
  if (isFailure(answer)) return { ...about, names: dnsFailed(answer), confirmedBy: dnsFailed(answer) };
  const names = recordsOf(answer);
  const confirmedBy = await findConfirming(resolver, address, names.slice(0, MOST_NAMES));
  return { ...about, names: gathered(names), confirmedBy };
}

async function findConfirming(
  resolver: Resolver,
  address: IpAddress,
  names: readonly string[],
): Promise<Gathered<string | null>> {
  const type = address.family === 4 ? "A" : "AAAA";
  const answers = await Promise.all(names.map(name => resolver.lookup(name, type)));
  const confirming = answers.find(answer =>
    recordsOf(answer).some(text => parseIpAddress(text)?.text === address.text),
  );
  if (confirming !== undefined) return gathered(confirming.name);
  const failed: FailedAnswer[] = answers.filter(isFailure);
  return failed.length > 0 ? dnsFailed(...failed) : gathered(null);
}
