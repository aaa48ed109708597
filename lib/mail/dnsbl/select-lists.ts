import type { Blocklist } from "./lists.ts";
import { BLOCKLISTS, DEFAULT_LISTS } from "./lists.ts";

/** Keyed lists that take the place of a public mirror: they answer any resolver, the mirrors do not. */
const KEYED_TWINS: Readonly<Record<string, string>> = {
  "spamhaus-zen": "spamhaus-dqs-zen",
  "spamhaus-dbl": "spamhaus-dqs-dbl",
};

/** Keyed lists asked as soon as their key is there. */
const ADDED_WITH_KEY: readonly string[] = ["abusix", "abusix-dblack"];

export interface ListSelection {
  /** Names of the environment variables that hold a key. */
  readonly keys: ReadonlySet<string>;
  /** Ids of further lists that somebody chose. */
  readonly added: readonly string[];
}

/**
 * The lists that a scan asks: the default ones, keyed twins in place of public mirrors where there is a key, and
 * what was chosen beside them. A list whose key is missing is never asked.
 */
export function selectLists({ keys, added }: ListSelection): readonly Blocklist[] {
  const hasKey = (list: Blocklist): boolean => list.key === null || keys.has(list.key);
  const byId = new Map(BLOCKLISTS.map(list => [list.id, list]));
  const chosen = [...DEFAULT_LISTS.map(list => list.id), ...ADDED_WITH_KEY, ...added];
  const usable = chosen.flatMap(id => {
    const twin = byId.get(KEYED_TWINS[id] ?? "");
    if (twin !== undefined && hasKey(twin)) return [twin];
    const list = byId.get(id);
    return list !== undefined && hasKey(list) ? [list] : [];
  });
  return [...new Map(usable.map(list => [list.id, list])).values()];
}
