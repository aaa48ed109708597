import type { Client } from "pg";
import { afterAll, beforeAll, beforeEach, describe, expect, inject, test } from "vitest";
import { deleteBatch } from "#lib/services/batches/delete.ts";
import { executeBatch } from "#lib/services/batches/execute.ts";
import { exportAddresses } from "#lib/services/batches/export-addresses.ts";
import { followBatch } from "#lib/services/batches/follow.ts";
import { getBatch } from "#lib/services/batches/get.ts";
import { listBatchFailures } from "#lib/services/batches/list-failures.ts";
import { startBatch } from "#lib/services/batches/start.ts";
import { summariseBatch } from "#lib/services/batches/summarise.ts";
import { keepUp } from "#lib/services/upkeep/keep-up.ts";
import { systemClock } from "#lib/values/clock.ts";
import { readFilesInThread } from "#lib/worker/batch-reader/read-files.ts";
import { failureLog, logLine, SAID } from "../../support/bounce-log.ts";
import { type HouseWithSql, houseWithSql } from "../../support/house-with-sql.ts";
import { type TestHouse, visitor, worker } from "../../support/test-house.ts";

let house: TestHouse;
let sql: Client;
let world: HouseWithSql;
let now = new Date("2026-12-01T10:00:00Z");

beforeAll(async () => {
  world = await houseWithSql(inject("postgresUrl"), { clock: { ...systemClock, now: () => now } });
  ({ house, sql } = world);
});

beforeEach(() => {
  now = new Date("2026-12-01T10:00:00Z");
});

afterAll(() => world.close());

const me = () => visitor(house, "my browser");
const upload = async (text: string | Uint8Array, name = "mail.log") => {
  const bytes = typeof text === "string" ? Buffer.from(text) : text;
  return (await startBatch({ ctx: me(), input: { files: [{ name, bytes }] } })).id;
};
const read = (batchId: string, signal = new AbortController().signal) =>
  executeBatch({ ctx: worker(house), input: { batchId }, signal, readFiles: readFilesInThread });
const addressesOf = async (id: string, list: "remove" | "keep") => {
  const found = [];
  for await (const page of await exportAddresses({ ctx: me(), input: { id }, list })) found.push(...page);
  return found.map(({ address, fate, cause, failures }) => [address, fate, cause, failures]);
};

const LOG =
  logLine("Gone@one.example.org", "bounced", SAID.unknown, 1) +
  logLine("full@one.example.org", "deferred", SAID.full, 2) +
  logLine("full@one.example.org", "deferred", SAID.full, 90_000) +
  logLine("listed@two.example.org", "bounced", SAID.listed, 3) +
  logLine("a@three.example.org", "bounced", SAID.directory, 4) +
  logLine("b@three.example.org", "bounced", SAID.directory, 5) +
  logLine("late@two.example.org", "bounced", SAID.unknown, 6) +
  logLine("late@two.example.org", "sent", SAID.sent, 7);

