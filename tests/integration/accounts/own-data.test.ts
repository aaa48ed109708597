import type { Client } from "pg";
import { afterAll, beforeAll, beforeEach, describe, expect, inject, test } from "vitest";
import { deleteAccount } from "#lib/services/accounts/delete.ts";
import { exportAccount } from "#lib/services/accounts/export.ts";
import { claimable } from "#lib/services/accounts/look-at-link.ts";
import type { ServiceContext } from "#lib/services/context.ts";
import { listHistory } from "#lib/services/history/list.ts";
import { executeScan } from "#lib/services/scans/execute.ts";
import { getScan } from "#lib/services/scans/get.ts";
import { startScan } from "#lib/services/scans/start.ts";
import { createShare } from "#lib/services/shares/create.ts";
import { listShares } from "#lib/services/shares/list.ts";
import { openShare } from "#lib/services/shares/open.ts";
import { type HouseWithSql, houseWithSql } from "../../support/house-with-sql.ts";
import { type AccountContext, person, requestToken, signIn, useLink } from "../../support/sign-in.ts";
import { type TestHouse, visitor, worker } from "../../support/test-house.ts";

let house: TestHouse;
let sql: Client;
let world: HouseWithSql;
let turn = 0;
/** Addresses, keys and domains of one test. */
let own: string;

beforeAll(async () => {
  world = await houseWithSql(inject("postgresUrl"), { zone: "example.com. 300 IN MX 10 mx.example.com." });
  ({ house, sql } = world);
});

afterAll(() => world.close());

beforeEach(() => {
  turn += 1;
  own = `t${turn}`;
});

const browser = (key = own): ServiceContext => visitor(house, `browser ${key}`);

async function scan(ctx: ServiceContext, domain: string): Promise<string> {
  const started = await startScan({ ctx, input: { domain } });
  await executeScan({ ctx: worker(house), input: { scanId: started.scan.id } });
  return started.scan.id;
}

async function addBounce(column: "owner_id" | "browser_key_hash", value: string): Promise<string> {
  const id = house.newToken();
  await sql.query(
    `INSERT INTO bounces (id, status, created_at, recipient_domain, cause, raw_text, ${column})
     VALUES ($1, 'done', now(), 'contoso.com', 'recipient_unknown', 'the text that came back', $2)`,
    [id, value],
  );
  return id;
}

const historyOf = async (ctx: ServiceContext) =>
  (await listHistory({ ctx, input: {} })).items.map(({ kind, title }) => `${kind} ${title}`).toSorted();

async function signedIn(ctx: ServiceContext, address: string): Promise<AccountContext> {
  await signIn(ctx, sql, address);
  const { rows } = await sql.query("SELECT id FROM users WHERE email = $1", [address]);
  return { ...house, actor: { kind: "account", userId: rows[0].id, sessionId: null, browserKey: null } };
}

