import { Client } from "pg";
import { afterAll, beforeAll, describe, expect, inject, test } from "vitest";
import { deleteBatch } from "#lib/services/bulk/delete.ts";
import { abandonBulkItem, executeBulkItem } from "#lib/services/bulk/execute.ts";
import { getBatch } from "#lib/services/bulk/get.ts";
import { listBatches } from "#lib/services/bulk/list.ts";
import { readBatchResults } from "#lib/services/bulk/results.ts";
import { startBulk } from "#lib/services/bulk/start.ts";
import { getScan } from "#lib/services/scans/get.ts";
import { startScan } from "#lib/services/scans/start.ts";
import { runWorker } from "#lib/worker/run-worker.ts";
import { storeAccount } from "../../support/account.ts";
import { freshDatabase } from "../../support/fresh-database.ts";
import {
  account,
  openTestHouse,
  type TestHouse,
  visitor,
  worker,
  zoneScanner,
} from "../../support/test-house.ts";

let url: string;
let house: TestHouse;
let sql: Client;
let owner: string;
let stranger: string;

const asOwner = () => account(house, owner);

beforeAll(async () => {
  url = await freshDatabase(inject("postgresUrl"));
  house = await openTestHouse({ url });
  sql = new Client({ connectionString: url });
  await sql.connect();
  owner = await storeAccount(url);
  stranger = await storeAccount(url);
});

afterAll(async () => {
  await sql.end();
  await house.close();
});

async function resultsOf(id: string) {
  const results = [];
  for await (const result of await readBatchResults({ ctx: asOwner(), input: { id } })) results.push(result);
  return results;
}

describe("a batch", () => {
  test("holds each domain once, in the order of the first mention, and a job for each", async () => {
    const domains = ["b.example.com", "A.example.com.", "https://b.example.com/x", "c.example.com"];
    const batch = await startBulk({ ctx: asOwner(), input: { domains } });
    expect(batch).toMatchObject({
      total: 3,
      progress: { pending: 3, running: 0, done: 0, finishedAt: null },
    });
    const results = await resultsOf(batch.id);
    expect(results.map(({ position, domain }) => [position, domain])).toEqual([
      [0, "b.example.com"],
      [1, "a.example.com"],
      [2, "c.example.com"],
    ]);
    const { rows } = await sql.query(
      "SELECT count(*)::int AS n FROM pgboss.job WHERE name = 'bulk-scan' AND group_id = $1",
      [batch.id],
    );
    expect(rows[0].n).toBe(3);
  });

  test("with one name that is none is refused as a whole, and the place is told", async () => {
    const refusal = startBulk({ ctx: asOwner(), input: { domains: ["fine.com", "localhost"] } });
    await expect(refusal).rejects.toMatchObject({ code: "invalid", field: "domains.1" });
  });

  test.each([0, 1_001])("of %d domains is refused", async length => {
    const domains = Array.from({ length }, (_, n) => `d${n}.example.com`);
    await expect(startBulk({ ctx: asOwner(), input: { domains } })).rejects.toMatchObject({
      code: "invalid",
    });
  });

  test("is stored in a moment when it is as large as it may be", async () => {
    const domains = Array.from({ length: 1_000 }, (_, n) => `large${n}.example.com`);
    const before = performance.now();
    const { id } = await startBulk({ ctx: asOwner(), input: { domains } });
    const ms = performance.now() - before;
    console.log(`1,000 domains stored in ${ms.toFixed(0)} ms`);
    expect(ms).toBeLessThan(3_000);
    await deleteBatch({ ctx: asOwner(), input: { id } });
  });

  test("is nobody else's", async () => {
    const { id } = await startBulk({ ctx: asOwner(), input: { domains: ["mine.example.com"] } });
    const other = account(house, stranger);
    for (const theft of [getBatch, readBatchResults, deleteBatch]) {
      await expect(theft({ ctx: other, input: { id } })).rejects.toMatchObject({ code: "not-found" });
    }
    expect((await listBatches({ ctx: other, input: {} })).batches).toEqual([]);
    await expect(startBulk({ ctx: visitor(house), input: { domains: ["a.com"] } })).rejects.toMatchObject({
      code: "unauthenticated",
    });
  });

  test("pages of the list follow each other without a gap, also for batches of one moment", async () => {
    const now = new Date();
    const ctx = { ...account(house, stranger), clock: { ...house.clock, now: () => now } };
    const ids: string[] = [];
    for (const domain of ["p1.com", "p2.com", "p3.com"]) {
      ids.push((await startBulk({ ctx, input: { domains: [domain] } })).id);
    }
    const seen: string[] = [];
    let after: { requestedAt: Date; id: string } | undefined;
    for (let page = 0; page < 4; page += 1) {
      const { batches, last } = await listBatches({ ctx, input: { limit: 1, ...(after ? { after } : {}) } });
      seen.push(...batches.map(({ id }) => id));
      if (last === null) break;
      after = last;
    }
    expect(seen.toSorted()).toEqual(ids.toSorted());
  });

  test("may be limited: then nothing of it is stored", async () => {
    const limits = { ...house.limits, workPerAccount: { burst: 2, periodSeconds: 3_600 } };
    const poor = await storeAccount(url);
    const ctx = { ...account(house, poor), limits };
    await startBulk({ ctx, input: { domains: ["one.com", "two.com"] } });
    const refusal = startBulk({ ctx, input: { domains: ["three.com"] } });
    await expect(refusal).rejects.toMatchObject({ code: "limited" });
    expect((await listBatches({ ctx, input: {} })).batches).toHaveLength(1);
  });
});

