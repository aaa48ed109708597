import { readFileSync } from "node:fs";
import type { Resolver } from "#lib/dns/resolver.ts";
import { zoneResolver } from "#lib/dns/resolvers/zone.ts";
import type { Clock } from "#lib/values/clock.ts";

/** The world of the sample domains: data/sample.zone and nothing else. Throws when the file is broken. */
export function loadSampleResolver(clock: Clock): Resolver {
  return zoneResolver(readFileSync(new URL("../../data/sample.zone", import.meta.url), "utf8"), { clock });
}
