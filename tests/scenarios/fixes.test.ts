import type { RecordSetChange } from "#lib/dns/resolvers/overlay.ts";
import type { RecordType } from "#lib/dns/answer.ts";
import type { Finding, FixRecord } from "#lib/scan/finding.ts";
import { presentFinding } from "#lib/scan/present.ts";
import type { ScanReport } from "#lib/scan/report.ts";
import { expect, test } from "vitest";
import { loadScenarios } from "../support/load-scenarios.ts";
import { runScenario } from "../support/run-scenario.ts";

/**
 * Every record that a fix proposes is published on top of the scenario's zone and the domain is scanned again:
 * the finding has to be gone, and nothing that was sound may have turned red.
 */
const scenarios = (await loadScenarios()).filter(({ scenario }) => (scenario.faults ?? []).length === 0);

test.each(scenarios)("$check: $name", async ({ scenario }) => {
  const before = await runScenario(scenario);
  for (const finding of before.findings) {
    if (finding.status !== "fail" && finding.status !== "warn") continue;
    const records = presentFinding(finding, before.context).fix?.records ?? [];
    if (records.length === 0) continue;
    const after = await runScenario(scenario, {
      published: changesFor(
        before,
        records.filter(record => !isFile(record)),
      ),
      files: Object.fromEntries(records.filter(isFile).map(({ name, value }) => [name, value])),
    });
    const about = `${finding.check}/${finding.outcome} ${finding.subject ?? ""}: ${JSON.stringify(records)}`;
    expect(stillThere(after, finding), `stays: ${about}`).toBe(false);
    expect(turnedRed(before, after), `turned red by ${about}`).toEqual([]);
  }
});

/** A policy file is proposed like a record, with its URL as name. */
const isFile = ({ type }: FixRecord): boolean => type === "FILE";

/** A record replaces the one it names among those published at its name and type; the others stay. */
function changesFor(report: ScanReport, records: readonly FixRecord[]): RecordSetChange[] {
  const sets = new Map<string, { name: string; type: RecordType; values: string[] }>();
  for (const record of records) {
    const type = record.type as RecordType;
    const key = `${type} ${record.name}`;
    const published = report.lookups.find(lookup => lookup.id === key)?.answers ?? [];
    const set = sets.get(key) ?? { name: record.name, type, values: published.map(plainValue) };
    if (record.replaces !== null) {
      const gone = plainValue(record.replaces);
      set.values = set.values.filter(value => plainValue(value) !== gone);
    }
    if (record.action !== "delete") set.values.push(record.value);
    sets.set(key, set);
  }
  return [...sets.values()];
}

/** TXT in presentation form as one text, escapes undone; other types unchanged. */
const plainValue = (text: string): string =>
  text.startsWith('"')
    ? [...text.matchAll(/"((?:[^"\\]|\\.)*)"/gu)].map(piece => unescaped(piece[1] ?? "")).join("")
    : text;

const unescaped = (text: string): string =>
  text.replaceAll(/\\(?:(\d{3})|(.))/gu, (_, code?: string, char = "") =>
    code === undefined ? char : String.fromCharCode(Number(code)),
  );

const isBad = ({ status }: Finding): boolean => status === "fail" || status === "warn";

const stillThere = (after: ScanReport, finding: Finding): boolean =>
  after.findings.some(
    one =>
      isBad(one) &&
      one.check === finding.check &&
      one.outcome === finding.outcome &&
      one.subject === finding.subject,
  );

const turnedRed = (before: ScanReport, after: ScanReport): string[] =>
  after.findings
    .filter(
      one =>
        one.status === "fail" &&
        !before.findings.some(was => was.check === one.check && was.status === "fail"),
    )
    .map(one => `${one.check}/${one.outcome}`);
