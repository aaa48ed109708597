import { Client } from "pg";
import { expect, inject, test } from "vitest";
import { addMonitors } from "#lib/services/monitors/add-many.ts";
import { listMonitors } from "#lib/services/monitors/list.ts";
import { getScan } from "#lib/services/scans/get.ts";
import { startScan } from "#lib/services/scans/start.ts";
import { runWorker } from "#lib/worker/run-worker.ts";
import { storeAccount } from "../../support/account.ts";
import { freshDatabase } from "../../support/fresh-database.ts";
import { account, openTestHouse, visitor, zoneScanner } from "../../support/test-house.ts";

async function until(isTrue: () => Promise<boolean>, seconds = 40): Promise<void> {
  const deadline = performance.now() + seconds * 1_000;
  while (!(await isTrue())) {
    if (performance.now() > deadline) throw new Error("It did not come true in time.");
    await new Promise(resolve => setTimeout(resolve, 50));
  }
}

test("fifty watched domains keep nobody waiting, and all are looked at once", async () => {
  const url = await freshDatabase(inject("postgresUrl"));
  const web = await openTestHouse({ url });
  const working = await openTestHouse({
    url,
    role: "worker",
    scanner: zoneScanner("example.com. 300 IN MX 10 mx.example.com.", 20),
  });
  const sql = new Client({ connectionString: url });
  await sql.connect();
  const loop = await runWorker({ house: working, queue: working.queue, concurrency: 4, log: () => {} });
  try {
    const ctx = account(web, await storeAccount(url));
    const text = Array.from({ length: 50 }, (_, n) => `d${n}.example.com`).join("\n");
    await addMonitors({ ctx, input: { text } });
    const looked = async () => {
      const { monitors } = await listMonitors({ ctx, input: { limit: 200 } });
      return monitors.filter(({ lastScan }) => lastScan?.status === "done").length;
    };
    await until(async () => (await looked()) >= 2);
    // Runs that wait are no scans that wait: they do not have people's scans refused.
    const person = { ...visitor(web), limits: { ...web.limits, waitingScans: 20 } };
    const { scan } = await startScan({ ctx: person, input: { domain: "person.example.com" } });
    await until(async () => (await getScan({ ctx: person, input: { id: scan.id } })).status === "done");
    expect(await looked()).toBeLessThan(50);
    await until(async () => (await looked()) === 50);
    const { rows } = await sql.query(
      "SELECT count(*)::int AS scans, count(DISTINCT scan_id)::int AS asked FROM scan_requests WHERE source = 'monitor'",
    );
    expect(rows).toEqual([{ scans: 50, asked: 50 }]);
  } finally {
    await loop.stop();
    await sql.end();
    await web.close();
    await working.close();
  }
}, 120_000);
