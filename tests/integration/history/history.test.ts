import type { Client } from "pg";
import { afterAll, beforeAll, describe, expect, inject, test } from "vitest";
import type { ServiceContext } from "#lib/services/context.ts";
import { deleteHistory } from "#lib/services/history/delete.ts";
import { type HistoryItem, listHistory } from "#lib/services/history/list.ts";
import type { ListHistoryInput } from "#lib/services/history/schemas.ts";
import { type HouseWithSql, houseWithSql } from "../../support/house-with-sql.ts";
import { account, type TestHouse, visitor, worker } from "../../support/test-house.ts";

let house: TestHouse;
let sql: Client;
let world: HouseWithSql;

beforeAll(async () => {
  world = await houseWithSql(inject("postgresUrl"));
  ({ house, sql } = world);
});

afterAll(() => world.close());

async function user(): Promise<ServiceContext> {
  const id = house.newToken();
  await sql.query("INSERT INTO users (id, email) VALUES ($1, $2)", [id, `${id}@example.com`]);
  return account(house, id);
}

const ownerOf = (ctx: ServiceContext): string => (ctx.actor.kind === "account" ? ctx.actor.userId : "");

/** A row at that minute of a day, so that the order is known. */
async function addScan(
  ctx: ServiceContext,
  domain: string,
  minute: number,
  source = "web",
  id = house.newToken(),
) {
  const at = new Date(Date.UTC(2026, 10, 25, 0, minute));
  await sql.query(
    `INSERT INTO scans (id, domain, unicode, status, join_key, hints, requested_at, grade)
     VALUES ($1, $2, $3, 'done', $1, '{}', $4, 'B') ON CONFLICT DO NOTHING`,
    [id, domain, domain.startsWith("xn--") ? "münchen.de" : null, at],
  );
  await sql.query(
    "INSERT INTO scan_requests (id, scan_id, owner_id, source, requested_at) VALUES ($1, $2, $3, $4, $5)",
    [house.newToken(), id, ownerOf(ctx), source, at],
  );
  return id;
}

async function addBounce(ctx: ServiceContext, domain: string, minute: number) {
  const id = house.newToken();
  await sql.query(
    "INSERT INTO bounces (id, status, created_at, owner_id, recipient_domain, cause) VALUES ($1, 'done', $2, $3, $4, 'mailbox_full')",
    [id, new Date(Date.UTC(2026, 10, 25, 0, minute)), ownerOf(ctx), domain],
  );
  return id;
}

async function addBatch(ctx: ServiceContext, name: string, minute: number) {
  const id = house.newToken();
  await sql.query(
    "INSERT INTO batches (id, status, created_at, owner_id, name, total) VALUES ($1, 'done', $2, $3, $4, 12)",
    [id, new Date(Date.UTC(2026, 10, 25, 0, minute)), ownerOf(ctx), name],
  );
  return id;
}

const titles = (items: readonly HistoryItem[]) => items.map(({ title }) => title);
const list = async (ctx: ServiceContext, input: ListHistoryInput = {}) =>
  titles((await listHistory({ ctx, input })).items);

describe("the history", () => {
  test("is what one asked for, of every kind, newest first, and nothing of others", async () => {
    const [jane, other] = [await user(), await user()];
    await addScan(jane, "one.com", 1);
    await addBatch(jane, "march.csv", 3);
    await addBounce(jane, "two.com", 2);
    await addScan(other, "other.com", 4);
    const { items, next } = await listHistory({ ctx: jane, input: {} });
    expect(
      items.map(({ kind, title, grade, cause, total }) => ({ kind, title, grade, cause, total })),
    ).toEqual([
      { kind: "batch", title: "march.csv", grade: null, cause: null, total: 12 },
      { kind: "bounce", title: "two.com", grade: null, cause: "mailbox_full", total: null },
      { kind: "scan", title: "one.com", grade: "B", cause: null, total: null },
    ]);
    expect(next).toBeNull();
  });

  test.each([
    ["a browser without a key", () => visitor(house, null)],
    ["another browser", () => visitor(house, "another")],
    ["a worker", () => worker(house)],
  ])("of %s is empty", async (_who, context) => {
    await addScan(await user(), "one.com", 1);
    expect(await list(context())).toEqual([]);
  });

  test("can be narrowed down by kind; what a schedule asked for is shown when it is asked for", async () => {
    const jane = await user();
    await addScan(jane, "one.com", 1);
    await addScan(jane, "watched.com", 2, "monitor");
    await addBounce(jane, "two.com", 3);
    // A bounce has the domains of both sides scanned.
    await addScan(jane, "side.com", 4, "bounce");
    expect(await list(jane)).toEqual(["two.com", "one.com"]);
    expect(await list(jane, { filter: "scan" })).toEqual(["side.com", "one.com"]);
    expect(await list(jane, { filter: "bounce" })).toEqual(["two.com"]);
    expect(await list(jane, { filter: "batch" })).toEqual([]);
    expect(await list(jane, { filter: "scheduled" })).toEqual(["side.com", "watched.com", "one.com"]);
  });

  test("can be searched, and no character of a search is special", async () => {
    const jane = await user();
    await addScan(jane, "mail.example.com", 1);
    await addScan(jane, "xn--mnchen-3ya.de", 2);
    await addBounce(jane, "example.net", 3);
    expect(await list(jane, { search: "EXAMPLE" })).toEqual(["example.net", "mail.example.com"]);
    expect(await list(jane, { search: "münch" })).toEqual(["xn--mnchen-3ya.de"]);
    for (const search of ["%", "_", "\\", "'", "mail_example", "'; DROP TABLE scans; --"]) {
      expect([search, await list(jane, { search })]).toEqual([search, []]);
    }
  });

  test("comes in pages that miss nothing and double nothing, also where moments are equal", async () => {
    const jane = await user();
    for (let n = 0; n < 30; n += 1) await addScan(jane, `d${n}.com`, Math.floor(n / 7));
    for (let n = 0; n < 30; n += 1) await addBounce(jane, `b${n}.com`, Math.floor(n / 7));
    const seen: string[] = [];
    let before: string | null = null;
    do {
      const page: Awaited<ReturnType<typeof listHistory>> = await listHistory({
        ctx: jane,
        input: { limit: 7, ...(before === null ? {} : { before }) },
      });
      seen.push(...titles(page.items));
      before = page.next;
    } while (before !== null);
    expect(seen).toHaveLength(60);
    expect(new Set(seen).size).toBe(60);
  });

  test.each(["x", "1.x", "-1.0000000000000000000000", "9".repeat(30)])("has no place %j", async before => {
    const jane = await user();
    await expect(listHistory({ ctx: jane, input: { before } })).rejects.toMatchObject({ code: "invalid" });
  });
});

