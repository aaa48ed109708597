import { Client } from "pg";
import { afterAll, afterEach, beforeAll, describe, expect, inject, test } from "vitest";
import { type NameServer, startNameServer } from "#lib/dns/name-server/start-name-server.ts";
import { getScan } from "#lib/services/scans/get.ts";
import { startScan } from "#lib/services/scans/start.ts";
import { freshDatabase } from "../../support/fresh-database.ts";
import { openTestHouse, type TestHouse, visitor } from "../../support/test-house.ts";
import { startWorkerProcess, type WorkerProcess } from "../../support/worker-process.ts";

const ZONE = `
$ORIGIN example.com.
@ 300 IN SOA ns1 hostmaster 1 7200 900 1209600 300
@ 300 IN NS ns1
@ 300 IN MX 10 mx1
@ 300 IN TXT "v=spf1 mx -all"
ns1 300 IN A 192.0.2.1
mx1 300 IN A 192.0.2.2
`;

let url: string;
let house: TestHouse;
let sql: Client;
let slowDns: NameServer;
const workers: WorkerProcess[] = [];

beforeAll(async () => {
  url = await freshDatabase(inject("postgresUrl"));
  house = await openTestHouse({ url });
  sql = new Client({ connectionString: url });
  await sql.connect();
  // Slow enough for a scan of some seconds, quick enough for every lookup to succeed.
  slowDns = await startNameServer({ zones: ZONE, faults: [{ kind: "delay", name: "*", delayMs: 900 }] });
});

afterEach(async () => {
  await Promise.all(workers.splice(0).map(one => one.kill("SIGKILL")));
});

afterAll(async () => {
  await slowDns.close();
  await sql.end();
  await house.close();
});

const startWorker = () => {
  const started = startWorkerProcess({ DATABASE_URL: url, DNS_SERVERS: `127.0.0.1:${slowDns.port}` });
  workers.push(started);
  return started;
};

describe("a worker that dies in the middle of a scan", () => {
  test("SIGKILL: another one finishes the scan, once, within 45 s", { timeout: 90_000 }, async () => {
    const first = startWorker();
    const id = await ask("first");
    await until(id, "running", 20_000);
    await house.clock.sleep(500);
    const killedAt = performance.now();
    await first.kill("SIGKILL");
    startWorker();
    await until(id, "done", 45_000);
    console.log(`finished ${((performance.now() - killedAt) / 1000).toFixed(1)} s after the kill`);
    expect(await traces(id)).toEqual({ attempt: 2, completed: 1, unfinished: 0 });
    const scan = await getScan({ ctx: visitor(house), input: { id } });
    expect(scan.report?.domain).toBe("example.com");
  });

  test("SIGTERM: the scan is given back and finished by the next worker", { timeout: 90_000 }, async () => {
    const first = startWorker();
    const id = await ask("second");
    await until(id, "running", 20_000);
    await first.kill("SIGTERM");
    startWorker();
    await until(id, "done", 45_000);
    expect(await traces(id)).toMatchObject({ completed: 1, unfinished: 0 });
  });

  test("two workers, one killed at any moment, again and again", { timeout: 150_000 }, async () => {
    startWorker();
    startWorker();
    const ids: string[] = [];
    for (let round = 0; round < 4; round += 1) {
      for (let n = 0; n < 3; n += 1) ids.push(await ask(`round-${round}-${n}`));
      await house.clock.sleep(Math.random() * 3_000);
      await workers.shift()?.kill("SIGKILL");
      startWorker();
    }
    for (const id of ids) await until(id, "done", 90_000);
    for (const id of ids) {
      const { attempt, completed, unfinished } = await traces(id);
      expect({ completed, unfinished }).toEqual({ completed: 1, unfinished: 0 });
      expect(attempt).toBeLessThanOrEqual(3);
    }
  });
});

/** A scan that joins no other: its hint is its own. */
async function ask(selector: string): Promise<string> {
  const { scan } = await startScan({
    ctx: visitor(house, "browser"),
    input: { domain: "example.com", selectors: [selector] },
  });
  return scan.id;
}

async function until(id: string, status: string, withinMs: number): Promise<void> {
  const deadline = performance.now() + withinMs;
  for (;;) {
    const scan = await getScan({ ctx: visitor(house), input: { id } });
    if (scan.status === status) return;
    if (performance.now() > deadline) {
      throw new Error(`still ${scan.status}; ${workers.map(one => one.log()).join("\n")}`);
    }
    await house.clock.sleep(50);
  }
}

/** What is left of a scan: attempts, completed jobs and jobs that would still run. Jobs end after the scan. */
async function traces(id: string): Promise<{ attempt: number; completed: number; unfinished: number }> {
  for (let look = 0; ; look += 1) {
    const { rows } = await sql.query(
      `SELECT (SELECT attempt FROM scans WHERE id = $1) AS attempt,
        count(*) FILTER (WHERE state = 'completed')::int AS completed,
        count(*) FILTER (WHERE state IN ('created', 'retry', 'active'))::int AS unfinished
       FROM pgboss.job WHERE data->>'scanId' = $1`,
      [id],
    );
    if (rows[0].unfinished === 0 || look > 50) return rows[0];
    await house.clock.sleep(100);
  }
}
