import type { Client } from "pg";
import { afterAll, beforeAll, describe, expect, inject, test } from "vitest";
import { BOUNDED_OTHERWISE, CHORES, QUEUE_TABLES } from "#lib/services/upkeep/chores.ts";
import { keepUp } from "#lib/services/upkeep/keep-up.ts";
import { fixedClock } from "../../support/fixed-clock.ts";
import { type HouseWithSql, houseWithSql } from "../../support/house-with-sql.ts";
import { type TestHouse, worker } from "../../support/test-house.ts";

/** Rows whose time is over; enough that no lot takes all of them. */
const OLD = 20_000;
const DAY_MS = 86_400_000;

const clock = fixedClock();
let house: TestHouse;
let sql: Client;
let world: HouseWithSql;

beforeAll(async () => {
  world = await houseWithSql(inject("postgresUrl"), { clock });
  ({ house, sql } = world);
  await sql.query("INSERT INTO users (id, email) VALUES ('jane', 'jane@example.com')");
  await sql.query(
    `INSERT INTO monitors (id, owner_id, domain, interval_seconds, next_run_at, challenge, challenge_expires_at, created_at)
     VALUES ('watched', 'jane', 'example.com', 3600, now(), 'x', now(), now())`,
  );
});

afterAll(() => world.close());

interface Grown {
  readonly chore: string;
  readonly table: string;
  /** How many days after which moment a row goes: `$2` of the statement is that moment. */
  readonly days: number;
  /** Fills the table with rows named `$1` and a number, so many as `$3` says. */
  readonly fill: string;
  /** Counts the rows that have not been dealt with; all rows where left out. */
  readonly where?: string;
  /** One lot may be less than all of these rows are worth. */
  readonly rows?: number;
}

