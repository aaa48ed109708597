import { expect, inject, test } from "vitest";
import { startScan } from "#lib/services/scans/start.ts";
import { runWorker } from "#lib/worker/run-worker.ts";
import { freshDatabase } from "../../support/fresh-database.ts";
import { openTestHouse, visitor, zoneScanner } from "../../support/test-house.ts";

const SCANS = 60;
const WARM_UP = 10;

test("a worker takes a scan up within 50 ms of its being stored, in the median", async () => {
  const url = await freshDatabase(inject("postgresUrl"));
  const begun = new Map<string, number>();
  const scanner = zoneScanner("");
  const worker = await openTestHouse({
    url,
    role: "worker",
    scanner: order => {
      begun.set(order.domain, performance.now());
      return scanner(order);
    },
  });
  const web = await openTestHouse({ url });
  const running = await runWorker({ house: worker, queue: worker.queue, concurrency: 4, log: console.log });
  try {
    const waits: number[] = [];
    for (let n = 0; n < SCANS; n += 1) {
      const domain = `d${n}.example.com`;
      await startScan({ ctx: visitor(web, "browser"), input: { domain } });
      const stored = performance.now();
      while (!begun.has(domain)) await web.clock.sleep(1);
      waits.push(Math.max(0, (begun.get(domain) ?? 0) - stored));
      await web.clock.sleep(20);
    }
    const sorted = waits.slice(WARM_UP).toSorted((a, b) => a - b);
    const median = sorted[Math.floor(sorted.length / 2)] ?? Number.NaN;
    console.log(`stored to begun: median ${median.toFixed(1)} ms, worst ${sorted.at(-1)?.toFixed(1)} ms`);
    expect(median).toBeLessThan(50);
  } finally {
    await running.stop();
    await web.close();
    await worker.close();
  }
});