const remove = (ctx: ServiceContext, ...items: string[]) => deleteHistory({ ctx, input: { items } });
const exists = async (table: string, id: string) =>
  (await sql.query(`SELECT count(*)::int AS n FROM ${table} WHERE id = $1`, [id])).rows[0].n === 1;

describe("deleting", () => {
  test("takes what is chosen, of every kind, and the links to it", async () => {
    const jane = await user();
    const [scan, bounce, batch] = [
      await addScan(jane, "one.com", 1),
      await addBounce(jane, "two.com", 2),
      await addBatch(jane, "three.csv", 3),
    ];
    const kept = await addScan(jane, "kept.com", 4);
    await sql.query(
      "INSERT INTO share_links (id, token_hash, scan_id, owner_id, created_at, expires_at) VALUES ('s1', 'h1', $1, $2, now(), now())",
      [scan, ownerOf(jane)],
    );
    await remove(jane, `scan:${scan}`, `bounce:${bounce}`, `batch:${batch}`);
    expect(await list(jane)).toEqual(["kept.com"]);
    expect(await exists("scans", scan)).toBe(false);
    expect(await exists("share_links", "s1")).toBe(false);
    expect(await exists("scans", kept)).toBe(true);
  });

  test("leaves a scan to those who asked for it too", async () => {
    const [jane, other] = [await user(), await user()];
    const scan = await addScan(jane, "both.com", 1);
    await addScan(other, "both.com", 2, "web", scan);
    await remove(jane, `scan:${scan}`);
    expect(await list(jane)).toEqual([]);
    expect(await list(other)).toEqual(["both.com"]);
    await remove(other, `scan:${scan}`);
    expect(await exists("scans", scan)).toBe(false);
  });

  test.each([["scan"], ["bounce"], ["batch"]])(
    "of somebody else's %s is refused like one that is not there",
    async kind => {
      const [jane, thief] = [await user(), await user()];
      const id = await { scan: addScan, bounce: addBounce, batch: addBatch }[kind as "scan"](
        jane,
        "own.com",
        1,
      );
      for (const ctx of [thief, visitor(house, "key"), visitor(house, null), worker(house)]) {
        await expect(remove(ctx, `${kind}:${id}`)).rejects.toMatchObject({ code: "not-found" });
      }
      await expect(remove(jane, `${kind}:${"0".repeat(22)}`)).rejects.toMatchObject({ code: "not-found" });
      expect(await list(jane)).toEqual(["own.com"]);
    },
  );

  test("is all or nothing", async () => {
    const [jane, other] = [await user(), await user()];
    const [mine, theirs] = [await addScan(jane, "mine.com", 1), await addScan(other, "theirs.com", 1)];
    await expect(remove(jane, `scan:${mine}`, `scan:${theirs}`)).rejects.toMatchObject({ code: "not-found" });
    expect(await list(jane)).toEqual(["mine.com"]);
  });

  test.each([[[]], [["users:0000000000000000000000"]], [["scan:x"]], [[""]]])(
    "of %j is refused",
    async items => {
      const jane = await user();
      await expect(remove(jane, ...items)).rejects.toMatchObject({ code: "invalid" });
    },
  );
});
