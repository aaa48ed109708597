import { mkdir } from "node:fs/promises";
import { ensurePrismaClient } from "#lib/start/prisma-client.ts";
import { reasonOf } from "#lib/start/start-error.ts";
import { ensureWebBuild } from "#lib/start/web-build.ts";
import { type Count, playwrightCount, vitestCount } from "../tests/support/count-results.ts";
import { runSuite } from "../tests/support/run-suite.ts";

/** Every suite one after the other; the last line is for machines. */
const REPORTS = "test-results/reports";

interface Suite {
  readonly name: string;
  readonly report: string;
  readonly args: readonly string[];
  readonly env?: Readonly<Record<string, string>>;
  readonly count: (report: unknown) => Count;
}

const vitest = (name: string, ...projects: readonly string[]): Suite => {
  const report = `${REPORTS}/${name}.json`;
  const chosen = projects.flatMap(project => ["--project", project]);
  return {
    name: projects.join(", "),
    report,
    args: [
      "node_modules/vitest/vitest.mjs",
      "run",
      ...chosen,
      "--reporter=default",
      "--reporter=json",
      `--outputFile.json=${report}`,
    ],
    count: vitestCount,
  };
};

const SUITES: readonly Suite[] = [
  // Together: the engine computes while the integration tests wait.
  vitest("programs", "unit", "conformance", "scenarios", "integration"),
  {
    name: "end to end",
    report: `${REPORTS}/e2e.json`,
    args: ["node_modules/@playwright/test/cli.js", "test", "--reporter=list,json"],
    env: { PLAYWRIGHT_JSON_OUTPUT_NAME: `${REPORTS}/e2e.json` },
    count: playwrightCount,
  },
];

await mkdir(REPORTS, { recursive: true });
let passed = 0;
let failed = 0;
try {
  await ensurePrismaClient();
  // The browser tests need the pages; a build that fails tells them so when they make it again.
  const built = ensureWebBuild(() => console.log("Building the pages beside the first tests.")).catch(
    () => false,
  );
  for (const suite of SUITES) {
    console.log(`\n== ${suite.name}`);
    if (suite.name === "end to end") await built;
    const count = await runSuite(suite);
    passed += count.passed;
    failed += count.failed;
  }
} catch (error) {
  console.error(reasonOf(error));
  failed += 1;
}
console.log(`\n${passed} passed, ${failed} failed`);
process.exit(failed === 0 ? 0 : 1);