describe("one domain of a batch", () => {
  test("gets one scan however often its job is run, and the account may read it", async () => {
    const { id } = await startBulk({ ctx: asOwner(), input: { domains: ["once.example.com"] } });
    const input = { batchId: id, position: 0 };
    const first = executeBulkItem({ ctx: worker(house), input });
    await Promise.all([first, executeBulkItem({ ctx: worker(house), input })]);
    await executeBulkItem({ ctx: worker(house), input });
    const [result] = await resultsOf(id);
    expect(result).toMatchObject({ status: "scanned", scan: { status: "done" } });
    const scanId = result?.scan?.id ?? "";
    expect(result?.scan?.findings.length).toBeGreaterThan(10);
    expect(await getScan({ ctx: asOwner(), input: { id: scanId } })).toMatchObject({ mine: true });
    const { rows } = await sql.query("SELECT count(*)::int AS n FROM scans WHERE domain = $1", [
      "once.example.com",
    ]);
    expect(rows[0].n).toBe(1);
    const batch = await getBatch({ ctx: asOwner(), input: { id } });
    expect(batch.progress).toMatchObject({ done: 1, pending: 0, finishedAt: expect.any(Date) });
  });

  test("joins the fresh scan that somebody else asked for", async () => {
    const { scan } = await startScan({ ctx: visitor(house), input: { domain: "joined.example.com" } });
    const { id } = await startBulk({ ctx: asOwner(), input: { domains: ["joined.example.com"] } });
    await executeBulkItem({ ctx: worker(house), input: { batchId: id, position: 0 } });
    const [result] = await resultsOf(id);
    expect(result?.scan).toMatchObject({ id: scan.id, status: "pending" });
  });

  test("of which too much is asked is refused by itself", async () => {
    const { id } = await startBulk({ ctx: asOwner(), input: { domains: ["busy.example.com"] } });
    const limits = { ...house.limits, scansPerDomain: { burst: 1, periodSeconds: 3_600 } };
    const limited = { ...worker(house), limits };
    await startScan({
      ctx: { ...visitor(house), limits },
      input: { domain: "busy.example.com", selectors: ["other"] },
    });
    await executeBulkItem({ ctx: limited, input: { batchId: id, position: 0 } });
    expect(await resultsOf(id)).toMatchObject([{ status: "refused", failure: "limited", scan: null }]);
    expect((await getBatch({ ctx: asOwner(), input: { id } })).progress).toMatchObject({ failed: 1 });
  });

  test("whose every attempt crashed is failed, before and after it had a scan", async () => {
    const domains = ["crash1.example.com", "crash2.example.com"];
    const { id } = await startBulk({ ctx: asOwner(), input: { domains } });
    const crashing = { ...worker(house), scanner: () => Promise.reject(new Error("died")) };
    const second = { batchId: id, position: 1 };
    await expect(executeBulkItem({ ctx: crashing, input: second })).rejects.toThrow("died");
    await abandonBulkItem({ ctx: worker(house), input: { batchId: id, position: 0 } });
    await abandonBulkItem({ ctx: worker(house), input: second });
    expect(await resultsOf(id)).toMatchObject([
      { status: "refused", failure: "crashed" },
      { status: "scanned", scan: { status: "failed" } },
    ]);
    expect((await getBatch({ ctx: asOwner(), input: { id } })).progress).toMatchObject({ failed: 2 });
  });

  test("is not scanned once the batch is deleted", async () => {
    const { id } = await startBulk({ ctx: asOwner(), input: { domains: ["gone.example.com"] } });
    await deleteBatch({ ctx: asOwner(), input: { id } });
    await executeBulkItem({ ctx: worker(house), input: { batchId: id, position: 0 } });
    const { rows } = await sql.query("SELECT 1 FROM scans WHERE domain = 'gone.example.com'");
    expect(rows).toEqual([]);
  });

  test("is carried out by nobody but a worker", async () => {
    const attempt = executeBulkItem({ ctx: asOwner(), input: { batchId: "x", position: 0 } });
    await expect(attempt).rejects.toMatchObject({ code: "forbidden" });
  });
});

