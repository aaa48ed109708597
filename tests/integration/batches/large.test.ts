import { readFile } from "node:fs/promises";
import { Client } from "pg";
import { afterAll, afterEach, beforeAll, describe, expect, inject, test } from "vitest";
import { getBatch } from "#lib/services/batches/get.ts";
import { startBatch } from "#lib/services/batches/start.ts";
import { summariseBatch } from "#lib/services/batches/summarise.ts";
import { failureLog } from "../../support/bounce-log.ts";
import { freshDatabase } from "../../support/fresh-database.ts";
import { openTestHouse, type TestHouse, visitor } from "../../support/test-house.ts";
import { startWorkerProcess, type WorkerProcess } from "../../support/worker-process.ts";

/** Real workers in processes of their own, and as many failures as a batch may hold. */

let url: string;
let house: TestHouse;
let sql: Client;
const workers: WorkerProcess[] = [];

beforeAll(async () => {
  url = await freshDatabase(inject("postgresUrl"));
  house = await openTestHouse({ url });
  sql = new Client({ connectionString: url });
  await sql.connect();
});

afterEach(async () => {
  await Promise.all(workers.splice(0).map(one => one.kill("SIGKILL")));
});

afterAll(async () => {
  await sql.end();
  await house.close();
});

const ctx = () => visitor(house, "my browser");

const startWorker = () => {
  // A name server that is not there: nothing of this may wait for DNS.
  const started = startWorkerProcess({ DATABASE_URL: url, DNS_SERVERS: "127.0.0.1:9" });
  workers.push(started);
  return started;
};

async function upload(failures: number): Promise<string> {
  const file = { name: "mail.log", bytes: Buffer.from(failureLog(failures)) };
  return (await startBatch({ ctx: ctx(), input: { files: [file] } })).id;
}

async function until(
  id: string,
  reached: (batch: Awaited<ReturnType<typeof getBatch>>) => boolean,
): Promise<void> {
  const deadline = performance.now() + 150_000;
  for (;;) {
    const batch = await getBatch({ ctx: ctx(), input: { id } });
    if (reached(batch)) return;
    if (performance.now() > deadline) throw new Error(`still ${batch.status}, ${batch.failures} failures`);
    await house.clock.sleep(50);
  }
}

const isDone = ({ status }: { status: string }) => status === "done" || status === "failed";

/** The most memory that a process has held, in MB; null where the system does not tell. */
async function peakMemory({ child }: WorkerProcess): Promise<number | null> {
  const status = await readFile(`/proc/${child.pid}/status`, "utf8").catch(() => "");
  const kilobytes = /VmHWM:\s+(\d+) kB/.exec(status)?.[1];
  return kilobytes === undefined ? null : Number(kilobytes) / 1024;
}

describe("fifty thousand failures", () => {
  test("are all stored, within bounded memory", { timeout: 200_000 }, async () => {
    const worker = startWorker();
    const small = await upload(10);
    await until(small, isDone);
    const before = (await peakMemory(worker)) ?? 0;
    const started = performance.now();
    const id = await upload(50_000);
    await until(id, isDone);
    const peak = await peakMemory(worker);
    console.log(
      `50,000 failures in ${((performance.now() - started) / 1000).toFixed(1)} s, peak memory ${peak?.toFixed(0)} MB, ${before.toFixed(0)} MB of it before`,
    );
    if (peak !== null) expect(peak - before).toBeLessThan(450);
    const counting = performance.now();
    const { batch, matching, causes, groups } = await summariseBatch({ ctx: ctx(), input: { id } });
    console.log(`counted in ${(performance.now() - counting).toFixed(0)} ms`);
    expect(batch).toMatchObject({
      status: "done",
      failures: 50_000,
      summary: { read: 50_000, truncated: false },
    });
    expect(matching).toMatchObject({ failures: 50_000, addresses: 50_000 });
    expect(causes.reduce((sum, { failures }) => sum + failures, 0)).toBe(50_000);
    expect(groups.domain.of).toBe(97);
    expect(performance.now() - counting).toBeLessThan(10_000);
  });
});

describe("a worker that is killed in the middle", () => {
  test("another one finishes the batch, once", { timeout: 200_000 }, async () => {
    const first = startWorker();
    const id = await upload(12_000);
    await until(id, ({ failures }) => failures > 2_000);
    await first.kill("SIGKILL");
    const { rows: half } = await sql.query("SELECT status, done FROM batches WHERE id = $1", [id]);
    expect(half[0]).toMatchObject({ status: "running" });
    expect(half[0].done).toBeLessThan(12_000);
    startWorker();
    await until(id, isDone);
    const { rows } = await sql.query(
      `SELECT (SELECT attempt FROM batches WHERE id = $1) AS attempt,
        count(*)::int AS items, count(DISTINCT item)::int AS different, max(item) AS last,
        (SELECT count(*)::int FROM batch_files WHERE batch_id = $1) AS files
       FROM batch_items WHERE batch_id = $1`,
      [id],
    );
    expect(rows[0]).toEqual({ attempt: 2, items: 12_000, different: 12_000, last: 12_000, files: 0 });
    expect(await getBatch({ ctx: ctx(), input: { id } })).toMatchObject({ status: "done", failures: 12_000 });
  });

  test("a worker that is asked to stop gives the batch back", { timeout: 200_000 }, async () => {
    const first = startWorker();
    const id = await upload(12_000);
    await until(id, ({ failures }) => failures > 1_000);
    await first.kill("SIGTERM");
    startWorker();
    await until(id, isDone);
    expect(await getBatch({ ctx: ctx(), input: { id } })).toMatchObject({ status: "done", failures: 12_000 });
  });
});
