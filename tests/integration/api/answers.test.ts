import { afterAll, beforeAll, describe, expect, inject, test } from "vitest";
import { executeBulkItem } from "#lib/services/bulk/execute.ts";
import { Batch, BatchPage, BatchResult } from "#lib/api/v1/schemas/batch.ts";
import { CheckList } from "#lib/api/v1/schemas/check.ts";
import { Me } from "#lib/api/v1/schemas/me.ts";
import { Scan, ScanPage } from "#lib/api/v1/schemas/scan.ts";
import { CreatedShare, SharePage } from "#lib/api/v1/schemas/share.ts";
import { type ApiWorld, openApiWorld } from "../../support/api-world.ts";
import { worker } from "../../support/test-house.ts";

let api: ApiWorld;
let key: string;

beforeAll(async () => {
  api = await openApiWorld(inject("postgresUrl"));
  ({ key } = await api.makeKey());
});

afterAll(() => api.close());

const started = async (domain: string): Promise<string> =>
  Scan.parse((await api.call("POST", "/api/v1/scans", { key, json: { domain } })).json).id;

describe("a scan", () => {
  test("202: is stored, and Location says where to look", async () => {
    const told = await api.call("POST", "/api/v1/scans", { key, json: { domain: "Pending.Example.COM." } });
    expect(told.status).toBe(202);
    const scan = Scan.parse(told.json);
    expect(scan).toMatchObject({ status: "pending", domain: "pending.example.com", report: null });
    expect(told.headers.get("location")).toBe(`/api/v1/scans/${scan.id}`);
    expect(told.headers.get("retry-after")).toBe("1");
    expect(scan.page).toBe(`https://mailtriage.example.com/scans/${scan.id}`);
    const again = await api.call("GET", told.headers.get("location") ?? "", { key });
    expect([again.status, again.json]).toEqual([200, told.json]);
  });

  test("201: is here when it joined a fresh one that is finished", async () => {
    const id = await started("fresh.example.com");
    await api.finish(id);
    const told = await api.call("POST", "/api/v1/scans", { key, json: { domain: "fresh.example.com" } });
    expect(told.status).toBe(201);
    const scan = Scan.parse(told.json);
    expect(scan).toMatchObject({ id, status: "done" });
    expect(scan.report?.findings.length).toBeGreaterThan(10);
    expect(scan.report?.domain).toBe("fresh.example.com");
  });

  test("201: is waited for when that is preferred", async () => {
    const waiting = api.call("POST", "/api/v1/scans", {
      key,
      json: { domain: "waited.example.com" },
      headers: { prefer: "respond-async, wait=20" },
    });
    const { rows } = await until(async () => {
      const found = await api.sql.query("SELECT id FROM scans WHERE domain = 'waited.example.com'");
      return found.rows.length > 0 ? found : null;
    });
    await api.finish(rows[0].id);
    const told = await waiting;
    expect([told.status, told.headers.get("preference-applied")]).toEqual([201, "wait=20"]);
    expect(Scan.parse(told.json).status).toBe("done");
  });

  test("202: after the wait is over", async () => {
    const begun = performance.now();
    const told = await api.call("POST", "/api/v1/scans", {
      key,
      json: { domain: "slow.example.com" },
      headers: { prefer: "wait=1" },
    });
    expect(told.status).toBe(202);
    expect(performance.now() - begun).toBeGreaterThan(900);
  });

  test("carries the hints that came with it", async () => {
    const json = {
      domain: "hints.example.com",
      selectors: ["s1"],
      sendingAddresses: ["192.0.2.1", "2001:db8::1"],
    };
    const { json: scan } = await api.call("POST", "/api/v1/scans", { key, json });
    const { rows } = await api.sql.query("SELECT hints FROM scans WHERE id = $1", [scan?.["id"]]);
    expect(rows[0].hints).toEqual({ selectors: ["s1"], sendingAddresses: ["192.0.2.1", "2001:db8::1"] });
  });

  test("201 and 200: can be asked for and read without a key", async () => {
    const told = await api.call("POST", "/api/v1/scans", { json: { domain: "anonymous.example.com" } });
    expect(told.status).toBe(202);
    const read = await api.call("GET", `/api/v1/scans/${String(told.json?.["id"])}`);
    expect(read.status).toBe(200);
  });

  test("204: is deleted with the links to it, and then it is gone", async () => {
    const id = await started("deleted.example.com");
    await api.finish(id);
    await api.call("POST", "/api/v1/shares", { key, json: { scan: id } });
    const told = await api.call("DELETE", `/api/v1/scans/${id}`, { key });
    expect([told.status, told.text]).toEqual([204, ""]);
    for (const method of ["GET", "DELETE"]) {
      expect((await api.call(method, `/api/v1/scans/${id}`, { key })).status).toBe(404);
    }
    const shares = await api.call("GET", `/api/v1/shares?scan=${id}`, { key });
    expect(SharePage.parse(shares.json).data).toEqual([]);
  });

  test("HEAD tells what GET tells, without the body", async () => {
    const id = await started("head.example.com");
    const get = await api.call("GET", `/api/v1/scans/${id}`, { key });
    const head = await api.call("HEAD", `/api/v1/scans/${id}`, { key });
    expect([head.status, head.text]).toEqual([200, ""]);
    expect(head.headers.get("content-type")).toBe(get.headers.get("content-type"));
  });
});

