import { readdirSync, readFileSync } from "node:fs";
import { extname, join, relative, sep } from "node:path";
import { fileURLToPath } from "node:url";
import type { Resolver } from "#lib/dns/resolver.ts";
import { sampleResolver } from "#lib/dns/resolvers/sample.ts";
import type { Egress } from "#lib/net/egress.ts";
import { type SampleFile, sampleEgress } from "#lib/net/sample-egress.ts";

/** What the sample domains see in place of the Internet. */
export interface SampleWorld {
  readonly resolver: Resolver;
  readonly egress: Egress;
}

/** The world of the sample domains: data/sample.zone, data/sample-files and nothing else. */
export const loadSampleWorld = (): SampleWorld => ({
  resolver: loadSampleResolver(),
  egress: sampleEgress(new Map(sampleFiles())),
});

/** Its DNS alone. Throws when the file is broken. */
export const loadSampleResolver = (): Resolver =>
  sampleResolver(readFileSync(new URL("../../data/sample.zone", import.meta.url), "utf8"));

const TYPES: Readonly<Record<string, string>> = { ".txt": "text/plain", ".svg": "image/svg+xml" };

function sampleFiles(): readonly (readonly [string, SampleFile])[] {
  const root = fileURLToPath(new URL("../../data/sample-files", import.meta.url));
  return readdirSync(root, { recursive: true, withFileTypes: true }).flatMap(entry => {
    const contentType = TYPES[extname(entry.name)];
    if (!entry.isFile() || contentType === undefined) return [];
    const path = join(entry.parentPath, entry.name);
    return [[relative(root, path).split(sep).join("/"), { contentType, body: readFileSync(path) }] as const];
  });
}
