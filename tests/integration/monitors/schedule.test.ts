import { Client } from "pg";
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, inject, test } from "vitest";
import { addMonitor } from "#lib/services/monitors/add.ts";
import { changeMonitor } from "#lib/services/monitors/change.ts";
import { abandonRun, executeRun } from "#lib/services/monitors/execute-run.ts";
import { getMonitor } from "#lib/services/monitors/get.ts";
import { judgeRun } from "#lib/services/monitors/judge-run.ts";
import { removeMonitor } from "#lib/services/monitors/remove.ts";
import { runDueMonitors } from "#lib/services/monitors/run-due.ts";
import { runMonitorNow } from "#lib/services/monitors/run-now.ts";
import { randomToken } from "#lib/values/random-token.ts";
import { storeAccount } from "../../support/account.ts";
import { fixedClock, type MovedClock } from "../../support/fixed-clock.ts";
import { freshDatabase } from "../../support/fresh-database.ts";
import { account, openTestHouse, type TestHouse, visitor, worker } from "../../support/test-house.ts";
import { HOUR } from "../../support/watched-world.ts";

const ZONE = `
$ORIGIN example.com.
@ 300 IN SOA ns1 hostmaster 1 7200 900 1209600 300
@ 300 IN NS ns1
@ 300 IN MX 10 mx1
mx1 300 IN A 192.0.2.2
`;
const DAY = 24 * HOUR;

let url: string;
let house: TestHouse;
let other: TestHouse;
let sql: Client;
let clock: MovedClock;
let owner: string;

beforeAll(async () => {
  url = await freshDatabase(inject("postgresUrl"));
  clock = fixedClock();
  house = await openTestHouse({ url, zone: ZONE, clock });
  other = await openTestHouse({ url, zone: ZONE, clock });
  sql = new Client({ connectionString: url });
  await sql.connect();
});
afterAll(async () => {
  await sql.end();
  await other.close();
  await house.close();
});
beforeEach(async () => {
  owner = await storeAccount(url);
});
afterEach(async () => {
  await sql.query("DELETE FROM users");
  await sql.query("DELETE FROM pgboss.job");
});

const asOwner = () => account(house, owner);

interface Run {
  readonly monitorId: string;
  readonly ownerId: string;
  readonly scanId: string;
}

/** The runs under way, as their jobs name them. */
async function underWay(): Promise<readonly Run[]> {
  const { rows } = await sql.query<Run>(
    `SELECT id AS "monitorId", owner_id AS "ownerId", run_scan_id AS "scanId" FROM monitors
     WHERE run_scan_id IS NOT NULL`,
  );
  return rows;
}
const jobs = async (): Promise<readonly Run[]> =>
  (await sql.query("SELECT data FROM pgboss.job WHERE name = 'watch'")).rows.map(({ data }) => data);

async function finish(run: Run | undefined): Promise<void> {
  if (run === undefined) throw new Error("no run is under way");
  await executeRun({ ctx: worker(house), input: run });
}

/** Domains that are watched already and due at the present moment. */
async function watchMany(count: number, nextRunAt = clock.now()): Promise<void> {
  const owners = await Promise.all(Array.from({ length: Math.ceil(count / 200) }, () => storeAccount(url)));
  await sql.query(
    `INSERT INTO monitors (id, owner_id, domain, interval_seconds, next_run_at, challenge, challenge_expires_at, created_at)
     SELECT t.id, t.owner, t.domain, 86400, $4, t.id, $4, $4
     FROM unnest($1::text[], $2::text[], $3::text[]) AS t (id, owner, domain)`,
    [
      Array.from({ length: count }, randomToken),
      Array.from({ length: count }, (_, n) => owners[Math.floor(n / 200)]),
      Array.from({ length: count }, (_, n) => `d${n}.example.com`),
      nextRunAt,
    ],
  );
}

