import { SCAN_BUDGET } from "#lib/dns/resolvers/paced.ts";
import { KEEP_DAYS } from "#lib/services/upkeep/policy.ts";
import type { ScanFigures } from "./measure-scans.ts";
import { type StorageFigures, TABLES } from "./measure-storage.ts";

const DOMAINS = 1_000_000;
const DAY_SECONDS = 86_400;
/** Of a hundred scans of a watched domain so many find something new: an assumption, not a measurement. */
const CHANGED = 0.01;
/** Work comes in waves, and machines fail: a worker is planned to be half busy. */
const BUSY = 0.5;
/** Transactions of a run but for its progress, which is stored every so often. */
const WRITES = 5;
const PROGRESS_MS = 100;
const BUDGET = SCAN_BUDGET.all;
const SLOTS = 8;

/** Prints the figures and what follows from them, as Markdown. */
export function printSizes(scans: ScanFigures, storage: StorageFigures): void {
  console.log(measuredTable(scans, storage).join("\n"));
  console.log();
  console.log(computedTable(scans, storage).join("\n"));
}

function measuredTable(scans: ScanFigures, { row, whole, storeMs }: StorageFigures): string[] {
  const { own, blocklists, others } = scans.parts;
  return [
    ...head(["measured", "", "by"]),
    line("queries, first scan of a worker", number(scans.first), "typical domain, blocklists tried first"),
    line("queries, later scans", number(scans.later), "typical domain"),
    line(
      "of these to the domain / blocklists / others",
      `${own} / ${blocklists} / ${others}`,
      "typical domain",
    ),
    ...scans.samples.map(({ domain, queries }) =>
      line("queries, sample domain", number(queries), `\`${domain}\``),
    ),
    line("CPU of a scan", `${scans.cpuMs.toFixed(1)} ms`, "typical domain, 8 at a time"),
    line("duration of a scan", `${scans.wallMs.toFixed(0)} ms`, "every answer 50 ms late"),
    line("storing a scan, all statements", `${storeMs.toFixed(1)} ms`, "one after the other"),
    ...TABLES.map(table => line(`a row of \`${table}\``, octets(row[table]), "with its part of all indexes")),
    line("an unchanged scan, all rows but the job", octets(perScan(row)), "sum of the first three"),
    line(
      "the same with the report whole",
      octets(perScan(row) - row.stored_reports + whole),
      "JSON, findings",
    ),
  ];
}

/** What a scan leaves that found what the one before it had found. */
const perScan = (row: StorageFigures["row"]): number => row.scans + row.scan_requests + row.stored_reports;