describe("the list of scans", () => {
  test("200: holds what the account asked for, page by page, also within one moment", async () => {
    const own = await api.makeKey();
    const ids: string[] = [];
    for (let n = 0; n < 7; n += 1) {
      const json = { domain: `page${n}.example.com` };
      ids.push(String((await api.call("POST", "/api/v1/scans", { key: own.key, json })).json?.["id"]));
    }
    await api.sql.query("UPDATE scans SET requested_at = '2026-11-25T10:00:00Z' WHERE id = ANY($1)", [ids]);
    const seen: string[] = [];
    let path = "/api/v1/scans?limit=3";
    for (let page = 0; page < 3; page += 1) {
      const told = await api.call("GET", path, { key: own.key });
      const { data, next } = ScanPage.parse(told.json);
      seen.push(...data.map(({ id }) => id));
      expect(data).toHaveLength(page < 2 ? 3 : 1);
      expect(next === null).toBe(page === 2);
      path = `/api/v1/scans?limit=3&cursor=${next ?? ""}`;
    }
    expect(seen.toSorted()).toEqual(ids.toSorted());
  });

  test("200: holds one domain when that is asked for", async () => {
    const id = await started("only.example.com");
    const told = await api.call("GET", "/api/v1/scans?domain=ONLY.example.com.", { key });
    expect(ScanPage.parse(told.json).data.map(scan => scan.id)).toEqual([id]);
  });
});

describe("a bulk scan", () => {
  test("202, progress, results as JSON lines, 204", async () => {
    const domains = ["bulk1.example.com", "bulk2.example.com", "bulk1.example.com"];
    const told = await api.call("POST", "/api/v1/scans/bulk", { key, json: { domains } });
    expect(told.status).toBe(202);
    const batch = Batch.parse(told.json);
    expect(batch).toMatchObject({ status: "running", total: 2, pending: 2, done: 0 });
    expect(told.headers.get("location")).toBe(batch.url);

    await executeBulkItem({ ctx: worker(api.house), input: { batchId: batch.id, position: 1 } });
    expect(Batch.parse((await api.call("GET", batch.url, { key })).json)).toMatchObject({
      pending: 1,
      done: 1,
    });
    const results = await api.call("GET", batch.results, { key });
    expect(results.headers.get("content-type")).toBe("application/jsonl");
    const lines = results.text.split("\n");
    expect(lines.pop()).toBe("");
    const [first, second] = lines.map(line => BatchResult.parse(JSON.parse(line)));
    expect(first).toMatchObject({ position: 0, domain: "bulk1.example.com", status: "pending", scan: null });
    expect(second).toMatchObject({ position: 1, domain: "bulk2.example.com", status: "done" });
    expect(second?.findings).toContainEqual(expect.objectContaining({ check: "spf-present" }));
    expect(second).not.toHaveProperty("report");

    const whole = await api.call("GET", `${batch.results}?include=report`, { key });
    const withReport = BatchResult.parse(JSON.parse(whole.text.split("\n")[1] ?? ""));
    expect(withReport.report).toMatchObject({ schema: "mailtriage.scan/1", domain: "bulk2.example.com" });

    expect(BatchPage.parse((await api.call("GET", "/api/v1/batches", { key })).json).data).toHaveLength(1);
    expect((await api.call("DELETE", batch.url, { key })).status).toBe(204);
    expect((await api.call("GET", batch.url, { key })).status).toBe(404);
    expect((await api.call("GET", second?.scan?.url ?? "", { key })).status).toBe(200);
  });

  test("200: a thousand results come as lines in order", async () => {
    const domains = Array.from({ length: 1_000 }, (_, n) => `line${n}.example.com`);
    const { json } = await api.call("POST", "/api/v1/scans/bulk", { key, json: { domains } });
    const results = await api.call("GET", Batch.parse(json).results, { key });
    const lines = results.text
      .trimEnd()
      .split("\n")
      .map(line => JSON.parse(line));
    expect(lines.map(({ domain }) => domain)).toEqual(domains);
  });
});

