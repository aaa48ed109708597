import type { Client } from "pg";
import { afterAll, beforeAll, expect, inject, test } from "vitest";
import { deleteAccount } from "#lib/services/accounts/delete.ts";
import { exportAccount } from "#lib/services/accounts/export.ts";
import { executeScan } from "#lib/services/scans/execute.ts";
import { startScan } from "#lib/services/scans/start.ts";
import { fillTablesOf, markOf } from "../../support/fill-tables.ts";
import { type HouseWithSql, houseWithSql } from "../../support/house-with-sql.ts";
import { type AccountContext, person } from "../../support/sign-in.ts";
import { type TestHouse, worker } from "../../support/test-house.ts";

/** What is kept of a person, as the tables themselves tell: a new table is in here without being named. */

const ADDRESS = "jane@example.com";

/** Tables that are not a person's, and why. */
const NOBODYS: Readonly<Record<string, string>> = {
  scans: "Of a domain. Whose they are is said by scan_requests; what only this person asked for goes too.",
  stored_reports: "Goes with its scan.",
  report_bases: "Goes with the last report that needs it.",
  scan_findings: "Goes with its scan.",
  scan_progress: "Goes with its scan.",
  verification_tokens: "By address; ten minutes.",
  idempotency_keys: "By the name of the account; 24 hours.",
  rate_limits: "By the name of the account; a day.",
  worker_heartbeats: "Of a machine.",
};

/** What an export leaves out, and why. */
const NOT_TOLD: Readonly<Record<string, string>> = {
  alert_deliveries: "Nothing but ids, which are told with the alert.",
  batch_files: "What was uploaded, until it is read some seconds later.",
};

let house: TestHouse;
let sql: Client;
let world: HouseWithSql;
let jane: AccountContext;
let scanId: string;
let filled: ReadonlyMap<string, string>;

beforeAll(async () => {
  world = await houseWithSql(inject("postgresUrl"), { zone: "example.com. 300 IN MX 10 mx.example.com." });
  ({ house, sql } = world);
  jane = await person(house, sql, ADDRESS);
  const { scan } = await startScan({ ctx: jane, input: { domain: "example.com" } });
  scanId = scan.id;
  await executeScan({ ctx: worker(house), input: { scanId } });
  await sql.query("DELETE FROM scan_requests");
  filled = await fillTablesOf(sql, jane.actor.userId, { scans: scanId });
  await sql.query("INSERT INTO rate_limits SELECT 'work account:' || $1, 1, now()", [jane.actor.userId]);
  await sql.query("INSERT INTO rate_limits SELECT 'request key:' || id, 1, now() FROM api_keys");
  await sql.query(
    "INSERT INTO idempotency_keys VALUES ('account:' || $1, 'k', 'h', 202, '{}', now(), now() + interval '1 day')",
    [jane.actor.userId],
  );
});

afterAll(() => world.close());

async function tables(): Promise<readonly string[]> {
  const { rows } = await sql.query(
    `SELECT table_name AS name FROM information_schema.tables
     WHERE table_schema = 'public' AND table_name NOT LIKE '\\_%' ORDER BY 1`,
  );
  return rows.map(({ name }) => name);
}

test("every table is a person's or declared to be nobody's", async () => {
  const known = ["users", ...filled.keys(), ...Object.keys(NOBODYS)];
  expect(known.toSorted()).toEqual(await tables());
});

test("an export tells of every table of a person, and no secret", async () => {
  let text = "";
  for await (const piece of await exportAccount({ ctx: jane })) text += piece;
  const untold = [...filled].filter(
    ([table, id]) => !text.includes(`mark:${table}:`) && (id === "" || !text.includes(id)),
  );
  expect(untold.map(([table]) => table).toSorted()).toEqual(Object.keys(NOT_TOLD));
  const { rows: channels } = await sql.query("SELECT channel_id AS id FROM alert_deliveries");
  expect(JSON.parse(text).alerts[0].deliveries).toEqual([{ channelId: channels[0].id }]);
  const { rows: secrets } = await sql.query(
    `SELECT table_name AS "table", column_name AS name FROM information_schema.columns
     WHERE table_schema = 'public' AND column_name ~ 'hash|secret|token|password'`,
  );
  expect(secrets.length).toBeGreaterThan(5);
  expect(secrets.filter(({ table, name }) => text.includes(markOf(table, name)))).toEqual([]);
});

test("an account that is deleted leaves no row in any table", async () => {
  for (const table of filled.keys()) {
    const { rowCount } = await sql.query(`SELECT FROM "${table}"`);
    expect([table, rowCount === 0]).toEqual([table, false]);
  }
  await deleteAccount({ ctx: jane, input: { address: ADDRESS } });
  for (const table of await tables()) {
    const { rowCount } = await sql.query(`SELECT FROM "${table}"`);
    expect([table, rowCount]).toEqual([table, 0]);
  }
});
