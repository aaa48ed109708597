import type { Client } from "pg";
import { afterAll, beforeAll, beforeEach, describe, expect, inject, test } from "vitest";
import { scanJson } from "#lib/scan/scan-json.ts";
import type { ScanReport } from "#lib/scan/report.ts";
import type { Scanner } from "#lib/engine/create-scanner.ts";
import { deleteScan } from "#lib/services/scans/delete.ts";
import { executeScan } from "#lib/services/scans/execute.ts";
import { getScan } from "#lib/services/scans/get.ts";
import { startScan } from "#lib/services/scans/start.ts";
import { SHARED_WORLD, typicalDomain } from "../../../bench/typical-domain.ts";
import { fixedClock } from "../../support/fixed-clock.ts";
import { type HouseWithSql, houseWithSql } from "../../support/house-with-sql.ts";
import { type TestHouse, visitor, worker, zoneScanner } from "../../support/test-house.ts";

const HOUR_MS = 3_600_000;
const clock = fixedClock();
let house: TestHouse;
let sql: Client;
let world: HouseWithSql;
let turn = 0;
let asked = 0;
/** The domain of one test. */
let domain: string;

beforeAll(async () => {
  world = await houseWithSql(inject("postgresUrl"), { clock });
  ({ house, sql } = world);
});

afterAll(() => world.close());

beforeEach(() => {
  turn += 1;
  domain = `d${turn}.example.com`;
});

const ctx = (key = "browser") => visitor(house, key);

/** What the engine made of the last scan, before it was stored. */
let made: ScanReport | null = null;

/** One scan of the zone, an hour after the last one; answers come with a delay of their own each time. */
async function scan(zone: string): Promise<string> {
  clock.pass(HOUR_MS);
  const engine: Scanner = async order => {
    asked += 1;
    const result = await zoneScanner(zone, asked % 3)(order);
    made = result.report;
    return result;
  };
  const started = await startScan({ ctx: ctx(), input: { domain } });
  await executeScan({ ctx: { ...worker(house), scanner: engine }, input: { scanId: started.scan.id } });
  return started.scan.id;
}

const unchanged = () => typicalDomain(domain) + SHARED_WORLD;
const changed = () => unchanged().replace("p=quarantine", "p=none");

async function stored(): Promise<{ bases: number; octets: number }> {
  const { rows } = await sql.query(
    `SELECT count(*)::int AS bases, (sum(length(found))
        + (SELECT coalesce(sum(length(r.found) + length(r.times)), 0) FROM stored_reports AS r
           JOIN scans AS s ON s.id = r.scan_id WHERE s.domain = $1))::int AS octets
     FROM report_bases WHERE join_key = (SELECT min(join_key) FROM scans WHERE domain = $1)`,
    [domain],
  );
  return rows[0];
}

describe("the reports of one domain", () => {
  test("a hundred that found the same cost a small multiple of one", async () => {
    const first = await scan(unchanged());
    const one = await stored();
    const text = JSON.stringify((await getScan({ ctx: ctx(), input: { id: first } })).report).length;
    for (let nth = 1; nth < 100; nth += 1) await scan(unchanged());
    const hundred = await stored();
    console.log(
      `report as JSON ${text}, stored: one ${one.octets}, a hundred ${hundred.octets} octets (${hundred.bases} base)`,
    );
    expect(hundred.bases).toBe(1);
    expect(hundred.octets).toBeLessThan(10 * one.octets);
    expect(hundred.octets).toBeLessThan(2 * text);
  });

  test("each is read as the engine made it, times and order too", async () => {
    for (const zone of [unchanged(), unchanged(), changed(), unchanged()]) {
      const { report } = await getScan({ ctx: ctx(), input: { id: await scan(zone) } });
      expect(report).toEqual(JSON.parse(JSON.stringify(made)));
      expect(report && scanJson(report)).toEqual(made && scanJson(made));
    }
    expect((await stored()).bases).toBe(1);
  });

  test("one that found much else is the base of those that follow", async () => {
    await scan(`${domain}. 300 IN MX 0 .`);
    const rich = await scan(unchanged());
    expect((await stored()).bases).toBe(2);
    await scan(unchanged());
    expect((await stored()).bases).toBe(2);
    expect((await getScan({ ctx: ctx(), input: { id: rich } })).report?.domain).toBe(domain);
  });

  test("a base stays while a report needs it and goes with the last, whichever that is", async () => {
    const first = await scan(unchanged());
    const second = await scan(unchanged());
    await deleteScan({ ctx: ctx(), input: { id: first } });
    expect((await getScan({ ctx: ctx(), input: { id: second } })).report?.domain).toBe(domain);
    await deleteScan({ ctx: ctx(), input: { id: second } });
    const { rows } = await sql.query(
      "SELECT count(*)::int AS n FROM report_bases WHERE join_key NOT IN (SELECT join_key FROM scans)",
    );
    expect(rows[0].n).toBe(0);
  });

  test("deleting the last and storing the next at once leaves a report that can be read", async () => {
    let last = await scan(unchanged());
    for (let round = 0; round < 20; round += 1) {
      clock.pass(HOUR_MS);
      const { scan: next } = await startScan({ ctx: ctx(), input: { domain } });
      const [, outcome] = await Promise.all([
        deleteScan({ ctx: ctx(), input: { id: last } }),
        executeScan({
          ctx: { ...worker(house), scanner: zoneScanner(unchanged()) },
          input: { scanId: next.id },
        }),
      ]);
      expect(outcome).toBe("stored");
      expect((await getScan({ ctx: ctx(), input: { id: next.id } })).report?.domain).toBe(domain);
      last = next.id;
    }
  });

  test("a scan that is deleted while it is finished leaves nothing, whoever was faster", async () => {
    await scan(unchanged());
    for (let round = 0; round < 30; round += 1) {
      clock.pass(HOUR_MS);
      const { scan: next } = await startScan({ ctx: ctx(), input: { domain } });
      const finishing = executeScan({
        ctx: {
          ...worker(house),
          scanner: async order => {
            const result = await zoneScanner(unchanged())(order);
            deleting = deleteScan({ ctx: ctx(), input: { id: next.id } });
            return result;
          },
        },
        input: { scanId: next.id },
      });
      let deleting: Promise<void> | null = null;
      expect(["stored", "superfluous"]).toContain(await finishing);
      await deleting;
      const { rowCount } = await sql.query("SELECT FROM stored_reports WHERE scan_id = $1", [next.id]);
      expect(rowCount).toBe(0);
    }
    expect((await stored()).bases).toBe(1);
  });
});
