import type { Resolver } from "#lib/dns/resolver.ts";
import { secretLabels } from "#lib/dns/resolvers/secret-labels.ts";
import { type Blocklist, selectLists } from "#lib/mail/dnsbl/index.ts";

/** Which blocklists are asked beside the default ones, and the keys to those that want one. */
export interface BlocklistAccess {
  readonly added: readonly string[];
  /** By the name of their environment variable. */
  readonly keys: ReadonlyMap<string, string>;
}

/** The lists that may be asked with these keys. */
export const listsFor = ({ keys, added }: BlocklistAccess): readonly Blocklist[] =>
  selectLists({ keys: new Set(keys.keys()), added });

/** The resolver that puts the keys into names, as the last step before the network. */
export const withKeys = (resolver: Resolver, { keys }: BlocklistAccess): Resolver =>
  secretLabels(resolver, new Map([...keys].flatMap(([variable, key]) => placeHolder(variable, key))));

/** The label that stands for a key in data/dnsbls.json. */
const PLACE_HOLDERS: Readonly<Record<string, string>> = {
  SPAMHAUS_DQS_KEY: "spamhaus-dqs-key",
  ABUSIX_KEY: "abusix-key",
};

const placeHolder = (variable: string, key: string): readonly [string, string][] => {
  const label = PLACE_HOLDERS[variable];
  return label === undefined ? [] : [[label, key]];
};
