import { readFileSync } from "node:fs";

/** The sample bounces: made-up mail about the domains of the sample zone. */
const FILES = {
  "unknown-address": new URL("../../../data/samples/unknown-address.eml", import.meta.url),
  "not-in-spf": new URL("../../../data/samples/not-in-spf.txt", import.meta.url),
  "old-route": new URL("../../../data/samples/old-route.txt", import.meta.url),
} as const;

export type SampleBounce = keyof typeof FILES;

/** The text of a sample bounce; null for a name that none has. */
export function sampleBounce(name: string): string | null {
  return isSample(name) ? readFileSync(FILES[name], "utf8") : null;
}

const isSample = (name: string): name is SampleBounce => Object.hasOwn(FILES, name);
