import { chmod, mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { applyMigrations } from "#lib/db/migrations.ts";
import { prepareQueues } from "#lib/jobs/boss.ts";
import { getScan } from "#lib/services/scans/get.ts";
import { startScan } from "#lib/services/scans/start.ts";
import { toServiceError } from "#lib/services/service-error.ts";
import { checkHealth } from "#lib/services/workers/health.ts";
import { nativeFolder } from "#lib/start/postgres/binaries.ts";
import { choosePlace } from "#lib/start/postgres/place.ts";
import { type PostgresOptions, type PostgresServer, startPostgres } from "#lib/start/postgres/server.ts";
import { runWorker } from "#lib/worker/run-worker.ts";
import { openTestHouse, type TestHouse, visitor, zoneScanner } from "../../support/test-house.ts";

let directory: string;
let options: PostgresOptions;
let server: PostgresServer;
let house: TestHouse;
let running: Awaited<ReturnType<typeof runWorker>>;
const scanning = { began: Promise.withResolvers<void>(), mayEnd: Promise.withResolvers<void>() };

beforeAll(async () => {
  directory = await mkdtemp(join(tmpdir(), "mailtriage-gone-"));
  await chmod(directory, 0o711);
  const place = await choosePlace({
    nativeDir: await nativeFolder(),
    dataDir: join(directory, "postgres"),
  });
  options = { place, password: "gone", logFile: join(directory, "postgres.log") };
  server = await startPostgres(options);
  await applyMigrations(server.url, "prisma/migrations");
  await prepareQueues(server.url);
  const zone = zoneScanner("example.com. 300 IN MX 10 mx.example.com.");
  house = await openTestHouse({
    url: server.url,
    role: "worker",
    scanner: async order => {
      scanning.began.resolve();
      await scanning.mayEnd.promise;
      return zone(order);
    },
  });
  running = await runWorker({ house, queue: house.queue, concurrency: 2, log: () => {} });
});

afterAll(async () => {
  await running.stop();
  await house.close();
  await server.stop();
  await rm(directory, { recursive: true, force: true });
});

describe("the database goes away in the middle of a scan", () => {
  test("the finished report waits in memory and is stored once it is back", { timeout: 60_000 }, async () => {
    const ctx = visitor(house, "browser");
    const { scan } = await startScan({ ctx, input: { domain: "example.com" } });
    await scanning.began.promise;
    expect((await checkHealth({ ctx })).ok).toBe(true);

    await server.stop();
    scanning.mayEnd.resolve();
    const refused = await startScan({ ctx, input: { domain: "other.com" } }).catch(toServiceError);
    expect(refused).toMatchObject({ code: "unavailable", retryAfter: 60 });
    expect(await checkHealth({ ctx })).toMatchObject({ ok: false, database: false });
    await house.clock.sleep(3_000);

    server = await startPostgres({ ...options, port: server.port });
    const stored = await untilDone(scan.id);
    expect(stored).toMatchObject({ status: "done", domain: "example.com" });
    expect((await checkHealth({ ctx })).ok).toBe(true);
  });
});

async function untilDone(id: string) {
  for (let look = 0; look < 200; look += 1) {
    const scan = await getScan({ ctx: visitor(house), input: { id } });
    if (scan.status === "done") return scan;
    await house.clock.sleep(100);
  }
  throw new Error("the report was not stored");
}
