import { afterAll, beforeAll, describe, expect, inject, test } from "vitest";
import type { Scanner } from "#lib/engine/create-scanner.ts";
import { abandonScan, executeScan } from "#lib/services/scans/execute.ts";
import { followScan, type ScanNews } from "#lib/services/scans/follow.ts";
import { getScan } from "#lib/services/scans/get.ts";
import { startScan } from "#lib/services/scans/start.ts";
import { type HouseWithSql, houseWithSql } from "../../support/house-with-sql.ts";
import { type TestHouse, visitor, worker, zoneScanner } from "../../support/test-house.ts";

const ZONE = `
$ORIGIN example.com.
@ 300 IN SOA ns1 hostmaster 1 7200 900 1209600 300
@ 300 IN NS ns1
@ 300 IN MX 10 mx1
@ 300 IN TXT "v=spf1 mx -all"
ns1 300 IN A 192.0.2.1
mx1 300 IN A 192.0.2.2
`;

let house: TestHouse;
let world: HouseWithSql;

beforeAll(async () => {
  world = await houseWithSql(inject("postgresUrl"), { zone: ZONE });
  ({ house } = world);
});

afterAll(() => world.close());

/** A report with octets that no name or record of an honest domain holds. */
const hostile: Scanner = async order => {
  const { report, transcript } = await zoneScanner(ZONE)(order);
  const args = { text: "\0\ud800\u00ff" };
  const odd = { check: "x", outcome: "y", status: "info", subject: "a\0b", args, lookups: [] } as const;
  return { report: { ...report, findings: [odd] }, transcript };
};

let asked = 0;
/** A pending scan that joins no other: each has a hint of its own. */
async function pending(domain: string): Promise<string> {
  asked += 1;
  const { scan } = await startScan({
    ctx: visitor(house, "browser"),
    input: { domain, selectors: [`s${asked}`] },
  });
  return scan.id;
}

const using = (scanner: Scanner) => ({ ...worker(house), scanner });
const get = (id: string) => getScan({ ctx: visitor(house), input: { id } });

describe("carrying out a scan", () => {
  test("stores the report", async () => {
    const scanId = await pending("example.com");
    await expect(executeScan({ ctx: worker(house), input: { scanId } })).resolves.toBe("stored");
    const scan = await get(scanId);
    expect(scan.status).toBe("done");
    expect(scan.report).toMatchObject({ schema: "mailtriage.scan/1", domain: "example.com" });
    expect(scan.grade).toBe(scan.report?.grade);
  });

  test("keeps octets that PostgreSQL text cannot hold", async () => {
    const scanId = await pending("example.com");
    await expect(executeScan({ ctx: using(hostile), input: { scanId } })).resolves.toBe("stored");
    expect((await get(scanId)).report?.findings[0]).toMatchObject({
      subject: "a\0b",
      args: { text: "\0\ud800\u00ff" },
    });
  });

  test("a job delivered twice is one report", async () => {
    const scanId = await pending("example.com");
    const twice = await Promise.all([
      executeScan({ ctx: using(zoneScanner(ZONE, 20)), input: { scanId } }),
      executeScan({ ctx: using(zoneScanner(ZONE, 20)), input: { scanId } }),
    ]);
    expect(twice.toSorted()).toEqual(["stored", "superfluous"]);
    await expect(executeScan({ ctx: worker(house), input: { scanId } })).resolves.toBe("superfluous");
  });

  test("a worker that was given up for dead does not overwrite its successor", async () => {
    const scanId = await pending("example.com");
    const asleep = Promise.withResolvers<void>();
    const sleepy: Scanner = async order => {
      await asleep.promise;
      return zoneScanner("example.com. 300 IN NS ns.example.net.")(order);
    };
    const first = executeScan({ ctx: using(sleepy), input: { scanId } });
    await untilRunning(scanId);
    await expect(executeScan({ ctx: worker(house), input: { scanId } })).resolves.toBe("stored");
    const report = (await get(scanId)).report;
    asleep.resolve();
    await expect(first).resolves.toBe("superfluous");
    expect((await get(scanId)).report).toEqual(report);
  });

  test("a scan whose every attempt crashed is shown as failed, and can be asked for again at once", async () => {
    const ctx = visitor(house, "browser");
    const { scan } = await startScan({ ctx, input: { domain: "poison.com" } });
    const crash = executeScan({
      ctx: using(() => Promise.reject(new Error("parser crashed"))),
      input: { scanId: scan.id },
    });
    await expect(crash).rejects.toThrow("parser crashed");
    expect((await get(scan.id)).status).toBe("running");
    await abandonScan({ ctx: worker(house), input: { scanId: scan.id } });
    expect(await get(scan.id)).toMatchObject({ status: "failed", failure: "crashed", report: null });
    const again = await startScan({ ctx, input: { domain: "poison.com" } });
    expect(again.joined).toBe(false);
  });

  test("nobody but a worker may", async () => {
    const scanId = await pending("example.com");
    const attempt = executeScan({ ctx: visitor(house, "browser"), input: { scanId } });
    await expect(attempt).rejects.toMatchObject({ code: "forbidden" });
  });
});

describe("following a scan", () => {
  test("tells everything from the start to the end, also to somebody who comes late", async () => {
    const scanId = await pending("example.com");
    const early = collect(scanId);
    const running = executeScan({ ctx: using(zoneScanner(ZONE, 150)), input: { scanId } });
    await untilRunning(scanId);
    const late = collect(scanId);
    await running;
    for (const news of [await early, await late]) {
      expect(news.at(-1)).toEqual({ type: "ended", status: "done" });
      expect(news.some(one => one.type === "status" && one.status === "running")).toBe(true);
    }
    const told = (await early).flatMap(one => (one.type === "progress" ? one.events : []));
    const report = (await get(scanId)).report;
    const findings = told.flatMap(event => (event.type === "finding" ? [event.finding] : []));
    // The last batch may be stored and cleared between two looks; the report has it.
    for (const finding of findings) expect(report?.findings).toContainEqual(finding);
    expect(told.some(event => event.type === "lookup")).toBe(true);
  });

  test("a finished scan ends at once, an unknown one is not found", async () => {
    const scanId = await pending("example.com");
    await executeScan({ ctx: worker(house), input: { scanId } });
    expect(await collect(scanId)).toEqual([{ type: "ended", status: "done" }]);
    await expect(collect("0".repeat(22))).rejects.toMatchObject({ code: "not-found" });
  });

  test("stops when the follower goes away", async () => {
    const scanId = await pending("example.com");
    const gone = new AbortController();
    const following = collect(scanId, gone.signal);
    setTimeout(() => gone.abort(), 50);
    const news = await following;
    expect(news.map(one => one.type)).toEqual(["status"]);
  });
});

async function collect(id: string, signal = AbortSignal.timeout(20_000)): Promise<ScanNews[]> {
  const news: ScanNews[] = [];
  for await (const one of followScan({ ctx: visitor(house), input: { id }, signal })) news.push(one);
  return news;
}

async function untilRunning(id: string): Promise<void> {
  while ((await get(id)).status !== "running") await house.clock.sleep(5);
}
