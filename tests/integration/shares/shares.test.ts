import type { Client } from "pg";
import { afterAll, beforeAll, describe, expect, inject, test } from "vitest";
import { executeScan } from "#lib/services/scans/execute.ts";
import { startScan } from "#lib/services/scans/start.ts";
import { createShare } from "#lib/services/shares/create.ts";
import { listShares } from "#lib/services/shares/list.ts";
import { openShare } from "#lib/services/shares/open.ts";
import { revokeShare } from "#lib/services/shares/revoke.ts";
import { sharePage } from "#lib/web/share-pages.ts";
import { type HouseWithSql, houseWithSql } from "../../support/house-with-sql.ts";
import { type TestHouse, visitor, worker } from "../../support/test-house.ts";

let house: TestHouse;
let sql: Client;
let world: HouseWithSql;
let scanId: string;

const owner = () => visitor(house, "owner-key");
const stranger = () => visitor(house, "stranger-key");
const reader = () => visitor(house, null);

beforeAll(async () => {
  world = await houseWithSql(inject("postgresUrl"), { zone: "example.com. 300 IN MX 10 mx.example.com." });
  ({ house, sql } = world);
  const { scan } = await startScan({ ctx: owner(), input: { domain: "example.com" } });
  scanId = scan.id;
  await executeScan({ ctx: worker(house), input: { scanId } });
});

afterAll(() => world.close());

describe("a share link", () => {
  test("opens the report for whoever holds the token, and notes the use", async () => {
    const { token, share } = await createShare({
      ctx: owner(),
      input: { scanId, note: " Please fix SPF. " },
    });
    expect(token).toMatch(/^[0-9A-Za-z]{22}$/);
    const opened = await openShare({ ctx: reader(), input: { token } });
    expect(opened.scan).toMatchObject({ id: scanId, status: "done" });
    expect(opened.share).toMatchObject({ id: share.id, note: "Please fix SPF.", useCount: 1 });
    const days = (share.expiresAt.getTime() - share.createdAt.getTime()) / 86_400_000;
    expect(days).toBe(30);
  });

  test("is stored as a hash only", async () => {
    const { token } = await createShare({ ctx: owner(), input: { scanId } });
    const { rows } = await sql.query("SELECT count(*)::int AS n FROM share_links s WHERE s::text LIKE $1", [
      `%${token}%`,
    ]);
    expect(rows[0].n).toBe(0);
  });

  test("unknown, malformed, expired and revoked are refused alike", async () => {
    const revoked = await createShare({ ctx: owner(), input: { scanId } });
    await revokeShare({ ctx: owner(), input: { id: revoked.share.id } });
    const expired = await createShare({ ctx: owner(), input: { scanId, days: 1 } });
    const tomorrow = { ...house.clock, now: () => new Date(Date.now() + 86_400_000) };
    const refusals = await Promise.all([
      refusalOf(openShare({ ctx: reader(), input: { token: revoked.token } })),
      refusalOf(openShare({ ctx: { ...reader(), clock: tomorrow }, input: { token: expired.token } })),
      refusalOf(openShare({ ctx: reader(), input: { token: "0".repeat(22) } })),
      refusalOf(openShare({ ctx: reader(), input: { token: "" } })),
      refusalOf(openShare({ ctx: reader(), input: { token: "'; DROP TABLE scans; --\0" } })),
    ]);
    expect(new Set(refusals)).toEqual(new Set([refusals[0]]));
    expect(refusals[0]).toBe("not-found There is no such report.");
  });

  test.each([
    ["another browser", stranger],
    ["a browser without a key", reader],
    ["a worker", () => worker(house)],
  ])("cannot be made by %s", async (_who, context) => {
    await expect(createShare({ ctx: context(), input: { scanId } })).rejects.toMatchObject({
      code: "forbidden",
    });
  });

  test("cannot be made for a scan that is not finished, or not there", async () => {
    const { scan } = await startScan({ ctx: owner(), input: { domain: "pending.com" } });
    const early = createShare({ ctx: owner(), input: { scanId: scan.id } });
    await expect(early).rejects.toMatchObject({ code: "conflict" });
    const nowhere = createShare({ ctx: owner(), input: { scanId: "0".repeat(22) } });
    await expect(nowhere).rejects.toMatchObject({ code: "not-found" });
  });

  test("is listed and revoked by its maker alone", async () => {
    const { share } = await createShare({ ctx: owner(), input: { scanId } });
    expect((await listShares({ ctx: owner(), input: { scanId } })).map(({ id }) => id)).toContain(share.id);
    expect(await listShares({ ctx: stranger(), input: { scanId } })).toEqual([]);
    expect(await listShares({ ctx: reader(), input: {} })).toEqual([]);
    const theft = revokeShare({ ctx: stranger(), input: { id: share.id } });
    await expect(theft).rejects.toMatchObject({ code: "not-found" });
    await revokeShare({ ctx: owner(), input: { id: share.id } });
    await revokeShare({ ctx: owner(), input: { id: share.id } });
    const [listed] = await listShares({ ctx: owner(), input: { scanId } });
    expect(listed?.revokedAt).toBeInstanceOf(Date);
  });
});

describe("the page of links", () => {
  test("comes in pages that miss none and double none, also where moments are equal", async () => {
    const maker = visitor(house, "maker-key");
    const { scan } = await startScan({ ctx: maker, input: { domain: "pages.example.com" } });
    await executeScan({ ctx: worker(house), input: { scanId: scan.id } });
    const moment = new Date("2026-11-25T12:00:00Z");
    const standing = { ...maker, clock: { ...house.clock, now: () => moment } };
    const made: string[] = [];
    for (let n = 0; n < 60; n += 1) {
      const { share } = await createShare({ ctx: standing, input: { scanId: scan.id } });
      made.push(share.id);
    }
    const seen: string[] = [];
    const sizes: number[] = [];
    for (let place: string | null = ""; place !== null; ) {
      const page = await sharePage(maker, place);
      expect(page.isFirst).toBe(place === "");
      seen.push(...page.links.map(({ id }) => id));
      sizes.push(page.links.length);
      place = page.next;
    }
    expect(sizes).toEqual([25, 25, 10]);
    expect(seen.toSorted()).toEqual(made.toSorted());
  });

  test.each(["nonsense", "1.2", ["1764072000000.0000000000000000000000"], undefined])(
    "begins at the beginning for a place that is none: %j",
    async place => {
      expect(await sharePage(owner(), place)).toMatchObject({ isFirst: true });
    },
  );
});

const refusalOf = (work: Promise<unknown>): Promise<string> =>
  work.then(
    () => "opened",
    (error: { code: string; message: string }) => `${error.code} ${error.message}`,
  );
