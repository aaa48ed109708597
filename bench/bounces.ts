import { spawnSync } from "node:child_process";
import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { parseBounces } from "#lib/bounce/parse-bounce.ts";
import { failureLog } from "../tests/support/bounce-log.ts";

/**
 * Six hundred full mails and ten thousand log lines through the command, process start included; and how long one mail
 * takes. Processor time counts, where the system tells it, and of three runs the best: other work on the machine only
 * ever adds to it.
 */
const MAILS = 600;
const MAILS_LIMIT_MS = 1000;
const LINES = 10_000;
const LINES_LIMIT_MS = 3000;
const P95_LIMIT_MS = 10;
const FIXTURES = "tests/fixtures/bounces";

const folder = mkdtempSync(join(tmpdir(), "mailtriage-bench-"));
try {
  const mails = corpusMails();
  const files = Array.from({ length: MAILS }, (_, index) => {
    const file = join(folder, `${index}.eml`);
    writeFileSync(file, mails[index % mails.length] ?? "");
    return file;
  });
  const log = join(folder, "mail.log");
  writeFileSync(log, failureLog(LINES));
  // The first run leaves the compiled code behind.
  command([log]);
  report(`${MAILS} mails, one process`, command(files), MAILS_LIMIT_MS);
  report(`${LINES} log lines, one process`, command([log]), LINES_LIMIT_MS);
  report("one mail, 95 in 100", await percentile95(mails), P95_LIMIT_MS);
} finally {
  rmSync(folder, { recursive: true });
}

function corpusMails(): readonly Buffer[] {
  const names = readdirSync(FIXTURES, { recursive: true, encoding: "utf8" }).filter(name =>
    name.endsWith(".eml"),
  );
  return names.toSorted().map(name => readFileSync(join(FIXTURES, name)));
}

function command(files: readonly string[]): number {
  const runs = Array.from({ length: 3 }, () => {
    const started = childTime();
    const run = spawnSync(
      process.execPath,
      ["bin/mailtriage.mjs", "bounce", "--json", "--no-dns", ...files],
      {
        maxBuffer: 1 << 30,
      },
    );
    if (run.status !== 0) throw new Error(run.stderr.toString());
    return childTime() - started;
  });
  return Math.min(...runs);
}

/**
 * Milliseconds of processor time that all ended child processes took, user and system together, in steps of ten: fields
 * 16 and 17 of Linux's /proc/self/stat, in hundredths of a second. Elsewhere the clock on the wall.
 */
function childTime(): number {
  try {
    const stat = readFileSync("/proc/self/stat", "latin1");
    const fields = stat.slice(stat.lastIndexOf(")") + 2).split(" ");
    return (Number(fields[13]) + Number(fields[14])) * 10;
  } catch {
    return performance.now();
  }
}

async function percentile95(mails: readonly Buffer[]): Promise<number> {
  const times: number[] = [];
  for (let index = 0; index < MAILS; index += 1) {
    const started = process.cpuUsage();
    await Array.fromAsync(parseBounces(mails[index % mails.length] ?? ""));
    const { user, system } = process.cpuUsage(started);
    times.push((user + system) / 1000);
  }
  return times.toSorted((left, right) => left - right)[Math.floor(times.length * 0.95)] ?? 0;
}

function report(name: string, ms: number, limit: number): void {
  console.log(
    `  ${name.padEnd(32)}${ms.toFixed(1)} ms, limit ${limit} ms: ${ms <= limit ? "kept" : "MISSED"}`,
  );
}
