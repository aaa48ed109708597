import { NO_HINTS } from "#lib/scan/define-probe.ts";
import { createScanner } from "#lib/engine/create-scanner.ts";
import type { LookupEntry } from "#lib/scan/report.ts";
import type { DomainName } from "#lib/values/domain-name.ts";
import { parseDomainInput } from "#lib/values/domain-name.ts";
import { systemClock } from "#lib/values/clock.ts";
import { forkNameServer } from "./fork-name-server.ts";

/**
 * One typical domain against a name server that answers after 50 ms: how close the scan comes to its longest
 * chain of dependent lookups; then many domains without delay: throughput.
 */
const DELAY_MS = 50;
const ALLOWED_RATIO = 1.3;
const ALLOWANCE_MS = 100;
const RUNS = 7;
const DOMAINS = 500;
const AT_ONCE = 8;

async function oneDomain(): Promise<void> {
  const server = await forkNameServer(DELAY_MS, 1);
  const walls: number[] = [];
  let chain = 0;
  let queries = 0;
  for (let run = 0; run < RUNS; run += 1) {
    const scan = scannerAt(server.port);
    const before = await server.queries();
    const started = performance.now();
    const { report } = await scan({ domain: domainAt(0), hints: NO_HINTS, onProgress: () => {} });
    walls.push(performance.now() - started);
    queries = (await server.queries()) - before;
    chain = longestChain(report.lookups);
    const asked = report.lookups.filter(lookup => lookup.attempts > 0).length;
    if (queries > asked) console.log(`  asked twice: ${queries} packets for ${asked} questions`);
  }
  server.close();
  const wall = median(walls);
  const ideal = chain * DELAY_MS;
  const limit = ideal * ALLOWED_RATIO + ALLOWANCE_MS;
  console.log("scan of one typical domain, every answer 50 ms late");
  console.log(`  longest dependency chain  ${chain} lookups = ${ideal} ms`);
  console.log(`  queries                   ${queries} (at most 400)`);
  console.log(`  wall, median of ${RUNS}         ${wall.toFixed(0)} ms`);
  console.log(`  ratio to the chain        ${(wall / ideal).toFixed(2)}`);
  console.log(`  limit (1.3 x + 100 ms)    ${limit.toFixed(0)} ms: ${wall <= limit ? "kept" : "MISSED"}`);
}

async function manyDomains(): Promise<void> {
  const server = await forkNameServer(0, DOMAINS);
  const scan = scannerAt(server.port);
  const waiting = Array.from({ length: DOMAINS }, (_, index) => domainAt(index));
  const cpu = process.cpuUsage();
  const started = performance.now();
  await Promise.all(
    Array.from({ length: AT_ONCE }, async () => {
      for (let domain = waiting.pop(); domain !== undefined; domain = waiting.pop()) {
        await scan({ domain, hints: NO_HINTS, onProgress: () => {} });
      }
    }),
  );
  const seconds = (performance.now() - started) / 1000;
  const used = process.cpuUsage(cpu);
  server.close();
  console.log(`scan of ${DOMAINS} domains without delay, ${AT_ONCE} at a time`);
  console.log(`  domains per second        ${(DOMAINS / seconds).toFixed(1)}`);
  console.log(`  CPU per scan              ${((used.user + used.system) / 1000 / DOMAINS).toFixed(1)} ms`);
  console.log(`  peak memory               ${(process.resourceUsage().maxRSS / 1024).toFixed(0)} MB`);
}

function scannerAt(port: number) {
  return createScanner({
    servers: () => [{ kind: "address", address: "127.0.0.1", port }],
    sample: null,
    heloName: null,
    blocklists: { added: [], keys: new Map() },
    dnsOnly: true,
    clock: systemClock,
  });
}

function domainAt(index: number): DomainName {
  const parsed = parseDomainInput(`d${index}.example.org`);
  if (!parsed.ok) throw new Error(parsed.error.code);
  return parsed.value.domain;
}

/** The longest row of lookups in which each began after the one before it had ended. */
function longestChain(lookups: readonly LookupEntry[]): number {
  const byStart = [...lookups]
    .filter(lookup => lookup.attempts > 0)
    .toSorted((one, other) => one.startedMs - other.startedMs);
  let length = 0;
  let end = Number.NEGATIVE_INFINITY;
  // Every answer takes the same time, so the earliest possible next lookup continues the longest row.
  for (const lookup of byStart) {
    if (lookup.startedMs < end - 1) continue;
    length += 1;
    end = lookup.startedMs + lookup.ms;
  }
  return length;
}

const median = (values: readonly number[]): number =>
  values.toSorted((one, other) => one - other)[Math.floor(values.length / 2)] ?? 0;

await oneDomain();
await manyDomains();
