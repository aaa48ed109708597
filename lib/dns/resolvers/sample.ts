import type { Clock } from "#lib/values/clock.ts";
import { isSampleDomain } from "#lib/values/domain-name.ts";
import type { Resolver } from "../resolver.ts";
import { zoneResolver } from "./zone.ts";

/** Zones of the sample that count as signed. */
const SIGNED = ["healthy.example"];

/**
 * The sample zone (data/sample.zone) as a validating resolver would show it. With a clock every lookup takes as long
 * as one may on a good network, always the same for one name. Throws on a text that is no zone.
 */
export const sampleResolver = (zone: string, clock?: Clock): Resolver =>
  zoneResolver(zone, { ad: SIGNED, ...(clock === undefined ? {} : { clock, delayMs: usualDelay }) });

const LEAST_MS = 4;
const SPREAD_MS = 21;

const usualDelay = (name: string): number =>
  LEAST_MS + ([...name].reduce((sum, letter) => (sum * 31 + letter.charCodeAt(0)) % 65_521, 0) % SPREAD_MS);

/**
 * The resolver that a scan of this domain uses. A sample domain (under .example) sees the sample zone and
 * nothing else, whatever names its records lead to; every other domain sees the real DNS.
 */
export const sampleAware = (
  domain: string,
  resolvers: { readonly live: Resolver; readonly sample: Resolver },
): Resolver => (isSampleDomain(domain) ? resolvers.sample : resolvers.live);