describe("what a browser asked for before signing in", () => {
  test("is the account's from then on, with its links", async () => {
    const scanId = await scan(browser(), `${own}.example.com`);
    const { share } = await createShare({ ctx: browser(), input: { scanId } });
    const { rows } = await sql.query(
      "SELECT browser_key_hash AS hash FROM scan_requests WHERE scan_id = $1",
      [scanId],
    );
    await addBounce("browser_key_hash", rows[0].hash);
    expect(await claimable({ ctx: browser() })).toBe(2);
    const jane = await signedIn(browser(), `${own}@example.com`);
    expect(await historyOf(jane)).toEqual(["bounce contoso.com", `scan ${own}.example.com`]);
    expect(await getScan({ ctx: jane, input: { id: scanId } })).toMatchObject({ mine: true });
    expect((await listShares({ ctx: jane, input: {} })).map(({ id }) => id)).toEqual([share.id]);
    expect(await claimable({ ctx: browser() })).toBe(0);
  });

  test("is not found by whoever uses the browser next, signed in or not", async () => {
    const scanId = await scan(browser(), `${own}.example.com`);
    await signedIn(browser(), `${own}@example.com`);
    expect(await historyOf(browser())).toEqual([]);
    expect(await getScan({ ctx: browser(), input: { id: scanId } })).toMatchObject({ mine: false });
    const next = await signedIn(browser(), `next.${own}@example.com`);
    expect(await historyOf(next)).toEqual([]);
  });

  test("stays where it is when somebody signs in in another browser", async () => {
    await scan(browser(), `${own}.example.com`);
    const jane = await signedIn(browser("elsewhere"), `${own}@example.com`);
    expect(await historyOf(jane)).toEqual([]);
    expect(await historyOf(browser())).toEqual([`scan ${own}.example.com`]);
  });

  test("and the account too, is there once", async () => {
    const jane = await signedIn(browser(), `${own}@example.com`);
    await scan(jane, `${own}.example.com`);
    await startScan({ ctx: browser(), input: { domain: `${own}.example.com` } });
    await signIn(browser(), sql, `${own}@example.com`);
    expect(await historyOf(jane)).toEqual([`scan ${own}.example.com`]);
    expect(await historyOf(browser())).toEqual([]);
  });

  test("comes to the account with the link that is used, not with one that is only asked for", async () => {
    await scan(browser(), `${own}.example.com`);
    const token = await requestToken(browser(), sql, `${own}@example.com`);
    expect(await historyOf(browser())).toHaveLength(1);
    await useLink(browser(), token);
    expect(await historyOf(browser())).toHaveLength(0);
  });
});

async function exported(ctx: ServiceContext) {
  let text = "";
  for await (const piece of await exportAccount({ ctx })) text += piece;
  return { text, data: JSON.parse(text) };
}

describe("an export", () => {
  test("holds everything of the account, in one JSON object", async () => {
    const jane = await person(house, sql, `${own}@example.com`);
    const scanId = await scan(jane, `${own}.example.com`);
    await createShare({ ctx: jane, input: { scanId, note: "Please fix SPF." } });
    await addBounce("owner_id", jane.actor.userId);
    const { data } = await exported(jane);
    expect(data).toMatchObject({
      schema: "mailtriage.account/1",
      account: { email: `${own}@example.com` },
      sessions: [{ device: "Firefox on Linux" }],
      scans: [
        { scan: { id: scanId, domain: `${own}.example.com`, report: { domain: `${own}.example.com` } } },
      ],
      shareLinks: [{ scanId, note: "Please fix SPF." }],
      bounces: [{ recipientDomain: "contoso.com", rawText: "the text that came back" }],
      monitors: [],
      apiKeys: [],
    });
  });

  test("holds no secret and nothing of anybody else", async () => {
    const jane = await person(house, sql, `${own}@example.com`);
    const other = await person(house, sql, `other.${own}@example.com`);
    const scanId = await scan(jane, `${own}.example.com`);
    await startScan({ ctx: other, input: { domain: `${own}.example.com` } });
    await scan(other, `other-${own}.example.com`);
    const { token } = await createShare({ ctx: jane, input: { scanId } });
    const { text } = await exported(jane);
    const hashes = await sql.query(
      "SELECT token_hash AS secret FROM share_links UNION SELECT session_token FROM sessions",
    );
    const foreign = [`other.${own}`, `other-${own}`, other.actor.userId];
    const found = [token, ...hashes.rows.map(row => row.secret), ...foreign].filter(part =>
      text.includes(part),
    );
    expect(found).toEqual([]);
  });

  test("of more than one page of rows misses none and doubles none", async () => {
    const jane = await person(house, sql, `${own}@example.com`);
    const ids = await Promise.all(Array.from({ length: 45 }, () => addBounce("owner_id", jane.actor.userId)));
    const { data } = await exported(jane);
    expect(data.bounces.map(({ id }: { id: string }) => id)).toEqual(ids.toSorted());
  });

  test("is for whoever is signed in, and for no program and no worker", async () => {
    await expect(exportAccount({ ctx: browser() })).rejects.toMatchObject({ code: "unauthenticated" });
    await expect(exportAccount({ ctx: worker(house) })).rejects.toMatchObject({ code: "unauthenticated" });
    const ended = {
      ...house,
      actor: { kind: "account", userId: "gone", sessionId: null, browserKey: null },
    } as const;
    await expect(exportAccount({ ctx: ended })).rejects.toMatchObject({ code: "unauthenticated" });
  });
});

