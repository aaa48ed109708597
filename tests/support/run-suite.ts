import { spawn } from "node:child_process";
import { once } from "node:events";
import { readFile, rm } from "node:fs/promises";
import type { Count } from "./count-results.ts";

/**
 * Runs a test program to its end and counts by the report that it writes. A program that fails without telling
 * of a failed test (it could not even begin) counts as one failure.
 */
export async function runSuite(suite: {
  readonly report: string;
  readonly args: readonly string[];
  readonly env?: Readonly<Record<string, string>>;
  readonly count: (report: unknown) => Count;
}): Promise<Count> {
  await rm(suite.report, { force: true });
  const child = spawn(process.execPath, suite.args, {
    stdio: "inherit",
    env: { ...process.env, ...suite.env },
  });
  const [code] = await once(child, "close");
  const count = await readFile(suite.report, "utf8").then(
    text => suite.count(JSON.parse(text)),
    () => ({ passed: 0, failed: 0 }),
  );
  return code !== 0 && count.failed === 0 ? { ...count, failed: 1 } : count;
}
