import { readFileSync } from "node:fs";
import type { Resolver } from "#lib/dns/resolver.ts";
import { sampleResolver } from "#lib/dns/resolvers/sample.ts";
import type { Egress } from "#lib/net/egress.ts";
import { type SampleFiles, sampleEgress } from "#lib/net/sample-egress.ts";

/** What the sample domains see in place of the Internet. */
export interface SampleWorld {
  readonly resolver: Resolver;
  readonly egress: Egress;
}

/** The world of the sample domains: data/sample.zone, data/sample-files.json and nothing else. */
export const loadSampleWorld = (): SampleWorld => ({
  resolver: loadSampleResolver(),
  egress: sampleEgress(loadSampleFiles()),
});

/** Its DNS alone. Throws when the file is broken. */
export const loadSampleResolver = (): Resolver =>
  sampleResolver(readFileSync(new URL("../../data/sample.zone", import.meta.url), "utf8"));

function loadSampleFiles(): SampleFiles {
  const text = readFileSync(new URL("../../data/sample-files.json", import.meta.url), "utf8");
  // Our own file; a test opens every part of it.
  return (JSON.parse(text) as { readonly files: SampleFiles }).files;
}
