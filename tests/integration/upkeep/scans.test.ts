import { Client } from "pg";
import { afterAll, beforeAll, beforeEach, describe, expect, inject, test } from "vitest";
import type { RequestSource } from "#lib/db/scan-requests.ts";
import { executeScan } from "#lib/services/scans/execute.ts";
import { getScan } from "#lib/services/scans/get.ts";
import { startScan } from "#lib/services/scans/start.ts";
import { createShare } from "#lib/services/shares/create.ts";
import { openShare } from "#lib/services/shares/open.ts";
import { revokeShare } from "#lib/services/shares/revoke.ts";
import { keepUp } from "#lib/services/upkeep/keep-up.ts";
import { storeAccount } from "../../support/account.ts";
import { fixedClock } from "../../support/fixed-clock.ts";
import { freshDatabase } from "../../support/fresh-database.ts";
import { account, openTestHouse, type TestHouse, visitor, worker } from "../../support/test-house.ts";

const HOUR_MS = 3_600_000;
const DAY_MS = 24 * HOUR_MS;
const NOON = Date.parse("2026-11-25T12:00:00Z");

let clock: ReturnType<typeof fixedClock>;
let url: string;
let house: TestHouse;
let sql: Client;
let jane: string;
let turn = 0;
/** The domain of one test. */
let domain: string;

beforeAll(async () => {
  url = await freshDatabase(inject("postgresUrl"));
  house = await openTestHouse({ url, zone: "example.com. 300 IN MX 10 mx.example.com." });
  sql = new Client({ connectionString: url });
  await sql.connect();
  jane = await storeAccount(url);
});

afterAll(async () => {
  await sql.end();
  await house.close();
});

beforeEach(() => {
  turn += 1;
  domain = `d${turn}.example.com`;
  clock = fixedClock(new Date(NOON));
});

const at = () => ({ ...house, clock });
const anybody = () => visitor(at(), "browser");
const owner = () => account(at(), jane);

async function scan(ctx = anybody(), source: RequestSource = "web"): Promise<string> {
  const started = await startScan({ ctx, input: { domain } });
  await sql.query("UPDATE scan_requests SET source = $2 WHERE scan_id = $1", [started.scan.id, source]);
  await executeScan({ ctx: worker(at()), input: { scanId: started.scan.id } });
  return started.scan.id;
}

/** Whether a scan is still there so many days after noon of the first day, kept up each day until then. */
async function isThere(id: string, day: number): Promise<boolean> {
  const rest = NOON + day * DAY_MS - clock.now().getTime();
  clock.pass(rest);
  await keepUp({ ctx: worker(at()) });
  return (await sql.query("SELECT FROM scans WHERE id = $1", [id])).rowCount === 1;
}

