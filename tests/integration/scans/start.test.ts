import { Client } from "pg";
import { afterAll, beforeAll, describe, expect, inject, test } from "vitest";
import { scanJob } from "#lib/jobs/definitions.ts";
import { getScan } from "#lib/services/scans/get.ts";
import { listScans } from "#lib/services/scans/list.ts";
import { startScan } from "#lib/services/scans/start.ts";
import { freshDatabase } from "../../support/fresh-database.ts";
import { openTestHouse, type TestHouse, visitor, worker } from "../../support/test-house.ts";

let url: string;
let house: TestHouse;
let sql: Client;

beforeAll(async () => {
  url = await freshDatabase(inject("postgresUrl"));
  house = await openTestHouse({ url });
  sql = new Client({ connectionString: url });
  await sql.connect();
});

afterAll(async () => {
  await sql.end();
  await house.close();
});

const jobsFor = async (scanId: string): Promise<number> => {
  const { rows } = await sql.query(
    "SELECT count(*)::int AS n FROM pgboss.job WHERE name = $1 AND data->>'scanId' = $2",
    [scanJob.name, scanId],
  );
  return rows[0].n;
};

describe("starting a scan", () => {
  test("stores a pending scan and one job for it", async () => {
    const ctx = visitor(house, "browser-a");
    const { scan, joined } = await startScan({ ctx, input: { domain: "HTTPS://User@One.Example.COM./x" } });
    expect(joined).toBe(false);
    expect(scan).toMatchObject({ domain: "one.example.com", status: "pending", grade: null });
    expect(scan.id).toMatch(/^[0-9A-Za-z]{22}$/);
    expect(await jobsFor(scan.id)).toBe(1);
  });

  test("leaves neither scan nor job when the transaction is rolled back", async () => {
    const broken = {
      ...visitor(house, "browser-a"),
      queue: {
        ready: house.queue.ready,
        enqueueAll: house.queue.enqueueAll,
        enqueue: async (...args: Parameters<typeof house.queue.enqueue>) => {
          await house.queue.enqueue(...args);
          throw new Error("the process died here");
        },
      },
    };
    const before = await counts();
    await expect(startScan({ ctx: broken, input: { domain: "rolled-back.com" } })).rejects.toThrow(
      "died here",
    );
    expect(await counts()).toEqual(before);
  });

  test("joins the scan of the same domain within 60 s, and both may share it", async () => {
    const first = await startScan({ ctx: visitor(house, "browser-a"), input: { domain: "join.com" } });
    const second = await startScan({ ctx: visitor(house, "browser-b"), input: { domain: "JOIN.com." } });
    expect(second).toMatchObject({ joined: true, scan: { id: first.scan.id } });
    expect(await jobsFor(first.scan.id)).toBe(1);
    for (const key of ["browser-a", "browser-b"]) {
      const view = await getScan({ ctx: visitor(house, key), input: { id: first.scan.id } });
      expect(view.mine).toBe(true);
    }
    const stranger = await getScan({ ctx: visitor(house, "browser-c"), input: { id: first.scan.id } });
    expect(stranger.mine).toBe(false);
  });

  test.each(["one", "two", "three", "four"])("ten requests at once are one scan (%s)", async name => {
    const started = await Promise.all(
      Array.from({ length: 10 }, (_, n) =>
        startScan({ ctx: visitor(house, `crowd-${n}`), input: { domain: `crowd-${name}.com` } }),
      ),
    );
    expect(new Set(started.map(({ scan }) => scan.id)).size).toBe(1);
    expect(started.filter(({ joined }) => !joined)).toHaveLength(1);
  });

  test("after 60 s, and with other hints, it is another scan", async () => {
    const first = await startScan({ ctx: visitor(house, "browser-a"), input: { domain: "later.com" } });
    const hinted = await startScan({
      ctx: visitor(house, "browser-a"),
      input: { domain: "later.com", selectors: ["s1"] },
    });
    const later = { ...house.clock, now: () => new Date(Date.now() + 61_000) };
    const ctx = { ...visitor(house, "browser-a"), clock: later };
    const third = await startScan({ ctx, input: { domain: "later.com" } });
    expect(new Set([first, hinted, third].map(({ scan }) => scan.id)).size).toBe(3);
  });

  test.each(["localhost", "192.0.2.1", "router.local", "bücher", ""])(
    "refuses %j and names the field",
    async domain => {
      const refusal = startScan({ ctx: visitor(house), input: { domain } });
      await expect(refusal).rejects.toMatchObject({ code: "invalid", field: "domain" });
    },
  );
});

describe("whose scans are whose", () => {
  test("a list holds what this browser asked for and nothing else", async () => {
    const mine = visitor(house, "browser-list");
    for (const domain of ["first.com", "second.com"]) await startScan({ ctx: mine, input: { domain } });
    const { scans, next } = await listScans({ ctx: mine, input: {} });
    expect(scans.map(scan => scan.domain)).toEqual(["second.com", "first.com"]);
    expect(next).toBeNull();
    expect((await listScans({ ctx: mine, input: { domain: "first.com" } })).scans).toHaveLength(1);
  });

  test("pages follow each other without a gap", async () => {
    const mine = visitor(house, "browser-list");
    const first = await listScans({ ctx: mine, input: { limit: 1 } });
    const second = await listScans({ ctx: mine, input: { limit: 1, before: first.next ?? new Date(0) } });
    expect([...first.scans, ...second.scans].map(scan => scan.domain)).toEqual(["second.com", "first.com"]);
  });

  test.each([
    ["a visitor without a key", () => visitor(house, null)],
    ["another browser", () => visitor(house, "browser-other")],
    ["a worker", () => worker(house)],
  ])("%s owns none", async (_who, context) => {
    await expect(listScans({ ctx: context(), input: {} })).resolves.toMatchObject({ scans: [], next: null });
  });

  test("the browser key is nowhere in the database", async () => {
    await startScan({ ctx: visitor(house, "canary-key-0123456789"), input: { domain: "canary.com" } });
    const { rows } = await sql.query(
      "SELECT count(*)::int AS n FROM scan_requests r WHERE r::text LIKE '%canary-key%'",
    );
    expect(rows[0].n).toBe(0);
  });

  test.each(["0".repeat(22), "short", "../../etc/passwd"])("no scan under %j", async id => {
    await expect(getScan({ ctx: visitor(house), input: { id } })).rejects.toMatchObject({
      code: "not-found",
    });
  });
});

async function counts(): Promise<unknown> {
  const { rows } = await sql.query(
    "SELECT (SELECT count(*) FROM scans) AS scans, (SELECT count(*) FROM scan_requests) AS requests, (SELECT count(*) FROM pgboss.job) AS jobs",
  );
  return rows[0];
}