const rows = "FROM generate_series(1, $3::int) AS n";
const GROWN: readonly Grown[] = [
  {
    chore: "scans",
    table: "scans",
    days: 90,
    rows: 8_000,
    fill: `INSERT INTO scans (id, domain, status, join_key, hints, requested_at, keep_until)
      SELECT $1 || n, 'd.example', 'done', $1 || n, '{}', $2, $2::timestamptz + interval '90 days' ${rows}`,
  },
  {
    chore: "bounces",
    table: "bounces",
    days: 365,
    fill: `INSERT INTO bounces (id, status, created_at) SELECT $1 || n, 'done', $2 ${rows}`,
  },
  {
    chore: "private-parts",
    table: "bounces",
    days: 30,
    where: "raw_text IS NOT NULL",
    fill: `INSERT INTO bounces (id, status, created_at, raw_text, raw_expires_at)
      SELECT $1 || n, 'done', $2, 'text', $2::timestamptz + interval '30 days' ${rows}`,
  },
  {
    chore: "batches",
    table: "batch_items",
    days: 365,
    fill: `WITH batch AS (INSERT INTO batches (id, status, created_at) VALUES ($1, 'done', $2))
      INSERT INTO batch_items (batch_id, item, cause, permanence, address_dead, fate, report)
      SELECT $1, n, 'c', 'p', 'no', 'ask', '{}' ${rows}`,
  },
  {
    chore: "batch-addresses",
    table: "batch_items",
    days: 30,
    where: "recipient IS NOT NULL",
    fill: `WITH batch AS (INSERT INTO batches (id, status, created_at, raw_expires_at)
        VALUES ($1, 'done', $2, $2::timestamptz + interval '30 days'))
      INSERT INTO batch_items (batch_id, item, recipient, cause, permanence, address_dead, fate, report)
      SELECT $1, n, 'a@example.com', 'c', 'p', 'no', 'ask', '{}' ${rows}`,
  },
  {
    chore: "scan-batches",
    table: "scan_batches",
    days: 90,
    rows: 100,
    fill: `INSERT INTO scan_batches (id, owner_id, total, requested_at) SELECT $1 || n, 'jane', 1, $2 ${rows}`,
  },
  {
    chore: "share-links",
    table: "share_links",
    days: 90,
    fill: `INSERT INTO share_links (id, token_hash, owner_id, created_at, expires_at)
      SELECT $1 || n, $1 || n, 'jane', $2, $2 ${rows}`,
  },
  {
    chore: "api-keys",
    table: "api_keys",
    days: 365,
    fill: `INSERT INTO api_keys (id, owner_id, name, prefix, key_hash, created_at, revoked_at)
      SELECT $1 || n, 'jane', 'k', 'mt', $1 || n, $2, $2 ${rows}`,
  },
  {
    chore: "monitor-changes",
    table: "monitor_changes",
    days: 730,
    fill: `INSERT INTO monitor_changes (id, monitor_id, after_scan_id, changes, noticed_at)
      SELECT $1 || n, 'watched', $1 || n, '[]', $2 ${rows}`,
  },
  {
    chore: "alerts",
    table: "alerts",
    days: 365,
    fill: `INSERT INTO alerts (id, owner_id, domain, kind, occasion_key, content, raised_at)
      SELECT $1 || n, 'jane', 'example.com', 'changed', $1 || n, '{}', $2 ${rows}`,
  },
  {
    chore: "messages",
    table: "outbox",
    days: 30,
    fill: `INSERT INTO outbox (id, kind, dedupe_key, payload, next_attempt_at, sent_at, created_at)
      SELECT $1 || n, 'sign-in', $1 || n, '{}', $2, $2, $2 ${rows}`,
  },
  {
    chore: "buckets",
    table: "rate_limits",
    days: 1,
    fill: `INSERT INTO rate_limits (bucket, tokens, updated_at) SELECT $1 || n, 1, $2 ${rows}`,
  },
  {
    chore: "sign-in-links",
    table: "verification_tokens",
    days: 1,
    fill: `INSERT INTO verification_tokens (identifier, token, expires)
      SELECT $1 || n, $1 || n, $2::timestamptz + interval '1 day' ${rows}`,
  },
  {
    chore: "sessions",
    table: "sessions",
    days: 30,
    fill: `INSERT INTO sessions (id, session_token, user_id, expires)
      SELECT $1 || n, $1 || n, 'jane', $2::timestamptz + interval '30 days' ${rows}`,
  },
  {
    chore: "idempotency-keys",
    table: "idempotency_keys",
    days: 1,
    fill: `INSERT INTO idempotency_keys (actor, key, body_hash, created_at, expires_at)
      SELECT 'jane', $1 || n, 'h', $2, $2::timestamptz + interval '1 day' ${rows}`,
  },
  {
    chore: "heartbeats",
    table: "worker_heartbeats",
    days: 1,
    fill: `INSERT INTO worker_heartbeats (id, host, started_at, seen_at) SELECT $1 || n, 'h', $2, $2 ${rows}`,
  },
];

const count = async ({ table, where = "TRUE" }: Grown): Promise<number> =>
  (await sql.query(`SELECT count(*)::int AS n FROM ${table} WHERE ${where}`)).rows[0].n;

describe("a table that has grown", () => {
  test.each(GROWN)("$chore: is cut down a lot at a time, and what is not due stays", async grown => {
    const chore = CHORES.find(({ id }) => id === grown.chore);
    if (chore === undefined) throw new Error("no such chore");
    const now = clock.now().getTime();
    // The worst that the planner may know: that there is next to nothing.
    await sql.query("ANALYZE");
    const old = grown.rows ?? OLD;
    await sql.query(grown.fill, ["old-", new Date(now - (grown.days + 1) * DAY_MS), old]);
    await sql.query(grown.fill, ["new-", new Date(now - (grown.days - 1) * DAY_MS), 3]);
    const before = await count(grown);
    expect(await chore.run(worker(house), chore.lot)).toBe(chore.lot);
    const gone = before - (await count(grown));
    expect(gone).toBeGreaterThan(0);
    expect(gone).toBeLessThanOrEqual(chore.lot);
    const began = performance.now();
    await keepUp({ ctx: worker(house) });
    const took = performance.now() - began;
    console.log(`${grown.chore}: ${((before - gone - 3) / (took / 1000)).toFixed(0)} rows a second`);
    expect(await count(grown)).toBe(3);
    await sql.query(`DELETE FROM ${grown.table}`);
    if (grown.table === "batch_items") await sql.query("DELETE FROM batches");
  });

  test("every chore that bounds a table is tried here", () => {
    const tried: readonly string[] = GROWN.map(({ chore }) => chore);
    const bounding = CHORES.filter(({ bounds }) => bounds.length > 0).map(({ id }) => id);
    expect(bounding.filter(id => !tried.includes(id))).toEqual([]);
  });
});

