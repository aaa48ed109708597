import type { Finding } from "#lib/scan/finding.ts";
import { CHECKS } from "#lib/scan/registry.ts";
import { afterAll, describe, expect, test } from "vitest";
import { loadScenarios } from "../support/load-scenarios.ts";
import { runScenario } from "../support/run-scenario.ts";

const all = await loadScenarios();
const reached = new Set<string>();

describe.each([...new Set(all.map(one => one.check))])("%s", check => {
  test.each(all.filter(one => one.check === check))("$name", async ({ scenario }) => {
    const { findings } = await runScenario(scenario);
    for (const finding of findings) reached.add(`${finding.check}/${finding.outcome}`);
    const own = findings.filter(finding => finding.check === check).map(spoken);
    for (const wanted of scenario.must) {
      expect(
        findings.some(finding => says(finding, wanted, check)),
        `must ${wanted}; said: ${own.join("; ")}`,
      ).toBe(true);
    }
    for (const unwanted of scenario.mustNot ?? []) {
      const said = findings.filter(finding => says(finding, unwanted, check)).map(spoken);
      expect(said, `must not ${unwanted}`).toEqual([]);
    }
  });
});

test("every outcome of every check is reached by a scenario", () => {
  const outcomes = CHECKS.flatMap(check => Object.keys(check.outcomes).map(code => `${check.id}/${code}`));
  expect(outcomes.filter(outcome => !reached.has(outcome))).toEqual([]);
});

afterAll(() => reached.clear());

/** "outcome", "check/outcome", "outcome @subject", "outcome = status" and their combinations. */
function says(finding: Finding, wanted: string, ownCheck: string): boolean {
  const [place = "", status] = wanted.split(" = ");
  const at = place.indexOf(" @");
  const code = at === -1 ? place : place.slice(0, at);
  const subject = at === -1 ? null : place.slice(at + 2);
  const [check, outcome] = code.includes("/") ? code.split("/") : [ownCheck, code];
  return (
    finding.check === check &&
    finding.outcome === outcome &&
    (subject === null || finding.subject === subject) &&
    (status === undefined || finding.status === status)
  );
}

const spoken = ({ outcome, subject, status }: Finding): string =>
  `${outcome}${subject === null ? "" : ` @${subject}`} = ${status}`;