describe("a batch", () => {
  test("is stored with its job, read once, and counted from all sides", async () => {
    const id = await upload(LOG);
    expect(await getBatch({ ctx: me(), input: { id } })).toMatchObject({
      status: "pending",
      name: "mail.log",
    });
    expect(await read(id)).toBe("stored");
    const seen = await summariseBatch({ ctx: me(), input: { id } });
    expect(seen.batch).toMatchObject({ status: "done", failures: 7, share: 1 });
    expect(seen.batch.summary).toMatchObject({
      read: 8,
      failures: 7,
      events: { failed: 5, delayed: 2, delivered: 1 },
    });
    expect(seen.matching).toMatchObject({ failures: 7, addresses: 6 });
    expect(seen.fates).toEqual({ remove: 1, retry: 1, repair: 1, undecided: 2, reached: 1 });
    expect(seen.causes.map(({ cause, failures, addresses }) => [cause, failures, addresses])).toEqual([
      ["recipient_unknown", 4, 4],
      ["mailbox_full", 2, 1],
      ["ip_blocklisted", 1, 1],
    ]);
    expect(seen.groups.domain.groups.map(({ key, failures }) => [key, failures])).toEqual(
      [
        ["one.example.org", 3],
        ["two.example.org", 2],
        ["three.example.org", 2],
      ].toSorted(
        (one, other) => Number(other[1]) - Number(one[1]) || String(one[0]).localeCompare(String(other[0])),
      ),
    );
    expect(seen.groups.code.groups[0]).toEqual({ key: "452 4.2.2", failures: 2, addresses: 1 });
    expect(seen.days).toEqual([
      { day: "2026-11-01", fate: "reached", failures: 1 },
      { day: "2026-11-01", fate: "remove", failures: 1 },
      { day: "2026-11-01", fate: "repair", failures: 1 },
      { day: "2026-11-01", fate: "retry", failures: 1 },
      { day: "2026-11-01", fate: "undecided", failures: 2 },
      { day: "2026-11-02", fate: "retry", failures: 1 },
    ]);
    expect(await read(id)).toBe("superfluous");
  });

  test("gives two lists: each address once, under what all its failures together mean", async () => {
    const id = await upload(LOG);
    await read(id);
    expect(await addressesOf(id, "remove")).toEqual([
      ["Gone@one.example.org", "remove", "recipient_unknown", 1],
    ]);
    expect(await addressesOf(id, "keep")).toEqual([
      ["a@three.example.org", "undecided", "recipient_unknown", 1],
      ["b@three.example.org", "undecided", "recipient_unknown", 1],
      ["full@one.example.org", "retry", "mailbox_full", 2],
      ["late@two.example.org", "reached", "recipient_unknown", 1],
      ["listed@two.example.org", "repair", "ip_blocklisted", 1],
    ]);
  });

  test("can be filtered by every value, the unknown one too", async () => {
    const id = await upload(`${LOG}${logLine("", "bounced", "550 Sorry", 8)}`);
    await read(id);
    const counted = async (filter: Record<string, string>) =>
      (await summariseBatch({ ctx: me(), input: { id, filter } })).matching.failures;
    expect(await counted({ cause: "mailbox_full" })).toBe(2);
    expect(await counted({ domain: "one.example.org" })).toBe(3);
    expect(await counted({ domain: "one.example.org", cause: "recipient_unknown" })).toBe(1);
    expect(await counted({ code: "550 5.4.1" })).toBe(2);
    expect(await counted({ day: "2026-11-02" })).toBe(1);
    expect(await counted({ fate: "undecided" })).toBe(2);
    expect(await counted({ domain: "-" })).toBe(1);
    expect(await counted({ nonsense: "x" })).toBe(8);
    const page = await listBatchFailures({
      ctx: me(),
      input: { id, filter: { cause: "mailbox_full" }, limit: 1 },
    });
    expect(page.rows.map(({ item, recipient }) => [item, recipient])).toEqual([[2, "full@one.example.org"]]);
    expect(page.next).toBe(2);
  });

  test("keeps no file, no line and no address within a reply", async () => {
    const canary = "kanarie.vogel";
    const id = await upload(
      logLine(
        `${canary}@one.example.org`,
        "bounced",
        `host mx[192.0.2.7] said: 550 5.1.1 <${canary}@one.example.org>: unknown`,
      ),
    );
    await read(id);
    const { rows: files } = await sql.query("SELECT FROM batch_files WHERE batch_id = $1", [id]);
    const { rows } = await sql.query(
      "SELECT recipient, report::text AS report FROM batch_items WHERE batch_id = $1",
      [id],
    );
    expect(files).toEqual([]);
    expect(rows.map(({ recipient }) => recipient)).toEqual([`${canary}@one.example.org`]);
    expect(rows[0].report).not.toContain(canary);
    expect(rows[0].report).toContain("…@one.example.org");
    const { rows: jobs } = await sql.query(
      "SELECT data::text AS data, output::text AS output FROM pgboss.job",
    );
    expect(JSON.stringify(jobs)).not.toContain(canary);
  });

  test("forgets its addresses after 30 days and keeps its numbers", async () => {
    const id = await upload(LOG);
    await read(id);
    now = new Date("2026-12-30T10:00:00Z");
    await keepUp({ ctx: worker(house) });
    expect(await addressesOf(id, "remove")).toHaveLength(1);
    now = new Date("2026-12-31T11:00:00Z");
    await keepUp({ ctx: worker(house) });
    expect(await addressesOf(id, "remove")).toEqual([]);
    const seen = await summariseBatch({ ctx: me(), input: { id } });
    expect(seen.batch).toMatchObject({ expiresAt: null, name: "" });
    expect(seen.matching).toMatchObject({ failures: 7, addresses: 0 });
  });

  test("holds text that no database takes as it is", async () => {
    const id = await upload(
      'email,reason\n"x\0y@one.example.org",550 5.1.1 \ud800 no\0body\nz@one.example.org,552 5.2.2 full\n',
    );
    expect(await read(id)).toBe("stored");
    expect((await summariseBatch({ ctx: me(), input: { id } })).matching.failures).toBe(2);
  });

  test("that nobody can read says why", async () => {
    const id = await upload(Uint8Array.of(0x1f, 0x8b, 8, 0, 0, 0, 0, 0, 0, 3, 1, 2, 3), "broken.gz");
    expect(await read(id)).toBe("failed");
    expect(await getBatch({ ctx: me(), input: { id } })).toMatchObject({
      status: "failed",
      failure: "archive-damaged",
    });
    const { rows } = await sql.query("SELECT FROM batch_files WHERE batch_id = $1", [id]);
    expect(rows).toEqual([]);
  });

  test("belongs to who uploaded it and is not even there for others", async () => {
    const id = await upload(LOG);
    await read(id);
    for (const stranger of [visitor(house, "another browser"), visitor(house, null)]) {
      const ctx = stranger;
      const input = { id };
      await expect(getBatch({ ctx, input })).rejects.toMatchObject({ code: "not-found" });
      await expect(summariseBatch({ ctx, input })).rejects.toMatchObject({ code: "not-found" });
      await expect(listBatchFailures({ ctx, input })).rejects.toMatchObject({ code: "not-found" });
      await expect(exportAddresses({ ctx, input, list: "remove" })).rejects.toMatchObject({
        code: "not-found",
      });
      await expect(deleteBatch({ ctx, input })).rejects.toMatchObject({ code: "not-found" });
      const news = followBatch({ ctx, input, signal: new AbortController().signal });
      await expect(news.next()).rejects.toMatchObject({ code: "not-found" });
    }
    await deleteBatch({ ctx: me(), input: { id } });
    await expect(getBatch({ ctx: me(), input: { id } })).rejects.toMatchObject({ code: "not-found" });
    const { rows } = await sql.query("SELECT FROM batch_items WHERE batch_id = $1", [id]);
    expect(rows).toEqual([]);
  });

  test("deleted while it is read leaves nothing behind", async () => {
    const id = await upload(failureLog(3_000));
    const reading = executeBatch({
      ctx: worker(house),
      input: { batchId: id },
      signal: new AbortController().signal,
      readFiles: order =>
        readFilesInThread({
          ...order,
          store: async (items, share) => {
            const stored = await order.store(items, share);
            if (share > 0.2) await deleteBatch({ ctx: me(), input: { id } }).catch(() => {});
            return stored;
          },
        }),
    });
    expect(await reading).toBe("superfluous");
    const { rows } = await sql.query("SELECT FROM batch_items WHERE batch_id = $1", [id]);
    expect(rows).toEqual([]);
  });

  test("can be followed to its end", async () => {
    const id = await upload(failureLog(2_000));
    const news = followBatch({ ctx: me(), input: { id }, signal: AbortSignal.timeout(30_000) });
    expect((await news.next()).value).toEqual({ type: "waiting" });
    const reading = read(id);
    const shares: number[] = [];
    for await (const one of news) if (one.type === "reading") shares.push(one.share);
    await reading;
    expect(shares.length).toBeGreaterThan(2);
    expect(shares.every((share, at) => share >= (shares[at - 1] ?? 0))).toBe(true);
  });

  test("has the domains scanned that have most failures, each by one job, as many as were paid for", async () => {
    const id = await upload(failureLog(1_000));
    await read(id);
    const seen = await summariseBatch({ ctx: me(), input: { id } });
    expect(seen.scans).toHaveLength(50);
    expect(seen.unscanned).toBeGreaterThan(0);
    const { rows } = await sql.query(
      `SELECT count(*)::int AS jobs, count(DISTINCT data->>'domain')::int AS domains FROM pgboss.job
       WHERE name = 'batch-domain' AND data->>'batchId' = $1`,
      [id],
    );
    expect(rows[0]).toEqual({ jobs: 50, domains: 50 });
  });
});

