import { FATES } from "#lib/bounce/batch/batch-item.ts";
import { CAUSE_TITLES } from "#lib/bounce/cause-titles.ts";
import { providerName } from "#lib/bounce/provider.ts";
import { CAUSES } from "#lib/bounce/vocabulary.ts";
import { UNKNOWN_VALUE } from "#lib/services/batches/schemas.ts";
import type { BatchDimension, BatchFilter } from "#lib/services/batches/summarise.ts";
import { utcDate } from "../utc-words.ts";
import type { FilterView } from "./batch-view.ts";
import { FATE_WORDS } from "./fate-words.ts";

const NAMES: Readonly<Record<BatchDimension, string>> = {
  cause: "Cause",
  domain: "Domain",
  provider: "Mail system",
  code: "Code",
  day: "Day",
  fate: "Address",
};
const DIMENSIONS = Object.keys(NAMES).filter(isDimension);

function isDimension(name: string): name is BatchDimension {
  return Object.hasOwn(NAMES, name);
}

/** The filter in the address of a page, as the verbs take it. Of a repeated one the first counts. */
export function filterIn(
  search: Readonly<Record<string, string | readonly string[] | undefined>>,
): Record<string, string> {
  return Object.fromEntries(
    DIMENSIONS.flatMap(name => {
      const found = search[name];
      const value = typeof found === "string" ? found : found?.[0];
      return value === undefined || value === "" ? [] : [[name, value.slice(0, 320)]];
    }),
  );
}

/** The path of a page about a batch with this filter; null in it stands for "not known", undefined for any. */
export function filterPath(
  base: string,
  filter: Readonly<Partial<Record<BatchDimension, string | null | undefined>>>,
): string {
  const query = new URLSearchParams(
    DIMENSIONS.flatMap(name => {
      const value = filter[name];
      return value === undefined ? [] : [[name, value ?? UNKNOWN_VALUE]];
    }),
  );
  return query.size === 0 ? base : `${base}?${query}`;
}

/** The filters that are on, each with the page without it. */
export const viewFilters = (base: string, filter: BatchFilter): readonly FilterView[] =>
  DIMENSIONS.flatMap(name => {
    const value = filter[name];
    if (value === undefined) return [];
    return [
      {
        dimension: NAMES[name],
        value: valueWords(name, value),
        without: filterPath(base, { ...filter, [name]: undefined }),
      },
    ];
  });

/** One value of a dimension for people. */
export function valueWords(dimension: BatchDimension, value: string | null): string {
  if (value === null) return dimension === "provider" ? "not recognised" : "not named";
  if (dimension === "provider") return providerName(value);
  if (dimension === "day") return /^\d{4}-\d\d-\d\d$/.test(value) ? utcDate(value) : value;
  if (dimension === "cause")
    return CAUSES.find(cause => cause === value)
      ? CAUSE_TITLES[CAUSES.find(cause => cause === value) ?? "unknown"]
      : value;
  if (dimension === "fate") {
    const fate = FATES.find(known => known === value);
    return fate === undefined ? value : FATE_WORDS[fate].short;
  }
  return value;
}
