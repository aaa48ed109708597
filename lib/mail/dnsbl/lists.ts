import data from "../../../data/dnsbls.json" with { type: "json" };

/** What one answer code of a list means. Either a range of addresses or a bit of the last octet. */
export type ListCode = {
  readonly result: "listed" | "informational" | "refused";
  readonly meaning: string;
} & ({ readonly from: string; readonly to: string } | { readonly bit: number });

export type ListFamily = "ipv4" | "ipv6" | "domain";

/** A DNS blocklist and how to read it; the facts and their sources are in data/dnsbls.json. */
export interface Blocklist {
  readonly id: string;
  readonly name: string;
  readonly zone: string;
  readonly families: readonly ListFamily[];
  readonly byDefault: boolean;
  /** 0 to 10: how many receivers act on it. Below 2 a listing is context only. */
  readonly weight: number;
  /** Environment variable that holds the access key, null for a list that needs none. */
  readonly key: string | null;
  /** The operator says that an unknown code is not a listing. */
  readonly otherCodesAreRefusals: boolean;
  readonly codes: readonly ListCode[];
  /** Entries that must be listed while the list is alive: addresses or names. */
  readonly positiveProbes: readonly string[];
  /** Entries that must not be. */
  readonly negativeProbes: readonly string[];
  /** The negative entry answers with an allow code here, which is as good as no answer. */
  readonly negativeMayBeInformational?: boolean;
  readonly access: string;
  readonly publicResolvers: string;
  readonly lookupUrl: string;
  readonly delist: string;
  readonly usedBy: string;
}

/** A list that is never asked: gone, or known to list the world. */
export interface ClosedList {
  readonly id: string;
  readonly name: string;
  readonly zones: readonly string[];
  readonly status: string;
  readonly why: string;
}

// The shape of the data file is held to these types by tests/unit/mail/dnsbl/lists.test.ts.
export const BLOCKLISTS = data.queryable as readonly Blocklist[];
export const CLOSED_LISTS: readonly ClosedList[] = data.closed;

/** The lists asked when nobody chose others. */
export const DEFAULT_LISTS = BLOCKLISTS.filter(list => list.byDefault);

export const blocklistById = (id: string): Blocklist | undefined => BLOCKLISTS.find(list => list.id === id);
