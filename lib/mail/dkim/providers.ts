import table from "../../../data/dkim-selectors.json" with { type: "json" };

/** Somebody who signs mail for others, and the selectors they use. */
export interface DkimProvider {
  /** Equal to the ids of data/mx-providers.json and data/spf-services.json. */
  readonly id: string;
  readonly name: string;
}

/** Selectors worth asking for at any domain: providers' fixed names first, then generic ones. */
export const COMMON_SELECTORS: readonly string[] = [
  ...table.probe_tiers.tier1_fixed_names,
  ...table.probe_tiers.tier2_generic,
];

/** The selectors that these providers are known to use, current ones first. Unknown ids add none. */
export const selectorsOf = (providerIds: readonly string[]): readonly string[] => {
  const found = providerIds.flatMap(id => ENTRIES.filter(entry => entry.id === id));
  return [
    ...found.flatMap(entry => entry.selectors),
    ...found.flatMap(entry => entry.legacy_selectors ?? []),
  ];
};

/**
 * The provider behind a selector that is an alias: the CNAME target says whose key it is, by whole labels, the
 * longest match on the first hop that matches. The name of the selector decides between equals only.
 */
export function providerOfAlias(cnames: readonly string[], selector: string): DkimProvider | null {
  for (const target of cnames) {
    const matches = ENTRIES.flatMap(entry => {
      const lengths = entry.cname_suffixes
        .filter(suffix => isBelow(target, suffix))
        .map(({ length }) => length);
      return lengths.length === 0 ? [] : [{ entry, length: Math.max(...lengths) }];
    });
    const longest = Math.max(...matches.map(({ length }) => length));
    const best = matches.filter(({ length }) => length === longest).map(({ entry }) => entry);
    const chosen = best.find(entry => entry.selectors.includes(selector)) ?? best[0];
    if (chosen !== undefined) return { id: chosen.id, name: chosen.name };
  }
  return null;
}

/** How a provider has its keys published. */
export interface SigningSetup extends DkimProvider {
  /** Its usual selectors; empty when every customer gets their own. */
  readonly selectors: readonly string[];
  readonly record: "CNAME" | "TXT" | "either";
}

/** How the provider of that id has its keys published; null for one that the table does not know. */
export function setupOf(providerId: string | null): SigningSetup | null {
  const entry = ENTRIES.find(({ id }) => id === providerId);
  if (entry === undefined) return null;
  const { id, name, selectors, record } = entry;
  return { id, name, selectors, record: record === "CNAME" || record === "TXT" ? record : "either" };
}

interface Entry extends DkimProvider {
  readonly selectors: readonly string[];
  readonly legacy_selectors?: readonly string[];
  readonly record: string;
  readonly cname_suffixes: readonly string[];
}

const ENTRIES: readonly Entry[] = table.providers;

const isBelow = (name: string, suffix: string): boolean => name === suffix || name.endsWith(`.${suffix}`);