const start = (files: readonly { name: string; bytes: Uint8Array }[], ctx = me()) =>
  startBatch({ ctx, input: { files } });

describe("what is refused", () => {
  test.each([
    ["nothing", []],
    ["an empty file", [{ name: "a", bytes: Buffer.alloc(0) }]],
    [
      "more than 25 MB together",
      [1, 2].map(n => ({ name: `${n}`, bytes: Buffer.alloc(13 * 1024 * 1024, "x") })),
    ],
    ["201 files", Array.from({ length: 201 }, () => ({ name: "a", bytes: Buffer.from("x") }))],
  ])("%s", async (_, files) => {
    await expect(start(files)).rejects.toMatchObject({ code: "invalid", field: "file" });
  });

  test("a fourth batch while three wait", async () => {
    const ctx = visitor(house, "impatient browser");
    const file = [{ name: "a.log", bytes: Buffer.from(LOG) }];
    for (let at = 0; at < 3; at += 1) await start(file, ctx);
    await expect(start(file, ctx)).rejects.toMatchObject({ code: "limited", retryAfter: 60 });
  });

  test("reading by anybody but a worker", async () => {
    const id = await upload(LOG);
    const signal = new AbortController().signal;
    const reading = executeBatch({ ctx: me(), input: { batchId: id }, signal, readFiles: readFilesInThread });
    await expect(reading).rejects.toMatchObject({ code: "forbidden" });
  });
});
