import { afterAll, beforeAll, describe, expect, inject, test } from "vitest";
import { type ApiWorld, openApiWorld } from "../../support/api-world.ts";
import { type Gate, openGate } from "../../support/database-gate.ts";

let gate: Gate;
let api: ApiWorld;
let key: string;

beforeAll(async () => {
  gate = await openGate(inject("postgresUrl"));
  api = await openApiWorld(gate.url);
  ({ key } = await api.makeKey());
});

afterAll(async () => {
  await api.close();
  await gate.close();
});

/** Everything that is written to the logs while the work runs. */
async function logsOf(work: () => Promise<void>): Promise<string> {
  const written: string[] = [];
  const streams = [process.stderr, process.stdout];
  const writes = streams.map(stream => stream.write);
  for (const stream of streams) {
    stream.write = chunk => {
      written.push(String(chunk));
      return true;
    };
  }
  try {
    await work();
  } finally {
    streams.forEach((stream, at) => Object.assign(stream, { write: writes[at] }));
  }
  return written.join("");
}

describe("a key", () => {
  test("is stored as a hash only, and nowhere else", async () => {
    await api.call("GET", "/api/v1/me", { key });
    await api.call("POST", "/api/v1/scans", {
      key,
      json: { domain: "secret.example.com" },
      headers: { "idempotency-key": "secret" },
    });
    expect(await tablesHolding(key)).toEqual([]);
    expect(await tablesHolding(key.slice(12, 30))).toEqual([]);
    expect(await tablesHolding(key.slice(0, 12))).toEqual(["api_keys"]);
  });

  test("notes its use once a minute", async () => {
    const own = await api.makeKey();
    const used = async () => {
      await api.call("GET", "/api/v1/me", { key: own.key });
      const { rows } = await api.sql.query("SELECT last_used_at AS at FROM api_keys WHERE id = $1", [
        own.keyId,
      ]);
      return rows[0].at;
    };
    const first = await used();
    expect(first).toBeInstanceOf(Date);
    expect(await used()).toEqual(first);
    await api.sql.query("UPDATE api_keys SET last_used_at = now() - interval '2 minutes'");
    expect((await used()).getTime()).toBeGreaterThanOrEqual(first.getTime());
  });
});

describe("a storm of faults", () => {
  test("tells an id and nothing of what was sent, in answers and logs", async () => {
    const { queue } = api.house;
    const { enqueue, enqueueAll } = queue;
    Object.assign(queue, { enqueue: bug, enqueueAll: bug });
    const answers: string[] = [];
    const logs = await logsOf(async () => {
      for (let n = 0; n < 30; n += 1) {
        const bulk = n % 2 === 1;
        const told = await api.call("POST", bulk ? "/api/v1/scans/bulk" : "/api/v1/scans", {
          key,
          json: bulk ? { domains: [`canary-domain${n}.com`] } : { domain: `canary-domain${n}.com` },
          headers: { "idempotency-key": `CANARY-IDEMPOTENCY-${n}`, cookie: "session=CANARY-COOKIE" },
        });
        expect([told.status, told.json?.["code"]]).toEqual([500, "internal-error"]);
        expect(told.headers.get("request-id")).toMatch(/^[0-9A-Za-z]{22}$/);
        answers.push(told.text + JSON.stringify([...told.headers]));
      }
    });
    Object.assign(queue, { enqueue, enqueueAll });
    expect(logs.split("\n").filter(line => line.includes('"level":"error"'))).toHaveLength(30);
    for (const text of [logs, ...answers]) {
      expect(text).not.toMatch(/canary/i);
      expect(text).not.toContain(key.slice(8));
    }
    expect(answers.join("")).not.toMatch(/\.ts|node_modules|at /);
  });

  test("a database that is gone is 503 with a time to come back, for all but what is public", async () => {
    await gate.shut();
    const logs = await logsOf(async () => {
      for (const [method, path] of [
        ["GET", "/api/v1/scans"],
        ["GET", "/api/v1/me"],
        ["POST", "/api/v1/scans"],
      ] as const) {
        const json = method === "POST" ? { json: { domain: "gone.example.com" } } : {};
        const told = await api.call(method, path, { key, ...json });
        expect([told.status, told.json?.["code"], told.headers.get("retry-after")]).toEqual([
          503,
          "unavailable",
          "60",
        ]);
      }
      expect((await api.call("GET", "/api/v1/checks")).status).toBe(200);
    });
    expect(logs).not.toContain(key.slice(8));
    await gate.open();
    expect((await api.call("GET", "/api/v1/me", { key })).status).toBe(200);
  });
});

/** A fault whose message holds everything that must not get out. */
async function bug(): Promise<never> {
  throw new Error(`CANARY-ERROR with ${key} and postgresql://user:CANARY-PASSWORD@host/db`);
}

/** The tables in any row of which the text stands. */
async function tablesHolding(text: string): Promise<readonly string[]> {
  const { rows } = await api.sql.query(
    "SELECT table_schema AS schema, table_name AS name FROM information_schema.tables WHERE table_type = 'BASE TABLE' AND table_schema IN ('public', 'pgboss')",
  );
  const found: string[] = [];
  for (const { schema, name } of rows) {
    const { rows: hits } = await api.sql.query(
      `SELECT 1 FROM "${schema}"."${name}" AS row WHERE position($1 IN row::text) > 0 LIMIT 1`,
      [text],
    );
    if (hits.length > 0) found.push(name);
  }
  return found;
}
