import { randomBytes } from "node:crypto";
import { liveResolver } from "#lib/dns/resolvers/live.ts";
import { dnsSession } from "#lib/dns/resolvers/session.ts";
import { type DnsServer, serverText } from "#lib/dns/transports/server.ts";
import { createListHealthCache } from "#lib/mail/dnsbl/index.ts";
import { createEgress } from "#lib/net/https-egress.ts";
import { canReachPort25 } from "#lib/net/port-25.ts";
import { createSmtpProber } from "#lib/net/smtp-prober.ts";
import type { ScanHints } from "#lib/scan/define-probe.ts";
import { type FinishedScan, runScan, type ScanProgress } from "#lib/scan/run-scan.ts";
import type { Clock } from "#lib/values/clock.ts";
import { type DomainName, isSampleDomain } from "#lib/values/domain-name.ts";
import { type BlocklistAccess, listsFor, withKeys } from "./blocklist-access.ts";
import type { SampleWorld } from "./sample-world.ts";

export interface ScannerOptions {
  /** Asked anew for each scan: networks change. */
  readonly servers: () => readonly DnsServer[];
  /** What the sample domains under .example see; null: they are asked like any other domain. */
  readonly sample: SampleWorld | null;
  /** The name given to mail servers; null: none is connected to. */
  readonly heloName: string | null;
  readonly blocklists: BlocklistAccess;
  /** Asks DNS only: opens no HTTPS or SMTP connection. */
  readonly dnsOnly?: boolean;
  /** For one exchange of DNS packets, in milliseconds. */
  readonly attemptTimeoutMs?: number;
  readonly clock: Clock;
}

export interface ScanOrder {
  readonly domain: DomainName;
  readonly hints: ScanHints;
  /** Nothing that earlier scans have learned is used: a person wants to know how things are now. */
  readonly fresh?: boolean;
  readonly onProgress: (progress: ScanProgress) => void;
}

export type Scanner = (order: ScanOrder) => Promise<FinishedScan>;

/**
 * The engine in its place: real resolvers, HTTPS and SMTP. What is learned of blocklists and of our own network
 * is kept between scans; lookups never are. A sample domain is answered from the sample world and opens nothing.
 */
export function createScanner(options: ScannerOptions): Scanner {
  const { servers, sample, heloName, clock, dnsOnly = false } = options;
  const lists = listsFor(options.blocklists);
  const live = (asked: readonly DnsServer[]) =>
    withKeys(
      liveResolver({ servers: asked, clock, attemptTimeoutMs: options.attemptTimeoutMs ?? ATTEMPT_MS }),
      options.blocklists,
    );
  const startMemory = () => ({
    // The sample zone holds lists of its own: what they are worth says nothing about the real ones.
    health: { live: createListHealthCache(clock), sample: createListHealthCache(clock) },
    smtp:
      heloName === null || dnsOnly
        ? null
        : createSmtpProber({ heloName, portOpen: () => canReachPort25(live(servers())) }),
  });
  const memory = startMemory();

  return async ({ domain, hints, fresh = false, onProgress }) => {
    const { health, smtp } = fresh ? startMemory() : memory;
    const world = isSampleDomain(domain) ? sample : null;
    const isSample = world !== null;
    const asked = isSample ? [] : servers();
    const base = world?.resolver() ?? live(asked);
    const session = dnsSession(base, { domain, randomLabel });
    return runScan({
      domain,
      sample: isSample,
      dns: { ...session, servers: isSample ? ["sample zone"] : asked.map(serverText) },
      egress: dnsOnly ? null : (world?.egress ?? createEgress({ resolver: session.resolver, clock })),
      smtp: isSample ? null : smtp,
      clock,
      randomLabel,
      hints,
      blocklists: { lists, health: isSample ? health.sample : health.live },
      onProgress,
    });
  };
}

const ATTEMPT_MS = 1500;

const randomLabel = (): string => randomBytes(8).toString("hex");