test("a batch of 60 does not keep a person waiting, and every domain gets its scan once", async () => {
  const own = await freshDatabase(inject("postgresUrl"));
  const web = await openTestHouse({ url: own });
  const slow = zoneScanner("", 20);
  let running = 0;
  let most = 0;
  const working = await openTestHouse({
    url: own,
    role: "worker",
    scanner: async order => {
      running += 1;
      most = Math.max(most, running);
      return slow(order).finally(() => {
        running -= 1;
      });
    },
  });
  const loop = await runWorker({ house: working, queue: working.queue, concurrency: 4, log: console.log });
  try {
    const ctx = account(web, await storeAccount(own));
    const domains = Array.from({ length: 60 }, (_, n) => `bulk${n}.example.com`);
    const { id } = await startBulk({ ctx, input: { domains } });
    await until(async () => (await getBatch({ ctx, input: { id } })).progress.done >= 4);
    const asked = performance.now();
    const { scan } = await startScan({ ctx: visitor(web), input: { domain: "person.example.com" } });
    await until(async () => (await getScan({ ctx: visitor(web), input: { id: scan.id } })).status === "done");
    const waited = performance.now() - asked;
    const { progress } = await getBatch({ ctx, input: { id } });
    console.log(`a person waited ${waited.toFixed(0)} ms while ${progress.pending} of 60 waited`);
    expect(progress.pending).toBeGreaterThan(0);
    const begun = performance.now();
    await until(async () => (await getBatch({ ctx, input: { id } })).progress.finishedAt !== null);
    console.log(`the other ${progress.pending} took ${(performance.now() - begun).toFixed(0)} ms`);
    expect((await getBatch({ ctx, input: { id } })).progress).toMatchObject({ done: 60, failed: 0 });
    // Two places for batches beside the four for people, of whom there was one.
    expect(most).toBeLessThanOrEqual(3);
  } finally {
    await loop.stop();
    await web.close();
    await working.close();
  }
});

async function until(holds: () => Promise<boolean>): Promise<void> {
  while (!(await holds())) await new Promise(resolve => setTimeout(resolve, 25));
}