describe("two workers that keep up at once", () => {
  test("get in each other's way nowhere", async () => {
    for (const grown of GROWN) {
      const long = new Date(clock.now().getTime() - 1_000 * DAY_MS);
      await sql.query(grown.fill, [`${grown.chore}-`, long, 500]);
    }
    await Promise.all([keepUp({ ctx: worker(house) }), keepUp({ ctx: worker(house) })]);
    for (const grown of GROWN) expect([grown.chore, await count(grown)]).toEqual([grown.chore, 0]);
  });
});

test("what is too much for one run has a job of its own at once", async () => {
  const standing = { ...clock, monotonic: () => (ticks += 15_000) };
  let ticks = 0;
  await sql.query(GROWN[0]?.fill ?? "", ["much-", new Date(clock.now().getTime() - 100 * DAY_MS), 1_000]);
  await keepUp({ ctx: { ...worker(house), clock: standing } });
  const { rows: left } = await sql.query("SELECT count(*)::int AS n FROM scans");
  expect(left[0].n).toBeGreaterThan(0);
  const { rows: jobs } = await sql.query("SELECT count(*)::int AS n FROM pgboss.job WHERE name = 'upkeep'");
  expect(jobs[0].n).toBe(1);
  await keepUp({ ctx: worker(house) });
});

test("one chore that fails keeps no other from being done, and is told", async () => {
  await sql.query("ALTER TABLE api_keys RENAME TO keys_elsewhere");
  await sql.query(
    "INSERT INTO scans (id, domain, status, join_key, hints, requested_at, keep_until) VALUES ('due', 'd.example', 'done', 'due', '{}', now(), now() - interval '1 day')",
  );
  await expect(keepUp({ ctx: worker(house) })).rejects.toThrow(/upkeep: api-keys/);
  const { rows: due } = await sql.query("SELECT id FROM scans WHERE id = 'due'");
  expect(due).toEqual([]);
  await sql.query("ALTER TABLE keys_elsewhere RENAME TO api_keys");
});

test("no queue keeps what is finished, dead or never taken up without end", async () => {
  const { rows: queues } = await sql.query(
    "SELECT name, deletion_seconds AS done, retention_seconds AS waiting FROM pgboss.queue ORDER BY name",
  );
  const week = 7 * 86_400;
  const endless = queues.filter(
    ({ done, waiting }) => done <= 0 || done > week || waiting <= 0 || waiting > 2 * week,
  );
  expect(queues.length).toBeGreaterThan(10);
  expect(endless).toEqual([]);
});

test("no table of the database or its queue is unknown", async () => {
  const { rows: found } = await sql.query(
    `SELECT table_schema AS schema, table_name AS name FROM information_schema.tables
     WHERE table_schema IN ('public', 'pgboss') AND table_name <> '_prisma_migrations'`,
  );
  const queue = found.filter(({ schema }) => schema === "pgboss").map(({ name }) => name);
  const unknown = queue.filter(name => QUEUE_TABLES[name.replace(/_\d{8}$/u, "")] === undefined);
  expect(unknown).toEqual([]);
  const known = CHORES.flatMap(({ bounds }) => bounds).length + Object.keys(BOUNDED_OTHERWISE).length;
  expect(found.length - queue.length).toBe(known);
});
