import { NO_HINTS } from "#lib/scan/define-probe.ts";
import { createScanner } from "#lib/engine/create-scanner.ts";
import { loadSampleWorld } from "#lib/engine/sample-world.ts";
import type { FinishedScan } from "#lib/scan/run-scan.ts";
import { systemClock } from "#lib/values/clock.ts";
import { type DomainName, parseDomainInput } from "#lib/values/domain-name.ts";
import { forkNameServer } from "../fork-name-server.ts";

const DOMAINS = 60;
const AT_ONCE = 8;
/** A usual way to an authoritative server and back. */
const DELAY_MS = 50;
const SAMPLES = ["healthy.example", "broken-spf.example", "parked.example"];

export interface ScanFigures {
  /** Queries of the first scan of a process, which asks whether each blocklist is alive, and of a later one. */
  readonly first: number;
  readonly later: number;
  /** Of the later one: to the zone itself, to blocklists, to others. */
  readonly parts: { readonly own: number; readonly blocklists: number; readonly others: number };
  readonly samples: readonly { readonly domain: string; readonly queries: number }[];
  readonly cpuMs: number;
  readonly wallMs: number;
  /** Two scans of each domain that found the same. */
  readonly results: readonly FinishedScan[];
}

/** Scans typical domains as a worker would, and the sample domains of the program. */
export async function measureScans(): Promise<ScanFigures> {
  const quick = await forkNameServer(0, DOMAINS);
  const scan = scannerAt(quick.port);
  const first = await scan(orderOf("d0.example.org"));
  const later = await scan(orderOf("d0.example.org"));
  const samples: { domain: string; queries: number }[] = [];
  for (const domain of SAMPLES) {
    samples.push({ domain, queries: (await scan(orderOf(domain))).report.dns.queries });
  }
  const cpu = process.cpuUsage();
  const results: FinishedScan[] = [];
  const waiting = [0, 1].flatMap(() => Array.from({ length: DOMAINS }, (_, n) => `d${n}.example.org`));
  const measured = waiting.length;
  await Promise.all(
    Array.from({ length: AT_ONCE }, async () => {
      for (let domain = waiting.pop(); domain !== undefined; domain = waiting.pop()) {
        results.push(await scan(orderOf(domain)));
      }
    }),
  );
  const used = process.cpuUsage(cpu);
  quick.close();
  return {
    first: first.report.dns.queries,
    later: later.report.dns.queries,
    parts: partsOf(later),
    samples,
    cpuMs: (used.user + used.system) / 1_000 / measured,
    wallMs: await wallMs(),
    results,
  };
}

/** How long one scan takes when every answer takes as long as a usual one. */
async function wallMs(): Promise<number> {
  const slow = await forkNameServer(DELAY_MS, 1);
  const scan = scannerAt(slow.port);
  await scan(orderOf("d0.example.org"));
  const began = performance.now();
  await scan(orderOf("d0.example.org"));
  slow.close();
  return performance.now() - began;
}

function partsOf({ report }: FinishedScan): ScanFigures["parts"] {
  const listed = new Set(report.probeLookups["blocklists"]);
  const sum = (belongs: (lookup: { readonly id: string; readonly name: string }) => boolean) =>
    report.lookups.filter(belongs).reduce((total, { attempts }) => total + attempts, 0);
  const isOwn = ({ name }: { readonly name: string }) =>
    name === report.domain || name.endsWith(`.${report.domain}`);
  const blocklists = sum(lookup => listed.has(lookup.id));
  const own = sum(lookup => !listed.has(lookup.id) && isOwn(lookup));
  return { own, blocklists, others: sum(() => true) - own - blocklists };
}

function scannerAt(port: number) {
  return createScanner({
    servers: () => [{ kind: "address", address: "127.0.0.1", port }],
    sample: loadSampleWorld(),
    heloName: null,
    blocklists: { added: [], keys: new Map() },
    dnsOnly: true,
    clock: systemClock,
  });
}

const orderOf = (domain: string) => ({ domain: parsed(domain), hints: NO_HINTS, onProgress: () => {} });

function parsed(text: string): DomainName {
  const domain = parseDomainInput(text);
  if (!domain.ok) throw new Error(domain.error.code);
  return domain.value.domain;
}
