import type { LookupEntry, ScanReport } from "./report.ts";

/**
 * What two scans of a domain have in common when nothing has changed: a report without the moment of the scan, the
 * order in which lookups were asked, and what each of them took.
 */
export interface TimelessReport extends Omit<ScanReport, "startedAt" | "durationMs" | "dns" | "lookups"> {
  readonly dns: Omit<ScanReport["dns"], "queries">;
  readonly lookups: readonly TimelessLookup[];
}

export type TimelessLookup = Omit<LookupEntry, "ttl" | "server" | "attempts" | "startedMs" | "ms">;

/** The rest of the report: columns over its lookups, in the order of asking. */
export interface ReportTimes {
  readonly startedAt: string;
  readonly durationMs: number;
  readonly queries: number;
  /** The place of each lookup in the timeless report. */
  readonly places: readonly number[];
  readonly ttl: readonly (number | null)[];
  readonly startedMs: readonly number[];
  readonly ms: readonly number[];
  readonly attempts: readonly number[];
  /** Which of `servers` answered. */
  readonly server: readonly number[];
  readonly servers: readonly (string | null)[];
}

/** Takes a report apart into what was found and when; `joinTimes` puts the same report together again. */
export function splitTimes(report: ScanReport): {
  readonly found: TimelessReport;
  readonly times: ReportTimes;
} {
  const { startedAt, durationMs, dns, lookups, ...rest } = report;
  const { queries, ...servers } = dns;
  const sorted = lookups.map((_, index) => index).toSorted((one, other) => byId(lookups, one, other));
  const places: number[] = [];
  for (const [place, index] of sorted.entries()) places[index] = place;
  const answering = [...new Set(lookups.map(({ server }) => server))];
  return {
    found: { ...rest, dns: servers, lookups: sorted.flatMap(index => timeless(lookups[index])) },
    times: {
      startedAt,
      durationMs,
      queries,
      places,
      ttl: lookups.map(({ ttl }) => ttl),
      startedMs: lookups.map(({ startedMs }) => startedMs),
      ms: lookups.map(({ ms }) => ms),
      attempts: lookups.map(({ attempts }) => attempts),
      server: lookups.map(({ server }) => answering.indexOf(server)),
      servers: answering,
    },
  };
}

export function joinTimes(found: TimelessReport, times: ReportTimes): ScanReport {
  const { dns, lookups, ...rest } = found;
  const { startedAt, durationMs, queries } = times;
  return {
    ...rest,
    startedAt,
    durationMs,
    dns: { ...dns, queries },
    lookups: times.places.flatMap((place, index) => {
      const lookup = lookups[place];
      return lookup === undefined ? [] : [timed(lookup, times, index)];
    }),
  };
}

/** By code unit, so that it is the same order everywhere; equal ids keep theirs. */
function byId(lookups: readonly LookupEntry[], one: number, other: number): number {
  const [a, b] = [lookups[one]?.id ?? "", lookups[other]?.id ?? ""];
  return a < b ? -1 : a > b ? 1 : 0;
}

function timeless(lookup: LookupEntry | undefined): TimelessLookup[] {
  if (lookup === undefined) return [];
  const { ttl: _ttl, server: _server, attempts: _attempts, startedMs: _startedMs, ms: _ms, ...rest } = lookup;
  return [rest];
}

const timed = (lookup: TimelessLookup, times: ReportTimes, index: number): LookupEntry => ({
  ...lookup,
  ttl: times.ttl[index] ?? null,
  server: times.servers[times.server[index] ?? -1] ?? null,
  attempts: times.attempts[index] ?? 0,
  startedMs: times.startedMs[index] ?? 0,
  ms: times.ms[index] ?? 0,
});