describe("adding a domain", () => {
  test("begins its first run at once, in the same transaction", async () => {
    const monitor = await addMonitor({ ctx: asOwner(), input: { domain: "Example.com." } });
    expect(monitor).toMatchObject({ domain: "example.com", running: true, lastScan: null });
    expect(await jobs()).toEqual(await underWay());
    await finish((await underWay())[0]);
    const looked = await getMonitor({ ctx: asOwner(), input: { id: monitor.id } });
    expect(looked).toMatchObject({ running: false, lastScan: { domain: "example.com", status: "done" } });
  });
});

describe("a tick", () => {
  test("begins what is due once, however many ticks there are at once", async () => {
    await watchMany(250);
    const begun = await Promise.all(
      [house, other, house, other].map(one => runDueMonitors({ ctx: worker(one) })),
    );
    expect(begun.reduce((sum, count) => sum + count, 0)).toBe(250);
    const started = await jobs();
    expect(started).toHaveLength(250);
    expect(new Set(started.map(({ monitorId }) => monitorId)).size).toBe(250);
    expect(await runDueMonitors({ ctx: worker(house) })).toBe(0);
  });

  test("spreads a thousand domains that were due together over a fifth of their interval", async () => {
    await watchMany(1_000);
    await runDueMonitors({ ctx: worker(house) });
    const { rows } = await sql.query<{ next: Date }>("SELECT next_run_at AS next FROM monitors");
    const pauses = rows.map(({ next }) => next.getTime() - clock.now().getTime());
    expect(Math.min(...pauses)).toBeGreaterThanOrEqual(0.9 * DAY);
    expect(Math.max(...pauses)).toBeLessThanOrEqual(1.1 * DAY);
    // Evenly: each tenth of the time has its share, give or take what chance gives and takes.
    const tenths = Map.groupBy(pauses, pause => Math.floor((pause - 0.9 * DAY) / (0.02 * DAY)));
    for (const tenth of tenths.values()) expect(tenth.length).toBeLessThan(160);
  });

  test("makes up for all runs that were missed by one", async () => {
    await watchMany(3, new Date(clock.now().getTime() - 30 * DAY));
    expect(await runDueMonitors({ ctx: worker(house) })).toBe(3);
    const { rows } = await sql.query("SELECT next_run_at > $1 AS future FROM monitors", [clock.now()]);
    expect(rows).toEqual(Array.from({ length: 3 }, () => ({ future: true })));
  });

  test("leaves alone what is paused, and what is under way", async () => {
    const paused = await addMonitor({ ctx: asOwner(), input: { domain: "example.com" } });
    await finish((await underWay())[0]);
    await changeMonitor({ ctx: asOwner(), input: { id: paused.id, paused: true } });
    await addMonitor({ ctx: asOwner(), input: { domain: "example.net" } });
    clock.pass(2 * DAY);
    expect(await runDueMonitors({ ctx: worker(house) })).toBe(0);
    await changeMonitor({ ctx: asOwner(), input: { id: paused.id, paused: false } });
    expect(await runDueMonitors({ ctx: worker(house) })).toBe(1);
  });

  test("is for workers only", async () => {
    await expect(runDueMonitors({ ctx: visitor(house) })).rejects.toMatchObject({ code: "forbidden" });
  });
});

