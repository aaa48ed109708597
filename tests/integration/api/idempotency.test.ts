import { afterAll, beforeAll, describe, expect, inject, test } from "vitest";
import { forgetIdempotencyKeys } from "#lib/db/idempotency.ts";
import { type ApiWorld, openApiWorld } from "../../support/api-world.ts";

let api: ApiWorld;
let key: string;

beforeAll(async () => {
  api = await openApiWorld(inject("postgresUrl"));
  ({ key } = await api.makeKey());
});

afterAll(() => api.close());

const scan = (domain: string, idempotencyKey: string, more: { key?: string; from?: string } = { key }) =>
  api.call("POST", "/api/v1/scans", {
    json: { domain },
    headers: { "idempotency-key": idempotencyKey },
    ...more,
  });

/** So long ago that a fresh scan is not what answers. */
const age = (domain: string) =>
  api.sql.query("UPDATE scans SET requested_at = requested_at - interval '1 hour' WHERE domain = $1", [
    domain,
  ]);

const countOf = async (domain: string): Promise<number> =>
  (await api.sql.query("SELECT count(*)::int AS n FROM scans WHERE domain = $1", [domain])).rows[0].n;

describe("the same key with the same request", () => {
  test("is the same scan, as it is now, however late", async () => {
    const first = await scan("same.example.com", "key-1");
    await age("same.example.com");
    await api.finish(first.json?.["id"]);
    const second = await scan("same.example.com", "key-1");
    expect(first.headers.get("idempotency-replayed")).toBeNull();
    expect(second.headers.get("idempotency-replayed")).toBe("true");
    expect([second.status, second.json?.["id"], second.json?.["status"]]).toEqual([
      201,
      first.json?.["id"],
      "done",
    ]);
    expect(await countOf("same.example.com")).toBe(1);
  });

  test("without it, the same request is another scan by then", async () => {
    await api.call("POST", "/api/v1/scans", { key, json: { domain: "other.example.com" } });
    await age("other.example.com");
    await api.call("POST", "/api/v1/scans", { key, json: { domain: "other.example.com" } });
    expect(await countOf("other.example.com")).toBe(2);
  });

  test("is the same when only the writing differs", async () => {
    const headers = { "idempotency-key": "spaces", "content-type": "application/json" };
    const first = await api.call("POST", "/api/v1/scans", {
      key,
      headers,
      body: '{"domain":"w.example.com"}',
    });
    const second = await api.call("POST", "/api/v1/scans", {
      key,
      headers,
      body: '{ "domain" : "w.example.com" }\n',
    });
    expect(second.json?.["id"]).toBe(first.json?.["id"]);
    expect(second.headers.get("idempotency-replayed")).toBe("true");
  });

  test("is one batch", async () => {
    const call = () =>
      api.call("POST", "/api/v1/scans/bulk", {
        key,
        json: { domains: ["b1.example.com", "b2.example.com"] },
        headers: { "idempotency-key": "batch" },
      });
    const [first, second] = await Promise.all([call(), call()]);
    expect([first.status, second.status]).toEqual([202, 202]);
    expect(second.json?.["id"]).toBe(first.json?.["id"]);
    const { rows } = await api.sql.query("SELECT count(*)::int AS n FROM scan_batches");
    expect(rows[0].n).toBe(1);
  });
});

describe("at once", () => {
  test("twenty requests with one key are one scan, one job, and done once", async () => {
    // Each alone would be a scan of its own: what joins them is the key.
    const { clock } = api.house;
    let hours = 0;
    Object.assign(clock, {
      now: () => {
        hours += 1;
        return new Date(Date.UTC(2026, 0, 1) + hours * 3_600_000);
      },
    });
    try {
      const told = await Promise.all(Array.from({ length: 20 }, () => scan("race.example.com", "race")));
      expect(new Set(told.map(one => one.status))).toEqual(new Set([202]));
      expect(new Set(told.map(one => one.json?.["id"])).size).toBe(1);
      expect(told.filter(one => one.headers.get("idempotency-replayed") === null)).toHaveLength(1);
      expect(await countOf("race.example.com")).toBe(1);
    } finally {
      Object.assign(clock, { now: () => new Date() });
    }
  });

  test("two with one key and different requests: one is done, the other refused", async () => {
    const told = await Promise.all([scan("one.example.com", "clash"), scan("two.example.com", "clash")]);
    expect(told.map(one => one.status).toSorted()).toEqual([202, 422]);
    expect((await countOf("one.example.com")) + (await countOf("two.example.com"))).toBe(1);
  });
});