function computedTable(scans: ScanFigures, storage: StorageFigures): string[] {
  const rows: readonly (readonly [string, (perDay: number) => string, string])[] = [
    ["scans a day, S", perDay => number(DOMAINS * perDay), "1,000,000 x runs a day"],
    ["scans a second, s", perDay => rate(secondly(perDay)), "S / 86,400"],
    ["queries a second", perDay => number(secondly(perDay) * scans.later), "s x queries of later scans"],
    [
      "queries a second, every scan a first one",
      perDay => number(secondly(perDay) * scans.first),
      "s x queries of first scans",
    ],
    ["queries a second, at the budget", perDay => number(secondly(perDay) * BUDGET), `s x ${BUDGET}`],
    [
      "blocklist queries a day",
      perDay => number(DOMAINS * perDay * scans.parts.blocklists),
      "S x those to blocklists",
    ],
    ["scans under way at once", perDay => number((secondly(perDay) * scans.wallMs) / 1_000), "s x duration"],
    ["processor cores for scans", perDay => rate(cores(perDay, scans.cpuMs)), "s x CPU of a scan"],
    [
      `worker processes (${SLOTS} scans at once each, half busy)`,
      perDay => number(workers(perDay, scans)),
      `larger of cores / ${BUSY} and at once / ${SLOTS * BUSY}`,
    ],
    [
      "transactions a second",
      perDay => number(secondly(perDay) * transactions(scans)),
      `s x (${WRITES} + duration / ${PROGRESS_MS} ms): take up, begin, progress, finish, judge, end of the job`,
    ],
    ["rows a day: scans, scan_requests, stored_reports", perDay => `${number(DOMAINS * perDay)} each`, "S"],
    [
      "rows a day: report_bases, at most",
      perDay => number(DOMAINS * perDay * CHANGED),
      `S x ${CHANGED}, where every change is a large one`,
    ],
    [
      "job rows at any time",
      perDay => number(secondly(perDay) * 3_600),
      "s x 3,600 (finished jobs go after an hour)",
    ],
    ["written a day", perDay => octets(daily(perDay, storage)), `S x (unchanged scan + ${CHANGED} x base)`],
    ["the same with reports whole", perDay => octets(dailyWhole(perDay, storage)), "S x whole scan"],
    ["written a year", perDay => octets(daily(perDay, storage) * 365), "x 365"],
    [
      "scans kept",
      perDay => number(kept(perDay)),
      `${DOMAINS.toLocaleString("en")} x (${KEEP_DAYS.scan} x runs a day + ${KEEP_DAYS.dailyScan - KEEP_DAYS.scan})`,
    ],
    [
      "database in the steady state",
      perDay => octets(steady(perDay, storage)),
      "scans kept x (unchanged scan + 0.01 x base) + a base for each domain",
    ],
    [
      "the same with reports whole",
      perDay => octets((kept(perDay) * dailyWhole(1, storage)) / DOMAINS),
      "scans kept x whole scan",
    ],
    [
      "scans that upkeep looks at, a second",
      perDay => rate(secondly(perDay) * (1 + 1 / perDay)),
      "s x (1 + 1 / runs a day): the last of a day twice",
    ],
  ];
  return [
    ...head(["1,000,000 watched domains", "daily", "hourly", "formula"]),
    ...rows.map(([what, of, formula]) => line(what, of(1), of(24), formula)),
  ];
}

const secondly = (perDay: number): number => (DOMAINS * perDay) / DAY_SECONDS;
const cores = (perDay: number, cpuMs: number): number => (secondly(perDay) * cpuMs) / 1_000;
const workers = (perDay: number, { cpuMs, wallMs }: ScanFigures): number =>
  Math.ceil(Math.max(cores(perDay, cpuMs) / BUSY, (secondly(perDay) * wallMs) / 1_000 / (SLOTS * BUSY)));
const transactions = ({ wallMs }: ScanFigures): number => WRITES + wallMs / PROGRESS_MS;
const daily = (perDay: number, { row }: StorageFigures): number =>
  DOMAINS * perDay * (perScan(row) + CHANGED * row.report_bases);
const dailyWhole = (perDay: number, { row, whole }: StorageFigures): number =>
  DOMAINS * perDay * (row.scans + row.scan_requests + whole);
const kept = (perDay: number): number =>
  DOMAINS * (KEEP_DAYS.scan * perDay + KEEP_DAYS.dailyScan - KEEP_DAYS.scan);
const steady = (perDay: number, storage: StorageFigures): number =>
  (kept(perDay) * daily(1, storage)) / DOMAINS + DOMAINS * storage.row.report_bases;

const head = (titles: readonly string[]): string[] => [line(...titles), line(...titles.map(() => "---"))];
const line = (...cells: readonly string[]): string => `| ${cells.join(" | ")} |`;
const number = (value: number): string => Math.round(value).toLocaleString("en");
const rate = (value: number): string => value.toLocaleString("en", { maximumFractionDigits: 1 });

const UNITS = ["octets", "KB", "MB", "GB", "TB", "PB"] as const;

/** In powers of 1,000. */
function octets(value: number): string {
  let unit = 0;
  let size = value;
  for (; size >= 1_000 && unit < UNITS.length - 1; unit += 1) size /= 1_000;
  return `${size.toLocaleString("en", { maximumFractionDigits: size < 10 && unit > 0 ? 1 : 0 })} ${UNITS[unit] ?? ""}`;
}
