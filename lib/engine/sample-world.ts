import { readFileSync } from "node:fs";
import sampleFiles from "../../data/sample-files.json" with { type: "json" };
import type { Resolver } from "#lib/dns/resolver.ts";
import { sampleResolver } from "#lib/dns/resolvers/sample.ts";
import type { Egress } from "#lib/net/egress.ts";
import { sampleEgress } from "#lib/net/sample-egress.ts";
import type { Clock } from "#lib/values/clock.ts";

/** What the sample domains see in place of the Internet. */
export interface SampleWorld {
  /** A resolver for one scan: its times count from here. */
  readonly resolver: () => Resolver;
  readonly egress: Egress;
}

/** The world of the sample domains: data/sample.zone, data/sample-files.json and nothing else. */
export function loadSampleWorld(clock?: Clock): SampleWorld {
  const zone = readSampleZone();
  return { resolver: () => sampleResolver(zone, clock), egress: sampleEgress(sampleFiles.files) };
}

/** Its DNS alone, answering at once. Throws when the file is broken. */
export const loadSampleResolver = (): Resolver => sampleResolver(readSampleZone());

const readSampleZone = (): string => readFileSync(new URL("../../data/sample.zone", import.meta.url), "utf8");
