import { readFileSync } from "node:fs";
import type { Resolver } from "#lib/dns/resolver.ts";
import { sampleResolver } from "#lib/dns/resolvers/sample.ts";

/** The world of the sample domains: data/sample.zone and nothing else. Throws when the file is broken. */
export const loadSampleResolver = (): Resolver =>
  sampleResolver(readFileSync(new URL("../../data/sample.zone", import.meta.url), "utf8"));
