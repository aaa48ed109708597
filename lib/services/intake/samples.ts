import { readFileSync } from "node:fs";
import { resolve } from "node:path";

/** The sample bounces: made-up mail about the domains of the sample zone. */
const FILES = {
  "unknown-address": "unknown-address.eml",
  "not-in-spf": "not-in-spf.txt",
  "old-route": "old-route.txt",
} as const;

export type SampleBounce = keyof typeof FILES;

/** The text of a sample bounce; null for a name that none has. Every process starts in the project's folder. */
export function sampleBounce(name: string): string | null {
  return isSample(name) ? readFileSync(resolve("data/samples", FILES[name]), "utf8") : null;
}

const isSample = (name: string): name is SampleBounce => Object.hasOwn(FILES, name);
