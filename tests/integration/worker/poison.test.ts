import { expect, inject, test } from "vitest";
import { getScan } from "#lib/services/scans/get.ts";
import { startScan } from "#lib/services/scans/start.ts";
import { runWorker } from "#lib/worker/run-worker.ts";
import { freshDatabase } from "../../support/fresh-database.ts";
import { openTestHouse, visitor } from "../../support/test-house.ts";

test("a scan that crashes every time is tried three times, then shown as failed and told to the operator", async () => {
  const url = await freshDatabase(inject("postgresUrl"));
  let runs = 0;
  const house = await openTestHouse({
    url,
    role: "worker",
    scanner: () => {
      runs += 1;
      return Promise.reject(new Error("a parser crashed"));
    },
  });
  const told: string[] = [];
  const worker = await runWorker({ house, queue: house.queue, concurrency: 2, log: line => told.push(line) });
  try {
    const ctx = visitor(house, "browser");
    const { scan } = await startScan({ ctx, input: { domain: "example.com" } });
    await expect
      .poll(async () => (await getScan({ ctx, input: { id: scan.id } })).status, { timeout: 40_000 })
      .toBe("failed");
    expect(runs).toBe(3);
    expect(told.some(line => line.includes(scan.id))).toBe(true);
  } finally {
    await worker.stop();
    await house.close();
  }
});
