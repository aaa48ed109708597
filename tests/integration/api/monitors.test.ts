import { afterAll, beforeAll, expect, inject, test } from "vitest";
import { Monitor, MonitorChangePage, MonitorPage } from "#lib/api/v1/schemas/monitor.ts";
import { executeRun } from "#lib/services/monitors/execute-run.ts";
import { randomToken } from "#lib/values/random-token.ts";
import { type ApiWorld, openApiWorld } from "../../support/api-world.ts";
import { worker } from "../../support/test-house.ts";

let api: ApiWorld;
let key: string;

beforeAll(async () => {
  api = await openApiWorld(inject("postgresUrl"));
  ({ key } = await api.makeKey());
});
afterAll(() => api.close());

const add = (json: object, headers: Readonly<Record<string, string>> = {}) =>
  api.call("POST", "/api/v1/monitors", { key, json, headers });

/** Carries out the first look over a watched domain. */
async function look(id: string): Promise<void> {
  const { rows } = await api.sql.query(
    `SELECT id AS "monitorId", owner_id AS "ownerId", run_scan_id AS "scanId" FROM monitors WHERE id = $1`,
    [id],
  );
  await executeRun({ ctx: worker(api.house), input: rows[0] });
}

test("a domain is watched, read, changed and left", async () => {
  const told = await add({ domain: "Example.COM", intervalSeconds: 3_600 });
  expect(told.status).toBe(201);
  const monitor = Monitor.parse(told.json);
  expect(told.headers.get("location")).toBe(monitor.url);
  expect(monitor).toMatchObject({
    domain: "example.com",
    intervalSeconds: 3_600,
    paused: false,
    running: true,
    lastScan: null,
    proof: { name: "_mailtriage-challenge.example.com", type: "TXT", provenAt: null },
  });
  await look(monitor.id);
  const looked = Monitor.parse((await api.call("GET", monitor.url, { key })).json);
  expect(looked).toMatchObject({ running: false, lastScan: { domain: "example.com", status: "done" } });

  const paused = await api.call("PATCH", monitor.url, { key, json: { paused: true } });
  expect(paused.status).toBe(200);
  expect(Monitor.parse(paused.json)).toMatchObject({ paused: true, nextRunAt: null, intervalSeconds: 3_600 });
  const slower = await api.call("PATCH", monitor.url, { key, json: { intervalSeconds: 604_800 } });
  expect(Monitor.parse(slower.json)).toMatchObject({ paused: true, intervalSeconds: 604_800 });

  expect((await api.call("DELETE", monitor.url, { key })).status).toBe(204);
  expect((await api.call("GET", monitor.url, { key })).status).toBe(404);
});

test("control is proven by the record, and by nothing else", async () => {
  const monitor = Monitor.parse((await add({ domain: "proof.example.com" })).json);
  const prove = async () => (await api.call("POST", `${monitor.url}/proof`, { key })).json;
  expect(await prove()).toEqual({ outcome: "different" });
  const { rows } = await api.sql.query(
    "UPDATE monitors SET challenge = '0123456789ABCDEFGHIJKL' WHERE id = $1 RETURNING domain",
    [monitor.id],
  );
  expect(rows).toEqual([{ domain: "proof.example.com" }]);
  expect(await prove()).toEqual({ outcome: "found" });
  const { proof } = Monitor.parse((await api.call("GET", monitor.url, { key })).json);
  expect(proof).toMatchObject({ expiresAt: null, provenAt: expect.any(String) });

  const other = Monitor.parse((await add({ domain: "unproven.example.com" })).json);
  const absent = await api.call("POST", `${other.url}/proof`, { key });
  expect(absent.json).toEqual({ outcome: "absent" });
  await api.sql.query("UPDATE monitors SET challenge_expires_at = now() WHERE id = $1", [other.id]);
  const expired = await api.call("POST", `${other.url}/proof`, { key });
  expect([expired.status, expired.json?.["code"]]).toEqual([409, "conflict"]);
});

test("the list comes in pages", async () => {
  const other = await api.makeKey();
  for (const name of ["a", "b", "c"]) {
    const json = { domain: `${name}.example.com` };
    expect((await api.call("POST", "/api/v1/monitors", { key: other.key, json })).status).toBe(201);
  }
  const seen: string[] = [];
  let cursor: string | null = "";
  while (cursor !== null) {
    const query: string = cursor === "" ? "" : `&cursor=${cursor}`;
    const { json } = await api.call("GET", `/api/v1/monitors?limit=2${query}`, { key: other.key });
    const page = MonitorPage.parse(json);
    seen.push(...page.data.map(({ domain }) => domain));
    cursor = page.next;
  }
  expect(seen.toSorted()).toEqual(["a.example.com", "b.example.com", "c.example.com"]);
});

const said = (outcome: string, status: string) => ({
  check: "dmarc-policy",
  subject: null,
  outcome,
  status,
  args: {},
});

test("changes come in pages, in words, with what became of them", async () => {
  const { json } = await add({ domain: "changing.example.com" });
  const { id, changes } = Monitor.parse(json);
  const differences = JSON.stringify([
    {
      check: "dmarc-policy",
      subject: null,
      before: said("quarantine", "pass"),
      after: said("none", "warn"),
      fate: "confirmed",
    },
  ]);
  for (let day = 1; day <= 3; day += 1) {
    await api.sql.query(
      `INSERT INTO monitor_changes (id, monitor_id, after_scan_id, changes, noticed_at, confirmed_at)
       VALUES ($1, $2, $3, $4, $5, $6)`,
      [
        randomToken(),
        id,
        randomToken(),
        differences,
        `2026-11-0${day}T00:00:00Z`,
        day < 3 ? `2026-11-0${day}T00:11:00Z` : null,
      ],
    );
  }
  const first = MonitorChangePage.parse((await api.call("GET", `${changes}?limit=2`, { key })).json);
  expect(first.data).toMatchObject([
    { status: "unconfirmed", noticedAt: "2026-11-03T00:00:00.000Z" },
    {
      status: "confirmed",
      confirmedAt: "2026-11-02T00:11:00.000Z",
      differences: [
        { sentence: "DMARC policy went from quarantine to none", direction: "worse", fate: "confirmed" },
      ],
    },
  ]);
  const second = await api.call("GET", `${changes}?limit=2&cursor=${first.next}`, { key });
  expect(MonitorChangePage.parse(second.json)).toMatchObject({ data: [{}], next: null });
});

test("what is watched already, or cannot be, is refused with the reason", async () => {
  await add({ domain: "twice.example.com" });
  const again = await add({ domain: "twice.example.com" });
  expect([again.status, again.json?.["code"]]).toEqual([409, "conflict"]);
  for (const json of [
    { domain: "localhost" },
    { domain: "example.com", intervalSeconds: 60 },
    { domain: "example.com", interval: 3_600 },
    {},
  ]) {
    const told = await add(json);
    expect([told.status, told.json?.["code"]]).toEqual([422, "invalid-input"]);
  }
});

test("the same Idempotency-Key watches once", async () => {
  const headers = { "idempotency-key": "watch-once-please" };
  const [first, second] = [
    await add({ domain: "once.example.com" }, headers),
    await add({ domain: "once.example.com" }, headers),
  ];
  expect([first.status, second.status]).toEqual([201, 201]);
  expect(second.json?.["id"]).toBe(first.json?.["id"]);
  expect(second.headers.get("idempotency-replayed")).toBe("true");
  const other = await add({ domain: "other.example.com" }, headers);
  expect(other.json?.["code"]).toBe("idempotency-key-reused");
});
