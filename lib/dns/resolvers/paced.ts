import { parseDnsName } from "#lib/values/dns-name.ts";
import type { Answer, RecordType } from "../answer.ts";
import type { LookupOptions, Resolver } from "../resolver.ts";
import { unanswered } from "../unanswered.ts";
import { zoneOf } from "./zone-of.ts";

/** How many lookups one scan may make: our politeness, and the end of every zone built to waste lookups. */
export interface LookupBudget {
  readonly all: number;
  /** Lookups with purpose "selector". */
  readonly selectors: number;
  /** Lookups in any one zone but the scanned domain's own; purpose "blocklist" does not count here. */
  readonly otherZone: number;
}

export const SCAN_BUDGET: LookupBudget = { all: 400, selectors: 100, otherZone: 40 };

export interface PacedResolverOptions {
  /** The scanned domain; its own zone is limited by the budget as a whole only. */
  readonly domain: string;
  readonly budget?: LookupBudget;
  /** Lookups under way at the same time; 200 when left out: all of a usual scan, so that none waits for another. */
  readonly inFlight?: number;
}

/**
 * Lets at most so many lookups run at once, in the order of asking, and none beyond the budget: those are
 * "over-budget" without a packet. Made for one scan.
 */
export function pacedResolver(base: Resolver, options: PacedResolverOptions): Resolver {
  const mayAsk = budgetKeeper(options.budget ?? SCAN_BUDGET, zoneOf(options.domain));
  const slots = semaphore(options.inFlight ?? 200);
  return {
    async lookup<Type extends RecordType>(name: string, type: Type, lookup: LookupOptions = {}) {
      const parsed = parseDnsName(name);
      const canonical = parsed.ok ? parsed.value : name;
      if (!mayAsk(canonical, lookup)) return unanswered(canonical, type, "over-budget", lookup);
      await slots.enter();
      try {
        return (await base.lookup(name, type, lookup)) satisfies Answer<Type>;
      } finally {
        slots.leave();
      }
    },
  };
}

/** Books a lookup where it belongs; false when one of the accounts is used up. */
function budgetKeeper(budget: LookupBudget, ownZone: string) {
  let all = 0;
  let selectors = 0;
  const zones = new Map<string, number>();
  return (name: string, { purpose }: LookupOptions): boolean => {
    const zone = zoneOf(name);
    const isCounted = zone !== ownZone && purpose !== "blocklist";
    const inZone = zones.get(zone) ?? 0;
    if (all >= budget.all || (isCounted && inZone >= budget.otherZone)) return false;
    if (purpose === "selector" && selectors >= budget.selectors) return false;
    all += 1;
    if (purpose === "selector") selectors += 1;
    if (isCounted) zones.set(zone, inZone + 1);
    return true;
  };
}

function semaphore(size: number) {
  const waiting: (() => void)[] = [];
  let free = size;
  return {
    async enter(): Promise<void> {
      if (free > 0) free -= 1;
      else await new Promise<void>(resolve => waiting.push(resolve));
    },
    leave(): void {
      const next = waiting.shift();
      if (next === undefined) free += 1;
      else next();
    },
  };
}
