import { defineConfig } from "vitest/config";

/** A shared build machine may stall for seconds, and some tests measure time, kill processes and wait for others. */
const retry = process.env["CI"] === undefined ? 0 : 1;

/** Unit tests are pure and quick; the other projects may open loopback sockets or a real database. */
export default defineConfig({
  test: {
    // One more than two cores: the long ones wait for workers that were killed and clocks that have to run out.
    maxWorkers: 3,
    projects: [
      // What is pure has nothing to be isolated from: modules are loaded once for all files, not once for each.
      // The time-out is for machines that are busy with other things.
      {
        test: {
          name: "unit",
          include: ["tests/unit/**/*.test.ts", "tests/architecture.test.ts"],
          testTimeout: 30_000,
          isolate: false,
        },
      },
      {
        test: {
          name: "conformance",
          include: ["tests/conformance/**/*.test.ts"],
          testTimeout: 60_000,
          retry,
        },
      },
      {
        test: {
          name: "scenarios",
          include: ["tests/scenarios/**/*.test.ts"],
          testTimeout: 60_000,
          isolate: false,
        },
      },
      {
        test: {
          name: "integration",
          include: ["tests/integration/**/*.test.ts"],
          globalSetup: ["tests/support/postgres-setup.ts"],
          testTimeout: 60_000,
          hookTimeout: 120_000,
          retry,
        },
      },
      {
        test: {
          name: "start",
          include: ["tests/start/**/*.test.ts"],
          hookTimeout: 120_000,
        },
      },
    ],
  },
});
