import { defineConfig } from "vitest/config";

/** Unit tests are pure and quick; the other projects may open loopback sockets or a real database. */
export default defineConfig({
  test: {
    // A shared build machine may stall for seconds; a second run tells a stall from a fault.
    retry: process.env["CI"] === undefined ? 0 : 2,
    projects: [
      // Quick tests; the time-out is for machines that are busy with other things.
      {
        test: {
          name: "unit",
          include: ["tests/unit/**/*.test.ts", "tests/architecture.test.ts"],
          testTimeout: 30_000,
        },
      },
      { test: { name: "conformance", include: ["tests/conformance/**/*.test.ts"], testTimeout: 60_000 } },
      { test: { name: "scenarios", include: ["tests/scenarios/**/*.test.ts"], testTimeout: 60_000 } },
      {
        test: {
          name: "integration",
          include: ["tests/integration/**/*.test.ts"],
          globalSetup: ["tests/support/postgres-setup.ts"],
          testTimeout: 60_000,
          hookTimeout: 120_000,
          fileParallelism: false,
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
