import { liveResolver } from "#lib/dns/resolvers/live.ts";
import type { DnsServer } from "#lib/dns/transports/server.ts";
import { checkEntry, createListHealthCache, type ListFamily, type ListRow } from "#lib/mail/dnsbl/index.ts";
import { parseIpAddress } from "#lib/values/ip-address.ts";
import type { Clock } from "#lib/values/clock.ts";
import { type BlocklistAccess, listsFor, withKeys } from "./blocklist-access.ts";

export interface ListLookupOptions {
  readonly servers: () => readonly DnsServer[];
  readonly blocklists: BlocklistAccess;
  readonly clock: Clock;
}

/** What every list says about one address or domain. Never rejects. */
export type ListLookup = (entry: string) => Promise<readonly ListRow[]>;

/** Looks single entries up outside a scan; which lists are alive is remembered between lookups. */
export function createListLookup({ servers, blocklists, clock }: ListLookupOptions): ListLookup {
  const health = createListHealthCache(clock);
  const lists = listsFor(blocklists);
  return entry => {
    const resolver = withKeys(liveResolver({ servers: servers(), clock }), blocklists);
    const family = familyOf(entry);
    const asked = lists.filter(list => list.families.includes(family));
    return Promise.all(asked.map(list => checkEntry(list, entry, resolver, health)));
  };
}

function familyOf(entry: string): ListFamily {
  const address = parseIpAddress(entry);
  if (address === null) return "domain";
  return address.family === 4 ? "ipv4" : "ipv6";
}
