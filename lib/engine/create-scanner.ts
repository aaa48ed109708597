import { randomBytes } from "node:crypto";
import type { Resolver } from "#lib/dns/resolver.ts";
import { liveResolver } from "#lib/dns/resolvers/live.ts";
import { sampleAware } from "#lib/dns/resolvers/sample.ts";
import { dnsSession } from "#lib/dns/resolvers/session.ts";
import { type DnsServer, serverText } from "#lib/dns/transports/server.ts";
import { createListHealthCache, DEFAULT_LISTS } from "#lib/mail/dnsbl/index.ts";
import { createEgress } from "#lib/net/https-egress.ts";
import { canReachPort25 } from "#lib/net/port-25.ts";
import { createSmtpProber } from "#lib/net/smtp-prober.ts";
import type { ScanHints } from "#lib/scan/define-probe.ts";
import { type FinishedScan, runScan, type ScanProgress } from "#lib/scan/run-scan.ts";
import type { Clock } from "#lib/values/clock.ts";
import { type DomainName, isSampleDomain } from "#lib/values/domain-name.ts";

export interface ScannerOptions {
  /** Asked anew for each scan: networks change. */
  readonly servers: () => readonly DnsServer[];
  /** What the sample domains under .example see. */
  readonly sample: Resolver;
  /** The name given to mail servers; null: none is connected to. */
  readonly heloName: string | null;
  readonly clock: Clock;
}

export interface ScanOrder {
  readonly domain: DomainName;
  readonly hints: ScanHints;
  readonly onProgress: (progress: ScanProgress) => void;
}

export type Scanner = (order: ScanOrder) => Promise<FinishedScan>;

/**
 * The engine in its place: real resolvers, HTTPS and SMTP. What is learned of blocklists and of our own network
 * is kept between scans; lookups never are. A sample domain is answered from the sample zone and opens nothing.
 */
export function createScanner({ servers, sample, heloName, clock }: ScannerOptions): Scanner {
  const blocklists = { lists: DEFAULT_LISTS, health: createListHealthCache(clock) };
  const smtp =
    heloName === null
      ? null
      : createSmtpProber({
          heloName,
          portOpen: () => canReachPort25(liveResolver({ servers: servers(), clock })),
        });

  return async ({ domain, hints, onProgress }) => {
    const isSample = isSampleDomain(domain);
    const asked = servers();
    const base = sampleAware(domain, { live: liveResolver({ servers: asked, clock }), sample });
    const session = dnsSession(base, { domain, randomLabel });
    return runScan({
      domain,
      sample: isSample,
      dns: { ...session, servers: isSample ? ["sample zone"] : asked.map(serverText) },
      egress: isSample ? null : createEgress({ resolver: session.resolver, clock }),
      smtp: isSample ? null : smtp,
      clock,
      randomLabel,
      hints,
      blocklists,
      onProgress,
    });
  };
}

const randomLabel = (): string => randomBytes(8).toString("hex");