describe("a share link", () => {
  test("201, 200, 204", async () => {
    const id = await started("shared.example.com");
    await api.finish(id);
    const made = await api.call("POST", "/api/v1/shares", {
      key,
      json: { scan: id, days: 2, note: "Look." },
    });
    expect(made.status).toBe(201);
    const share = CreatedShare.parse(made.json);
    expect(share.link).toMatch(/^https:\/\/mailtriage\.example\.com\/r\/[0-9A-Za-z]{22}$/);
    expect(Date.parse(share.expiresAt) - Date.parse(share.createdAt)).toBe(2 * 86_400_000);
    const listed = await api.call("GET", `/api/v1/shares?scan=${id}`, { key });
    expect(SharePage.parse(listed.json).data).toMatchObject([
      { id: share.id, note: "Look.", revokedAt: null },
    ]);
    expect(listed.text).not.toContain(share.link.slice(-22));
    for (let n = 0; n < 2; n += 1) {
      expect((await api.call("DELETE", `/api/v1/shares/${share.id}`, { key })).status).toBe(204);
    }
    const ended = await api.call("GET", `/api/v1/shares?scan=${id}`, { key });
    expect(SharePage.parse(ended.json).data[0]?.revokedAt).toEqual(expect.any(String));
  });

  test("200: pages of links follow each other without a gap", async () => {
    const id = await started("pages.example.com");
    await api.finish(id);
    for (let n = 0; n < 3; n += 1) await api.call("POST", "/api/v1/shares", { key, json: { scan: id } });
    const first = SharePage.parse((await api.call("GET", `/api/v1/shares?scan=${id}&limit=2`, { key })).json);
    const path = `/api/v1/shares?scan=${id}&limit=2&cursor=${first.next ?? ""}`;
    const second = SharePage.parse((await api.call("GET", path, { key })).json);
    expect([first.data.length, second.data.length, second.next]).toEqual([2, 1, null]);
    expect(new Set([...first.data, ...second.data].map(share => share.id)).size).toBe(3);
  });
});

describe("about", () => {
  test("200: the checks, for everybody", async () => {
    const told = await api.call("GET", "/api/v1/checks");
    expect(CheckList.parse(told.json).data.map(({ id }) => id)).toContain("spf-lookup-limit");
    expect(told.headers.get("cache-control")).toBe("public, max-age=300");
  });

  test("200: who the key belongs to", async () => {
    const own = await api.makeKey(["scans:read"]);
    const told = await api.call("GET", "/api/v1/me", { key: own.key });
    expect(Me.parse(told.json)).toMatchObject({
      account: { id: own.accountId },
      key: { id: own.keyId, prefix: own.key.slice(0, 12), scopes: ["scans:read"], expiresAt: null },
      limits: [],
    });
  });

  test("200: the OpenAPI document", async () => {
    const told = await api.call("GET", "/api/v1/openapi.json");
    expect(told.json).toMatchObject({ openapi: "3.1.1", servers: [{ url: "/api/v1" }] });
  });

  test("204: OPTIONS names the methods", async () => {
    const told = await api.call("OPTIONS", "/api/v1/scans");
    expect([told.status, told.headers.get("allow")]).toEqual([204, "GET, HEAD, POST, OPTIONS"]);
  });

  test("no answer is kept by anybody, and each has an id", async () => {
    const told = await api.call("GET", "/api/v1/scans", { key });
    expect(told.headers.get("cache-control")).toBe("private, no-store");
    expect(told.headers.get("request-id")).toMatch(/^[0-9A-Za-z]{22}$/);
  });
});

async function until<Value>(find: () => Promise<Value | null>): Promise<Value> {
  for (;;) {
    const found = await find();
    if (found !== null) return found;
    await new Promise(resolve => setTimeout(resolve, 20));
  }
}
