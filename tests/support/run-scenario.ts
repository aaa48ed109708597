import { dnsSession } from "#lib/dns/resolvers/session.ts";
import { overlayResolver, type RecordSetChange } from "#lib/dns/resolvers/overlay.ts";
import type { Fault } from "#lib/dns/resolvers/zone.ts";
import { zoneResolver } from "#lib/dns/resolvers/zone.ts";
import { createListHealthCache, DEFAULT_LISTS } from "#lib/mail/dnsbl/index.ts";
import type { Egress } from "#lib/net/egress.ts";
import type { SmtpProber } from "#lib/net/smtp-probe.ts";
import type { ScanReport } from "#lib/scan/report.ts";
import { runScan } from "#lib/scan/run-scan.ts";
import { systemClock } from "#lib/values/clock.ts";
import type { DomainName } from "#lib/values/domain-name.ts";
import { parseDomainInput } from "#lib/values/domain-name.ts";
import { page } from "./probe-results.ts";
import type { Scenario } from "./scenario.ts";

export interface ScenarioChanges {
  /** Records published on top of the scenario's zone: a proposed fix. */
  readonly published?: readonly RecordSetChange[];
  /** Files published by a proposed fix: text by URL. */
  readonly files?: Readonly<Record<string, string>>;
  /** Further lookups that go wrong. */
  readonly faults?: readonly Fault[];
}

/** Runs the whole engine over the small world of a scenario. */
export async function runScenario(scenario: Scenario, changes: ScenarioChanges = {}): Promise<ScanReport> {
  const domain = domainOf(scenario);
  const zone = zoneResolver(scenario.zone, {
    clock: systemClock,
    faults: [...(changes.faults ?? []), ...(scenario.faults ?? [])],
    ...(scenario.ad === undefined ? {} : { ad: scenario.ad }),
    ...(scenario.authorities === undefined ? {} : { authorities: scenario.authorities }),
  });
  const base = changes.published === undefined ? zone : overlayResolver(zone, changes.published);
  const session = dnsSession(base, { domain, randomLabel });
  const { report } = await runScan({
    domain,
    sample: false,
    dns: { ...session, servers: ["scenario"] },
    egress:
      scenario.fetches === null
        ? null
        : replayedFetches({ ...scenario.fetches, ...pagesOf(changes.files ?? {}) }),
    smtp: replayedProbes(scenario.smtp ?? {}),
    clock: systemClock,
    randomLabel,
    hints: {
      selectors: scenario.selectors ?? [],
      sendingAddresses: scenario.sendingAddresses ?? [],
    },
    onFault: (where, error) => {
      throw new Error(`${where} crashed`, { cause: error });
    },
    blocklists: { lists: DEFAULT_LISTS, health: createListHealthCache(systemClock) },
  });
  return report;
}

function domainOf({ domain = "example.com" }: Scenario): DomainName {
  const parsed = parseDomainInput(domain);
  if (!parsed.ok) throw new Error(`a scenario scans ${domain}: ${parsed.error.code}`);
  return parsed.value.domain;
}

/** Chance is an argument: the same label in every run. */
const randomLabel = (): string => "5eedbea7c0ffee00";

const pagesOf = (files: NonNullable<ScenarioChanges["files"]>) =>
  Object.fromEntries(Object.entries(files).map(([url, text]) => [url, page(text)]));

const replayedFetches = (replies: NonNullable<Scenario["fetches"]>): Egress => ({
  get: async url =>
    replies[url.href] ?? { ok: false, failure: "connect-failed", ours: false, address: null, ms: 1 },
});

const replayedProbes = (results: NonNullable<Scenario["smtp"]>): SmtpProber => ({
  probe: async host => results[host] ?? { status: "not-reachable", reason: "port-25-closed" },
});
