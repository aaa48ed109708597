import type { LookupEntry } from "#lib/scan/report.ts";

export interface Bar {
  readonly lookup: LookupEntry;
  /** Row within the lane: lookups that run at once stand below each other. */
  readonly row: number;
}

export interface Lane {
  readonly name: string;
  readonly rows: number;
  readonly bars: readonly Bar[];
}

/** One lane a probe. A lookup that several probes share is drawn with the first that asked for it. */
export function waterfallLanes(
  lookups: readonly LookupEntry[],
  probeLookups: Readonly<Record<string, readonly string[]>>,
): readonly Lane[] {
  const byId = new Map(lookups.map(lookup => [lookup.id, lookup]));
  const lanes: Lane[] = [];
  for (const [name, ids] of Object.entries(probeLookups)) {
    const own = ids.flatMap(id => byId.get(id) ?? []);
    for (const lookup of own) byId.delete(lookup.id);
    if (own.length > 0) lanes.push(packed(name, own));
  }
  if (byId.size > 0) lanes.push(packed("other", [...byId.values()]));
  return lanes;
}

/**
 * The chain of dependent lookups that ends last, guessed from times: before each one stands the lookup that
 * ended last before it began.
 */
export function longestChain(lookups: readonly LookupEntry[]): readonly LookupEntry[] {
  const chain: LookupEntry[] = [];
  let next = latest(lookups);
  while (next !== null) {
    chain.unshift(next);
    const { startedMs } = next;
    next =
      startedMs <= 0 ? null : latest(lookups.filter(one => endOf(one) <= startedMs && !chain.includes(one)));
  }
  return chain;
}

const endOf = (lookup: LookupEntry): number => lookup.startedMs + lookup.ms;

const latest = (lookups: readonly LookupEntry[]): LookupEntry | null =>
  lookups.reduce<LookupEntry | null>(
    (last, one) => (last === null || endOf(one) > endOf(last) ? one : last),
    null,
  );

/** Puts each bar into the first row that is free when it starts. */
function packed(name: string, lookups: readonly LookupEntry[]): Lane {
  const freeFrom: number[] = [];
  const bars = lookups
    .toSorted((one, other) => one.startedMs - other.startedMs)
    .map(lookup => {
      const free = freeFrom.findIndex(end => end <= lookup.startedMs);
      const row = free === -1 ? freeFrom.length : free;
      freeFrom[row] = endOf(lookup);
      return { lookup, row };
    });
  return { name, rows: freeFrom.length, bars };
}
