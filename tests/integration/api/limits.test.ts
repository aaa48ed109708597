import { afterAll, beforeAll, describe, expect, inject, test } from "vitest";
import { type ApiWorld, openApiWorld } from "../../support/api-world.ts";

let api: ApiWorld;

beforeAll(async () => {
  api = await openApiWorld(inject("postgresUrl"), {
    limits: {
      requestsPerKey: { burst: 6, periodSeconds: 60 },
      requestsPerAddress: { burst: 3, periodSeconds: 60 },
      workPerAccount: { burst: 4, periodSeconds: 3_600 },
      workPerAddress: { burst: 2, periodSeconds: 3_600 },
      scansPerDomain: { burst: 2, periodSeconds: 3_600 },
      missesPerAddress: { burst: 3, periodSeconds: 60 },
    },
  });
});

afterAll(() => api.close());

const scan = (domain: string, options: { key?: string; from?: string }) =>
  api.call("POST", "/api/v1/scans", { json: { domain }, ...options });

describe("429", () => {
  test("after as many requests as a key may make, with the seconds to wait", async () => {
    const { key } = await api.makeKey();
    for (let n = 0; n < 6; n += 1) expect((await api.call("GET", "/api/v1/me", { key })).status).toBe(200);
    const told = await api.call("GET", "/api/v1/me", { key });
    expect([told.status, told.json?.["code"]]).toEqual([429, "rate-limited"]);
    // 6 in 60 seconds: the next in 10.
    expect(Number(told.headers.get("retry-after"))).toBeGreaterThanOrEqual(8);
    expect(Number(told.headers.get("retry-after"))).toBeLessThanOrEqual(10);
    const other = await api.makeKey();
    expect((await api.call("GET", "/api/v1/me", { key: other.key })).status).toBe(200);
  });

  test("after as many as one network may make without a key, and not for its neighbour", async () => {
    const path = `/api/v1/scans/${"0".repeat(22)}`;
    for (const host of ["::1", "::2", "::ffff"]) {
      const told = await api.call("GET", path, { from: `2001:db8:1:1${host}` });
      expect(told.status).toBe(404);
    }
    expect((await api.call("GET", path, { from: "2001:db8:1:1::9" })).status).toBe(429);
    expect((await api.call("GET", path, { from: "2001:db8:1:2::1" })).status).toBe(404);
  });

  test("for work, and nothing is stored; reading still goes", async () => {
    const { key } = await api.makeKey();
    const told = await api.call("POST", "/api/v1/scans/bulk", {
      key,
      json: { domains: ["w1.com", "w2.com", "w3.com"] },
    });
    expect(told.status).toBe(202);
    expect(told.headers.get("ratelimit-policy")).toBe('"requests";q=6;w=60, "work";q=4;w=3600');
    expect(told.headers.get("ratelimit")).toMatch(/^"requests";r=5;t=\d+, "work";r=1;t=27\d\d$/);
    const refused = await api.call("POST", "/api/v1/scans/bulk", {
      key,
      json: { domains: ["w4.com", "w5.com"] },
    });
    expect([refused.status, refused.json?.["code"]]).toEqual([429, "rate-limited"]);
    expect(refused.headers.get("ratelimit")).toMatch(/"work";r=1;/);
    expect((await scan("w6.com", { key })).status).toBe(202);
    expect((await scan("w7.com", { key })).status).toBe(429);
    const { rows } = await api.sql.query("SELECT count(*)::int AS n FROM scans WHERE domain = 'w7.com'");
    expect(rows[0].n).toBe(0);
    expect((await api.call("GET", "/api/v1/me", { key })).json).toMatchObject({
      limits: [
        { name: "requests", quota: 6, windowSeconds: 60, remaining: 1 },
        { name: "work", quota: 4, windowSeconds: 3_600, remaining: 0 },
      ],
    });
  });

  test("for one domain, whoever asks; a fresh scan costs nothing there", async () => {
    const statuses: number[] = [];
    for (let n = 0; n < 4; n += 1) {
      const { key } = await api.makeKey();
      statuses.push((await scan("popular.example.com", { key })).status);
      if (n > 0) await api.sql.query("UPDATE scans SET requested_at = requested_at - interval '1 hour'");
    }
    expect(statuses).toEqual([202, 202, 202, 429]);
  });

  test("for a request that was refused, an Idempotency-Key stays free", async () => {
    const headers = { "idempotency-key": "limited" };
    const { key } = await api.makeKey();
    const domains = ["i1.com", "i2.com", "i3.com", "i4.com"];
    await api.call("POST", "/api/v1/scans/bulk", { key, json: { domains } });
    const json = { domain: "i5.com" };
    expect((await api.call("POST", "/api/v1/scans", { key, json, headers })).status).toBe(429);
    await api.sql.query("DELETE FROM rate_limits");
    const later = await api.call("POST", "/api/v1/scans", { key, json, headers });
    expect([later.status, later.headers.get("idempotency-replayed")]).toEqual([202, null]);
  });

  test("for whoever tries keys, but not for a good key from the same place", async () => {
    const from = "192.0.2.77";
    const statuses: number[] = [];
    for (let n = 0; n < 5; n += 1) {
      statuses.push((await api.call("GET", "/api/v1/me", { key: `guess${n}`, from })).status);
    }
    expect(statuses).toEqual([401, 401, 401, 429, 429]);
    const { key } = await api.makeKey();
    expect((await api.call("GET", "/api/v1/me", { key, from })).status).toBe(200);
  });
});

test("the public pages of the API are read without being counted", async () => {
  for (let n = 0; n < 8; n += 1) {
    const told = await api.call("GET", "/api/v1/checks", { from: "192.0.2.88" });
    expect([told.status, told.headers.get("ratelimit")]).toEqual([200, null]);
  }
});
