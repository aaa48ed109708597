import type { Answer } from "#lib/dns/answer.ts";
import { isFailure, recordsOf } from "#lib/dns/answer.ts";
import type { Resolver } from "#lib/dns/resolver.ts";
import { parseHostName } from "#lib/values/domain-name.ts";
import { type IpAddress, parseIpAddress } from "#lib/values/ip-address.ts";
import { specialUseSuffix } from "#lib/values/special-use-names.ts";

/** A host and the addresses it may be reached at, all of them checked. */
export interface EgressTarget {
  readonly host: string;
  /** IPv4 first. */
  readonly addresses: readonly IpAddress[];
}

export type TargetProblem = "forbidden-url" | "dns-failed" | "no-address" | "forbidden-address";

/**
 * Resolves the host of a URL once, through our resolver. One address that is not allowed spoils the host: it
 * may not be chosen by chance or by a second lookup.
 */
export async function resolveTarget(
  url: URL,
  resolver: Resolver,
  isAllowed: (address: IpAddress) => boolean,
): Promise<{ readonly target: EgressTarget } | { readonly problem: TargetProblem }> {
  const host = allowedHost(url);
  if (host === null) return { problem: "forbidden-url" };
  const [a, aaaa] = await Promise.all([resolver.lookup(host, "A"), resolver.lookup(host, "AAAA")]);
  const texts = [...recordsOf(a), ...recordsOf(aaaa)];
  const addresses = texts.map(parseIpAddress).filter(address => address !== null);
  if (addresses.length < texts.length) return { problem: "forbidden-address" };
  if (addresses.some(address => !isAllowed(address))) return { problem: "forbidden-address" };
  if (addresses.length > 0) return { target: { host, addresses } };
  return { problem: hasFailed(a) || hasFailed(aaaa) ? "dns-failed" : "no-address" };
}

const hasFailed = (answer: Answer): boolean => isFailure(answer);

/**
 * The host of a URL that may be fetched, or null. `URL` has already turned decimal, octal, hexadecimal and short
 * forms of IPv4 addresses into dotted text, so that one test finds them all.
 */
function allowedHost(url: URL): string | null {
  if (url.protocol !== "https:" || url.port !== "" || url.username !== "" || url.password !== "") return null;
  const parsed = parseHostName(url.hostname);
  if (!parsed.ok || !parsed.value.includes(".")) return null;
  const host = parsed.value;
  const topLevel = host.slice(host.lastIndexOf(".") + 1);
  // A name whose last label is a number is an address to some resolver libraries.
  if (parseIpAddress(host) !== null || /^(?:\d+|0x[0-9a-f]*)$/u.test(topLevel)) return null;
  return specialUseSuffix(host) === null ? host : null;
}
