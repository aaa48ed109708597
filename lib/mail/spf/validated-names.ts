import { isAtOrBelow } from "#lib/values/dns-name.ts";
import { reverseName } from "#lib/values/ip-address.ts";
import { addressType, matchesAny } from "./match-address.ts";
import type { Stop } from "./outcome.ts";
import { isStop, type Session } from "./session.ts";
import { lookupName } from "./target-name.ts";

export interface ReverseNames {
  /** Names that the address maps to and that map back to it, in the order of the answer. */
  readonly validated: readonly string[];
  /** The PTR look-up found nothing (not: failed). */
  readonly void: boolean;
}

/**
 * The validated domain names of the client (RFC 7208 5.5). A failed PTR look-up gives none, a name whose
 * addresses cannot be looked up is skipped; only the first ten names are looked at (4.6.4).
 */
export async function validatedNames(domain: string, session: Session): Promise<ReverseNames | Stop> {
  const { ip, limits } = session;
  const names = await session.tryFetch(domain, reverseName(ip), "PTR");
  if (names === null) return { validated: [], void: false };
  if (isStop(names)) return names;
  const considered = names.slice(0, limits.ptrNames);
  const addresses = await Promise.all(
    considered.map(name => session.tryFetch(domain, name, addressType(ip))),
  );
  const late = addresses.find(isStop);
  if (late !== undefined) return late;
  const validated = considered.filter((_, index) => {
    const found = addresses[index];
    return (
      found !== null && found !== undefined && !isStop(found) && matchesAny(ip, found, ip.bytes.length * 8)
    );
  });
  return { validated, void: names.length === 0 };
}

/**
 * The value of `%{p}` (RFC 7208 7.3): the <domain> itself if it is validated, else a validated name below it,
 * else any; "unknown" where there is none.
 */
export function nameForMacro(validated: readonly string[], domain: string): string {
  const wanted = lookupName(domain);
  return (
    validated.find(name => name === wanted) ??
    validated.find(name => isAtOrBelow(name, wanted)) ??
    validated[0] ??
    "unknown"
  );
}
