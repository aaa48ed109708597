import { afterEach, beforeEach, describe, expect, inject, test } from "vitest";
import { getMonitor } from "#lib/services/monitors/get.ts";
import { judgeRun } from "#lib/services/monitors/judge-run.ts";
import { runDueMonitors } from "#lib/services/monitors/run-due.ts";
import { randomToken } from "#lib/values/random-token.ts";
import { storeAccount } from "../../support/account.ts";
import { freshDatabase } from "../../support/fresh-database.ts";
import { account, worker } from "../../support/test-house.ts";
import { HOUR, MINUTE, openWatchedWorld, type WatchedWorld } from "../../support/watched-world.ts";

const ZONE = `
$ORIGIN example.com.
@ 300 IN SOA ns1 hostmaster 1 7200 900 1209600 300
@ 300 IN NS ns1
@ 300 IN MX 10 mx1
@ 300 IN TXT "v=spf1 mx -all"
mx1 300 IN A 192.0.2.2
`;
const DAY = 24 * HOUR;

let url: string;
let world: WatchedWorld;

beforeEach(async () => {
  url = await freshDatabase(inject("postgresUrl"));
  world = await openWatchedWorld(url, ZONE);
});
afterEach(() => world.close());

describe("a domain that cannot be checked", () => {
  test("is told once after three runs, and again only after it could be checked between", async () => {
    const id = await world.watch("example.com");
    const ctx = account(world.house, world.owner);
    const before = await getMonitor({ ctx, input: { id } });
    await world.serve(null);
    expect(await world.pass(DAY)).toBe(1);
    const since = world.clock.now();
    expect(await world.pass(40 * MINUTE)).toBe(1);
    expect(await world.alerts()).toEqual([]);
    expect(await world.pass(40 * MINUTE)).toBe(1);
    expect(await world.alerts()).toMatchObject([{ kind: "unverifiable", domain: "example.com" }]);
    const failing = await getMonitor({ ctx, input: { id } });
    expect(failing.failingSince).toEqual(since);
    // Reports that say nothing are no reports to compare with.
    expect(failing.lastScan).toEqual(before.lastScan);
    for (let day = 0; day < 3; day += 1) await world.pass(DAY);
    expect(await world.alerts()).toHaveLength(1);

    await world.serve(ZONE);
    await world.pass(DAY);
    expect((await getMonitor({ ctx, input: { id } })).failingSince).toBeNull();
    await world.serve(null);
    await world.pass(DAY);
    await world.pass(40 * MINUTE);
    expect(await world.alerts()).toHaveLength(1);
    await world.pass(40 * MINUTE);
    expect(await world.alerts()).toHaveLength(2);
  });

  test("one failed run between two good ones is never told", async () => {
    await world.watch("example.com");
    for (let day = 0; day < 4; day += 1) {
      await world.serve(day % 2 === 0 ? null : ZONE);
      await world.pass(DAY);
    }
    expect(await world.alerts()).toEqual([]);
  });
});

test("an outage over a thousand domains changes nothing and is told once for each", async () => {
  const owners = await Promise.all(Array.from({ length: 5 }, () => storeAccount(url)));
  await world.sql.query(
    `INSERT INTO monitors (id, owner_id, domain, interval_seconds, next_run_at, challenge, challenge_expires_at, created_at)
     SELECT t.id, t.owner, t.domain, 3600, $4, t.id, $4, $4
     FROM unnest($1::text[], $2::text[], $3::text[]) AS t (id, owner, domain)`,
    [
      Array.from({ length: 1_000 }, randomToken),
      Array.from({ length: 1_000 }, (_, n) => owners[n % owners.length]),
      Array.from({ length: 1_000 }, (_, n) => `d${n}.example.com`),
      world.clock.now(),
    ],
  );
  const ctx = worker(world.house);
  // No worker lives long enough to scan anything: every run is given up after its last attempt.
  for (let hour = 0; hour < 3; hour += 1) {
    await runDueMonitors({ ctx });
    const { rows } = await world.sql.query(
      `SELECT id AS "monitorId", owner_id AS "ownerId", run_scan_id AS "scanId" FROM monitors
       WHERE run_scan_id IS NOT NULL`,
    );
    for (let at = 0; at < rows.length; at += 4) {
      await Promise.all(rows.slice(at, at + 4).map(run => judgeRun({ ctx, input: run })));
    }
    world.clock.pass(70 * MINUTE);
  }
  const { rows: told } = await world.sql.query(
    "SELECT kind, count(*)::int AS times, count(DISTINCT monitor_id)::int AS domains FROM alerts GROUP BY kind",
  );
  expect(told).toEqual([{ kind: "unverifiable", times: 1_000, domains: 1_000 }]);
  const { rows: changes } = await world.sql.query("SELECT 1 FROM monitor_changes");
  expect(changes).toEqual([]);
  const { rows: messages } = await world.sql.query("SELECT count(*)::int AS n FROM outbox");
  expect(messages[0].n).toBeLessThanOrEqual(2 * owners.length);
}, 240_000);
