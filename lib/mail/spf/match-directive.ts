import { isAtOrBelow } from "#lib/values/dns-name.ts";
import { contains, type IpAddress } from "#lib/values/ip-address.ts";
import { addressType, matchesAny } from "./match-address.ts";
import type { Stop } from "./outcome.ts";
import { permerror } from "./outcome.ts";
import type { Directive } from "./record.ts";
import { isStop, type Session } from "./session.ts";
import { validatedNames } from "./validated-names.ts";

/**
 * RFC 7208 4.6.2: a mechanism matches, does not match, or returns an exception. "void" is a mechanism that
 * does not match because its look-up found nothing at all (4.6.4).
 */
export type Match = "match" | "no-match" | "void" | Stop;

export const isStopped = (match: Match): match is Stop => typeof match === "object";

const matchIf = (matches: boolean): Match => (matches ? "match" : "no-match");

/** The mechanisms that need no look-up (RFC 7208 5.1, 5.6). */
export const matchClient = (
  directive: Extract<Directive, { name: "all" | "ip4" | "ip6" }>,
  ip: IpAddress,
): Match => (directive.name === "all" ? "match" : matchIf(contains(directive.block, ip)));

/**
 * The mechanisms that look something up, `include` apart. `name` is the <target-name> in the resolver's
 * spelling; look-ups are made on behalf of the record of `domain`.
 */
export async function matchTarget(
  directive: Extract<Directive, { name: "a" | "mx" | "ptr" | "exists" }>,
  name: string,
  domain: string,
  session: Session,
): Promise<Match> {
  switch (directive.name) {
    case "exists":
      return matchExists(name, domain, session);
    case "ptr":
      return matchPtr(name, domain, session);
    case "a":
      return matchA(name, prefixFor(directive, session.ip), domain, session);
    case "mx":
      return matchMx(directive.text, name, prefixFor(directive, session.ip), domain, session);
  }
}

/** The prefix length of the client's family, the whole address by default (RFC 7208 5). */
const prefixFor = (
  directive: { readonly prefix4: number | null; readonly prefix6: number | null },
  ip: IpAddress,
): number => (ip.family === 4 ? (directive.prefix4 ?? 32) : (directive.prefix6 ?? 128));

/** RFC 7208 5.7: an A query "even when the connection type is IPv6"; any record matches. */
async function matchExists(name: string, domain: string, session: Session): Promise<Match> {
  const found = await session.fetch(domain, name, "A");
  if (isStop(found)) return found;
  return found.length > 0 ? "match" : "void";
}

/** RFC 7208 5.3. */
async function matchA(name: string, prefix: number, domain: string, session: Session): Promise<Match> {
  const found = await session.fetch(domain, name, addressType(session.ip));
  if (isStop(found)) return found;
  return found.length > 0 ? matchIf(matchesAny(session.ip, found, prefix)) : "void";
}

/** RFC 7208 5.4: addresses of the MX hosts; no implicit MX where there is none. */
async function matchMx(
  term: string,
  name: string,
  prefix: number,
  domain: string,
  session: Session,
): Promise<Match> {
  const { ip, limits } = session;
  const records = await session.fetch(domain, name, "MX");
  if (isStop(records)) return records;
  if (records.length === 0) return "void";
  // RFC 7208 4.6.4. Decided before any address is looked at: MX records come in no order that would make it
  // fair to let some of the hosts match and not the others.
  if (records.length > limits.mxNames) return permerror({ code: "mx-limit", domain, term });
  const hosts = records.toSorted((one, other) => one.preference - other.preference).map(one => one.exchange);
  // A null MX (RFC 7505) names no host.
  const named = hosts.filter(host => host !== ".");
  const addresses = await Promise.all(named.map(host => session.fetch(domain, host, addressType(ip))));
  for (const found of addresses) {
    if (isStop(found)) return found;
    if (matchesAny(ip, found, prefix)) return "match";
  }
  return "no-match";
}

/**
 * RFC 7208 5.5: a validated name is the target or lies below it. (The list that closes that section has it the
 * wrong way round; its first half, its example and the errata agree on this reading.)
 */
async function matchPtr(target: string, domain: string, session: Session): Promise<Match> {
  const names = await validatedNames(domain, session);
  if ("kind" in names) return names;
  if (names.void) return "void";
  return matchIf(names.validated.some(name => isAtOrBelow(name, target)));
}
