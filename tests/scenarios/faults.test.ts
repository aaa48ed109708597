import type { LookupFailure } from "#lib/dns/answer.ts";
import type { Finding } from "#lib/scan/finding.ts";
import { CHECKS } from "#lib/scan/registry.ts";
import type { LookupEntry, ScanReport } from "#lib/scan/report.ts";
import { describe, expect, test } from "vitest";
import { runScenario } from "../support/run-scenario.ts";
import { SOUND_DOMAIN } from "../support/sound-domain.ts";

/**
 * The prime rule, tried on every lookup of a scan: a lookup that fails, however it fails, may take findings away
 * (inconclusive, not measured) but may never make one up: no absence, no fault and no pass because of it.
 */
const FAILURES: readonly LookupFailure[] = [
  "timeout",
  "servfail",
  "refused",
  "too-large",
  "malformed",
  "cname-loop",
  "unreachable",
  "over-budget",
];

const sound = await runScenario(SOUND_DOMAIN);
const canaries = new Set([". NS", "5eedbea7c0ffee00.invalid A"]);
const lookups = sound.lookups.filter(lookup => !canaries.has(`${lookup.name} ${lookup.type}`));

test("the sound domain is sound", () => {
  const bad = sound.findings.filter(one => one.status === "fail" || one.status === "inconclusive");
  expect(bad.map(one => `${one.check}/${one.outcome}`)).toEqual([]);
  expect(lookups.length).toBeGreaterThan(40);
});

describe.each(FAILURES)("%s", failure => {
  test("in any one lookup invents nothing", async () => {
    const invented: string[] = [];
    for (const lookup of lookups) {
      const report = await runScenario(SOUND_DOMAIN, { faults: [faultFor(lookup, failure)] });
      invented.push(...inventions(report, failure).map(what => `${lookup.id}: ${what}`));
    }
    expect(invented).toEqual([]);
  }, 120_000);
});

describe("the resolver itself", () => {
  test.each(FAILURES)("%s of everything: nothing is judged, no letter", async failure => {
    const report = await runScenario(SOUND_DOMAIN, { faults: [{ name: "*", failure }] });
    const statuses = new Set(report.findings.map(one => one.status));
    expect([...statuses]).toEqual(["inconclusive"]);
    expect(report.grade).toBeNull();
    expect(report.gradeReason?.code).toBe("resolver-untrusted");
  });
});

function faultFor({ name, type, id }: LookupEntry, failure: LookupFailure) {
  const authority = / @(\S+)$/u.exec(id)?.[1];
  const where = authority === undefined ? {} : { authority };
  return { name, type: type as never, failure, ...where };
}

/** What the report says that the sound one does not, and that is neither "not known" nor "not measured". */
function inventions(report: ScanReport, failure: LookupFailure): string[] {
  return report.findings
    .filter(finding => !isSilent(finding) && !saidBefore(finding) && !isLoopItself(finding, failure))
    .map(
      one => `${one.check}/${one.outcome}${one.subject === null ? "" : ` @${one.subject}`} (${one.status})`,
    );
}

const saidBefore = (finding: Finding): boolean =>
  sound.findings.some(
    one => one.check === finding.check && one.outcome === finding.outcome && one.subject === finding.subject,
  );

const isSilent = ({ check, outcome, status }: Finding): boolean =>
  status === "inconclusive" || CHECKS.find(one => one.id === check)?.outcomes[outcome]?.unmeasured === true;

/** A loop of aliases is a fault of the zone, and the one check that asks for it may say so. */
const isLoopItself = ({ check, outcome }: Finding, failure: LookupFailure): boolean =>
  failure === "cname-loop" && check === "cname-loop" && outcome === "loop";