describe("a scan", () => {
  test("that nobody owns goes after 90 days, with everything of it", async () => {
    const id = await scan();
    expect(await isThere(id, 89)).toBe(true);
    expect(await isThere(id, 91)).toBe(false);
    for (const table of ["stored_reports", "scan_requests"]) {
      const { rowCount } = await sql.query(`SELECT FROM ${table} WHERE scan_id = $1`, [id]);
      expect([table, rowCount]).toEqual([table, 0]);
    }
    expect((await sql.query("SELECT FROM report_bases")).rowCount).toBe(0);
  });

  test("that an account asked for goes after a year", async () => {
    const id = await scan(owner());
    expect(await isThere(id, 91)).toBe(true);
    expect(await isThere(id, 364)).toBe(true);
    expect(await isThere(id, 366)).toBe(false);
  });

  test("of a watched domain stays a year if it is the last of its day, else 90 days", async () => {
    const ids: string[] = [];
    // 12:00, 18:00, 00:00 and 06:00: two of each day.
    for (let nth = 0; nth < 4; nth += 1) {
      ids.push(await scan(owner(), "monitor"));
      clock.pass(6 * HOUR_MS);
    }
    await isThere(ids[0] ?? "", 92);
    const left = await sql.query("SELECT id FROM scans WHERE domain = $1 ORDER BY requested_at", [domain]);
    expect(left.rows.map(({ id }) => id)).toEqual([ids[1], ids[3]]);
    expect(await isThere(ids[1] ?? "", 364)).toBe(true);
    expect(await isThere(ids[3] ?? "", 367)).toBe(false);
  });

  test("is not deleted from under a share link, until the link has ended", async () => {
    const shared = await scan();
    const { token } = await createShare({ ctx: anybody(), input: { scanId: shared, days: 200 } });
    clock.pass(61_000);
    const revoked = await scan();
    const { share } = await createShare({ ctx: anybody(), input: { scanId: revoked, days: 200 } });
    await revokeShare({ ctx: anybody(), input: { id: share.id } });
    expect(await isThere(revoked, 92)).toBe(false);
    expect(await isThere(shared, 199)).toBe(true);
    const opened = await openShare({ ctx: anybody(), input: { token } });
    expect(opened.scan.report.domain).toBe(domain);
    expect(await isThere(shared, 231)).toBe(false);
  });

  test("is not deleted from under a watched domain, a change or a bounce", async () => {
    const watched = await scan();
    await sql.query(
      `INSERT INTO monitors (id, owner_id, domain, interval_seconds, next_run_at, challenge, challenge_expires_at, created_at, last_scan_id)
       VALUES ($1, $2, $1, 3600, now(), 'x', now(), now(), $3)`,
      [domain, jane, watched],
    );
    const named: string[] = [];
    for (const column of ["before_scan_id", "after_scan_id", "final_scan_id"]) {
      clock.pass(61_000);
      const id = await scan();
      named.push(id);
      await sql.query(
        `INSERT INTO monitor_changes (id, monitor_id, after_scan_id, changes, noticed_at)
         VALUES ($1, $2, $1, '[]', $3)`,
        [`${column} ${domain}`, domain, clock.now()],
      );
      await sql.query(`UPDATE monitor_changes SET ${column} = $1 WHERE id = $2`, [id, `${column} ${domain}`]);
    }
    for (const [column, value] of [
      ["sender_scan_id", "$3"],
      ["recipient_scan_ids", "ARRAY['another', $3]"],
    ]) {
      clock.pass(61_000);
      const id = await scan();
      named.push(id);
      await sql.query(
        `INSERT INTO bounces (id, status, created_at, ${column}) VALUES ($1, 'done', $2, ${value})`,
        [`${column} ${domain}`, clock.now(), id],
      );
    }
    for (const id of [watched, ...named]) expect(await isThere(id, 360)).toBe(true);
    // The bounces went after a year, the changes stay two.
    const later: boolean[] = [];
    for (const id of named) later.push(await isThere(id, 430));
    expect(later).toEqual([true, true, true, false, false]);
    for (const id of named) expect(await isThere(id, 800)).toBe(false);
    expect(await isThere(watched, 900)).toBe(true);
  });

  test("that never ended is not kept for ever either", async () => {
    const { scan: pending } = await startScan({ ctx: anybody(), input: { domain } });
    expect(await isThere(pending.id, 91)).toBe(false);
  });
});

describe("a report that an earlier version stored whole", () => {
  test("is read as before, packed by the upkeep, and reads the same", async () => {
    const id = await scan();
    const read = async () => (await getScan({ ctx: anybody(), input: { id } })).report;
    const whole = await read();
    await sql.query("DELETE FROM stored_reports WHERE scan_id = $1", [id]);
    await sql.query("UPDATE scans SET report = $2, transcript = '[]' WHERE id = $1", [
      id,
      JSON.stringify(whole),
    ]);
    await sql.query(
      "INSERT INTO scan_findings (scan_id, position, check_id, outcome, status) VALUES ($1, 0, 'x', 'y', 'pass')",
      [id],
    );
    expect(await read()).toEqual(whole);
    await keepUp({ ctx: worker(at()) });
    expect(await read()).toEqual(whole);
    const { rows } = await sql.query(
      `SELECT report, transcript, (SELECT count(*)::int FROM scan_findings WHERE scan_id = $1) AS findings,
        (SELECT count(*)::int FROM stored_reports WHERE scan_id = $1) AS packed FROM scans WHERE id = $1`,
      [id],
    );
    expect(rows).toEqual([{ report: null, transcript: null, findings: 0, packed: 1 }]);
  });
});
