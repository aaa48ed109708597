import type { GatheredEvidence } from "./evidence.ts";
import type { FixContext } from "./finding.ts";

/** Who runs the domain's mail and zone, as far as the evidence tells; the words of a fix depend on it. */
export function fixContext(domain: string, { profile }: GatheredEvidence): FixContext {
  const sends = profile.ok ? profile.value.sends : null;
  return { domain, mailProvider: null, dnsProvider: null, sends };
}
