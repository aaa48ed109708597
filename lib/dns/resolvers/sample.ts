import { isSampleDomain } from "#lib/values/domain-name.ts";
import type { Resolver } from "../resolver.ts";
import { zoneResolver } from "./zone.ts";

/** Zones of the sample that count as signed. */
const SIGNED = ["healthy.example"];

/** The sample zone (data/sample.zone) as a validating resolver would show it. Throws on a text that is no zone. */
export const sampleResolver = (zone: string): Resolver => zoneResolver(zone, { ad: SIGNED });

/**
 * The resolver that a scan of this domain uses. A sample domain (under .example) sees the sample zone and
 * nothing else, whatever names its records lead to; every other domain sees the real DNS.
 */
export const sampleAware = (
  domain: string,
  resolvers: { readonly live: Resolver; readonly sample: Resolver },
): Resolver => (isSampleDomain(domain) ? resolvers.sample : resolvers.live);