describe("an account that is deleted", () => {
  test("leaves nothing of itself in any table", async () => {
    const address = `${own}@example.com`;
    const jane = await person(house, sql, address);
    const scanId = await scan(jane, `${own}.example.com`);
    const { share, token } = await createShare({ ctx: jane, input: { scanId } });
    const bounceId = await addBounce("owner_id", jane.actor.userId);
    await requestToken(browser(), sql, address);
    await deleteAccount({ ctx: jane, input: { address: ` ${address.toUpperCase()} ` } });
    const tables = await sql.query(
      "SELECT table_name AS name FROM information_schema.tables WHERE table_schema = 'public' AND table_name NOT LIKE '\\_%'",
    );
    expect(tables.rows.length).toBeGreaterThan(15);
    for (const { name } of tables.rows) {
      const { rows } = await sql.query(`SELECT count(*)::int AS n FROM "${name}" AS t WHERE t::text ~ $1`, [
        [address, jane.actor.userId, scanId, share.id, bounceId].join("|"),
      ]);
      expect([name, rows[0].n]).toEqual([name, 0]);
    }
    await expect(openShare({ ctx: browser(), input: { token } })).rejects.toMatchObject({
      code: "not-found",
    });
    await expect(exportAccount({ ctx: jane })).rejects.toMatchObject({ code: "unauthenticated" });
  });

  test("leaves what others asked for too", async () => {
    const jane = await person(house, sql, `${own}@example.com`);
    const other = await person(house, sql, `other.${own}@example.com`);
    const shared = await scan(jane, `${own}.example.com`);
    await startScan({ ctx: other, input: { domain: `${own}.example.com` } });
    const anonymous = await scan(jane, `anonymous-${own}.example.com`);
    await startScan({ ctx: browser("nobody"), input: { domain: `anonymous-${own}.example.com` } });
    const link = await createShare({ ctx: other, input: { scanId: shared } });
    await deleteAccount({ ctx: jane, input: { address: `${own}@example.com` } });
    expect(await historyOf(other)).toEqual([`scan ${own}.example.com`]);
    expect(await getScan({ ctx: browser("nobody"), input: { id: anonymous } })).toMatchObject({ mine: true });
    await expect(openShare({ ctx: browser(), input: { token: link.token } })).resolves.toBeDefined();
  });

  test("is deleted only when its address is typed, by whom it belongs to", async () => {
    const jane = await person(house, sql, `${own}@example.com`);
    const other = await person(house, sql, `other.${own}@example.com`);
    const wrong = deleteAccount({ ctx: jane, input: { address: `x${own}@example.com` } });
    await expect(wrong).rejects.toMatchObject({ code: "invalid", field: "address" });
    const theft = deleteAccount({ ctx: other, input: { address: `${own}@example.com` } });
    await expect(theft).rejects.toMatchObject({ code: "invalid" });
    const anonymous = deleteAccount({ ctx: browser(), input: { address: `${own}@example.com` } });
    await expect(anonymous).rejects.toMatchObject({ code: "unauthenticated" });
    expect(await exported(jane)).toBeDefined();
  });

  test("can be made anew with the same address, and is empty", async () => {
    const jane = await person(house, sql, `${own}@example.com`);
    await scan(jane, `${own}.example.com`);
    await deleteAccount({ ctx: jane, input: { address: `${own}@example.com` } });
    const again = await person(house, sql, `${own}@example.com`);
    expect(again.actor.userId).not.toBe(jane.actor.userId);
    expect(await historyOf(again)).toEqual([]);
  });
});