describe("a run", () => {
  test("measures anew: it takes no scan that is there already", async () => {
    await addMonitor({ ctx: asOwner(), input: { domain: "example.com" } });
    await finish((await underWay())[0]);
    const { id } = await addMonitor({
      ctx: account(house, await storeAccount(url)),
      input: { domain: "example.com" },
    });
    const [run] = await underWay();
    expect(run?.monitorId).toBe(id);
    await finish(run);
    const { rows } = await sql.query("SELECT count(*)::int AS n FROM scans WHERE domain = 'example.com'");
    expect(rows[0].n).toBeGreaterThanOrEqual(2);
  });

  test("whose worker died after the scan is judged by the next, and has one scan", async () => {
    const monitor = await addMonitor({ ctx: asOwner(), input: { domain: "example.com" } });
    const [run] = await underWay();
    if (run === undefined) throw new Error("no run");
    const dying = { ...worker(house), scanner: () => Promise.reject(new Error("killed")) };
    await expect(executeRun({ ctx: dying, input: run })).rejects.toThrow("killed");
    expect(await judgeRun({ ctx: worker(house), input: run })).toBe("unfinished");
    await finish(run);
    await finish(run);
    expect(await judgeRun({ ctx: worker(house), input: run })).toBe("superfluous");
    const { lastScan, running } = await getMonitor({ ctx: asOwner(), input: { id: monitor.id } });
    expect({ id: lastScan?.id, running }).toEqual({ id: run.scanId, running: false });
    const { rows } = await sql.query("SELECT count(*)::int AS n FROM scan_requests WHERE owner_id = $1", [
      owner,
    ]);
    expect(rows[0].n).toBe(1);
  });

  test("that is judged by two workers at once is judged once", async () => {
    await addMonitor({ ctx: asOwner(), input: { domain: "example.com" } });
    const [run] = await underWay();
    if (run === undefined) throw new Error("no run");
    await Promise.all([house, other].map(one => executeRun({ ctx: worker(one), input: run })));
    const judged = await Promise.all([house, other].map(one => judgeRun({ ctx: worker(one), input: run })));
    expect(judged).toEqual(["superfluous", "superfluous"]);
    const { rows } = await sql.query("SELECT failed_runs, run_scan_id FROM monitors");
    expect(rows).toEqual([{ failed_runs: 0, run_scan_id: null }]);
  });

  test("over a domain that is not watched any more does nothing", async () => {
    const { id } = await addMonitor({ ctx: asOwner(), input: { domain: "example.com" } });
    const [run] = await underWay();
    await removeMonitor({ ctx: asOwner(), input: { id } });
    await finish(run);
    const { rows } = await sql.query("SELECT 1 FROM scans WHERE id = $1", [run?.scanId]);
    expect(rows).toEqual([]);
  });

  test("that was given up counts as one that could not check anything", async () => {
    await addMonitor({ ctx: asOwner(), input: { domain: "example.com" } });
    const [run] = await underWay();
    if (run === undefined) throw new Error("no run");
    await abandonRun({ ctx: worker(house), input: run });
    const { rows } = await sql.query("SELECT failed_runs, run_scan_id FROM monitors");
    expect(rows).toEqual([{ failed_runs: 1, run_scan_id: null }]);
  });

  test("of a domain that is scanned too often waits, and that is no failure", async () => {
    const limits = { ...house.limits, scansPerDomain: { burst: 1, periodSeconds: 3_600 } };
    const ctx = { ...worker(house), limits };
    for (const ownerId of [owner, await storeAccount(url)]) {
      await addMonitor({ ctx: account(house, ownerId), input: { domain: "often.example.com" } });
    }
    for (const run of await underWay()) await executeRun({ ctx, input: run });
    const { rows } = await sql.query(
      `SELECT failed_runs, last_scan_id IS NOT NULL AS looked, next_run_at <= $1 AS soon FROM monitors
       ORDER BY looked`,
      [new Date(clock.now().getTime() + HOUR)],
    );
    expect(rows).toEqual([
      { failed_runs: 0, looked: false, soon: true },
      { failed_runs: 0, looked: true, soon: false },
    ]);
  });

  test("that somebody asks for now is begun once and paid for", async () => {
    const { id } = await addMonitor({ ctx: asOwner(), input: { domain: "example.com" } });
    await finish((await underWay())[0]);
    const limits = { ...house.limits, workPerAccount: { burst: 1, periodSeconds: 3_600 } };
    const ctx = { ...asOwner(), limits };
    await runMonitorNow({ ctx, input: { id } });
    await runMonitorNow({ ctx, input: { id } });
    expect(await underWay()).toHaveLength(1);
    await finish((await underWay())[0]);
    await expect(runMonitorNow({ ctx, input: { id } })).rejects.toMatchObject({ code: "limited" });
  });
});
