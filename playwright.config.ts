import { mkdtempSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { defineConfig } from "@playwright/test";
import { freePort } from "#lib/start/free-port.ts";
import { CHROMIUM_ARGS, findChromium, NO_BROWSER } from "./tests/support/chromium.ts";

// Read once, inherited by the processes that read this file again.
const port = (process.env.E2E_PORT ??= String(await freePort()));
process.env.E2E_DATA_DIR ??= mkdtempSync(join(tmpdir(), "mailtriage-e2e-"));
const executablePath = findChromium();
if (executablePath === null) throw new Error(NO_BROWSER);

/** The whole house as `npm start` runs it, with a name server of its own and nothing else to talk to. */
export default defineConfig({
  testDir: "tests/e2e",
  testMatch: "**/*.spec.ts",
  fullyParallel: true,
  workers: 2,
  timeout: 60_000,
  // A shared build machine may stall for seconds; what needed a second run is named in the output.
  retries: process.env.CI ? 1 : 0,
  expect: { timeout: 10_000 },
  reporter: [["list"]],
  outputDir: "test-results",
  use: {
    baseURL: `http://localhost:${port}`,
    launchOptions: { executablePath, args: CHROMIUM_ARGS },
    // Recording every page costs a fifth of the whole run; what failed is run again with a recording.
    trace: "on-first-retry",
  },
  webServer: {
    command: "node tests/support/e2e-house.ts",
    url: `http://localhost:${port}/api/health`,
    reuseExistingServer: false,
    timeout: 900_000,
    gracefulShutdown: { signal: "SIGTERM", timeout: 15_000 },
    stdout: "pipe",
  },
});