describe("422", () => {
  test("another request with a key that was used", async () => {
    await scan("first.example.com", "reused");
    const told = await scan("second.example.com", "reused");
    expect([told.status, told.json?.["code"]]).toEqual([422, "idempotency-key-reused"]);
    expect(await countOf("second.example.com")).toBe(0);
  });

  test("another operation with a key that was used", async () => {
    await scan("op.example.com", "operation");
    const told = await api.call("POST", "/api/v1/scans/bulk", {
      key,
      json: { domains: ["op.example.com"] },
      headers: { "idempotency-key": "operation" },
    });
    expect([told.status, told.json?.["code"]]).toEqual([422, "idempotency-key-reused"]);
  });
});

describe("a key", () => {
  test("of one account means nothing to another", async () => {
    const other = await api.makeKey();
    const mine = await scan("mine.example.com", "shared-name");
    const theirs = await scan("theirs.example.com", "shared-name", { key: other.key });
    expect([mine.status, theirs.status]).toEqual([202, 202]);
    expect(theirs.json?.["id"]).not.toBe(mine.json?.["id"]);
  });

  test("of one stranger means nothing to one from elsewhere", async () => {
    const here = await scan("here.example.com", "stranger", { from: "192.0.2.1" });
    const there = await scan("there.example.com", "stranger", { from: "192.0.2.2" });
    const again = await scan("here.example.com", "stranger", { from: "192.0.2.1" });
    expect([here.status, there.status, again.json?.["id"]]).toEqual([202, 202, here.json?.["id"]]);
  });

  test("is forgotten after 24 hours by the clock of the database", async () => {
    await scan("old.example.com", "day");
    await api.sql.query(
      "UPDATE idempotency_keys SET expires_at = now() + interval '1 minute' WHERE key = 'day'",
    );
    expect((await scan("new.example.com", "day")).status).toBe(422);
    await api.sql.query("UPDATE idempotency_keys SET expires_at = now() WHERE key = 'day'");
    expect((await scan("new.example.com", "day")).status).toBe(202);
    const { rows } = await api.sql.query(
      "SELECT extract(epoch FROM expires_at - created_at)::int AS seconds FROM idempotency_keys WHERE key = 'day'",
    );
    expect(rows[0].seconds).toBe(86_400);
  });

  test("is free again when the request was refused", async () => {
    const refused = await scan("localhost", "refused");
    expect(refused.status).toBe(422);
    expect((await scan("accepted.example.com", "refused")).status).toBe(202);
  });

  test("is free again, and nothing is stored, when the process dies in the middle", async () => {
    const { queue } = api.house;
    const { enqueue } = queue;
    Object.assign(queue, {
      enqueue: async () => {
        throw new Error("died");
      },
    });
    const died = await scan("died.example.com", "died");
    Object.assign(queue, { enqueue });
    expect([died.status, died.json?.["code"]]).toEqual([500, "internal-error"]);
    expect(await countOf("died.example.com")).toBe(0);
    const again = await scan("died.example.com", "died");
    expect([again.status, again.headers.get("idempotency-replayed")]).toEqual([202, null]);
  });

  test("is kept with an id and nothing else", async () => {
    const { json } = await scan("kept.example.com", "kept");
    const { rows } = await api.sql.query("SELECT response FROM idempotency_keys WHERE key = 'kept'");
    expect(rows[0].response).toEqual({ outcome: { scanId: json?.["id"] } });
  });

  test("goes with the upkeep when its time is over", async () => {
    await scan("upkeep.example.com", "upkeep");
    await api.sql.query("UPDATE idempotency_keys SET expires_at = now() WHERE key = 'upkeep'");
    expect(await forgetIdempotencyKeys(api.house.database.db, 10)).toBe(1);
  });
});
