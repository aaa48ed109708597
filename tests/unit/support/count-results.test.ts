import { expect, test } from "vitest";
import { playwrightCount, vitestCount } from "../../support/count-results.ts";

test("a test file that could not be loaded is a failure", () => {
  const report = {
    numPassedTests: 3,
    numFailedTests: 1,
    testResults: [
      { status: "passed", assertionResults: [{}, {}] },
      { status: "failed", assertionResults: [{}, {}] },
      { status: "failed", assertionResults: [] },
    ],
  };
  expect(vitestCount(report)).toEqual({ passed: 3, failed: 2 });
});

test("a second run that passed has passed, an error outside of tests is a failure", () => {
  const report = { stats: { expected: 5, unexpected: 1, flaky: 1, skipped: 2 }, errors: [{}] };
  expect(playwrightCount(report)).toEqual({ passed: 6, failed: 2 });
});
