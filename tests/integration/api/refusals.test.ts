import { request as httpRequest } from "node:http";
import { afterAll, beforeAll, describe, expect, inject, test } from "vitest";
import { PROBLEMS, type ProblemCode } from "#lib/api/v1/problems.ts";
import { Problem } from "#lib/api/v1/schemas/problem.ts";
import { revokeApiKey } from "#lib/services/api-keys/revoke.ts";
import { makeApiKey } from "#lib/values/api-key.ts";
import { type ApiWorld, openApiWorld, type Told } from "../../support/api-world.ts";
import { account } from "../../support/test-house.ts";

let api: ApiWorld;
let key: string;

beforeAll(async () => {
  api = await openApiWorld(inject("postgresUrl"));
  ({ key } = await api.makeKey());
});

afterAll(() => api.close());

const NOWHERE = "0".repeat(22);
const JSON_TYPE = { "content-type": "application/json" };

/** The problem in an answer; fails unless the answer is a whole problem document of that code. */
function problemIn(told: Told, code: ProblemCode) {
  expect(told.headers.get("content-type")).toBe("application/problem+json");
  const problem = Problem.strict().parse(told.json);
  expect(problem).toMatchObject({ code, status: PROBLEMS[code].status, type: `/docs/api#${code}` });
  expect(told.status).toBe(problem.status);
  expect(told.headers.get("cache-control")).toBe("no-store");
  return problem;
}

describe("400", () => {
  test.each([
    ["cut off", '{"domain":"exam'],
    ["empty", ""],
    ["of two values", '{"domain":"example.com"} {}'],
    ["no UTF-8", new Uint8Array([0x7b, 0x22, 0xff, 0x22, 0x7d])],
    ["a hundred thousand open brackets", "[".repeat(100_000)],
  ])("a body that is %s", async (_what, body) => {
    problemIn(await api.call("POST", "/api/v1/scans", { key, body, headers: JSON_TYPE }), "bad-json");
  });

  test.each([
    ["limit=0", "limit", "out-of-range"],
    ["limit=101", "limit", "out-of-range"],
    ["limit=ten", "limit", "wrong-type"],
    ["colour=blue", "colour", "unknown"],
    ["cursor=nonsense", "cursor", "malformed"],
    ["domain=localhost", "domain", "malformed"],
    ["limit=5&limit=6", "limit", "malformed"],
    ["__proto__=1", "__proto__", "unknown"],
  ])("the parameters %s", async (query, parameter, code) => {
    const problem = problemIn(await api.call("GET", `/api/v1/scans?${query}`, { key }), "bad-parameter");
    expect(problem.errors).toMatchObject([{ parameter, code }]);
  });

  test.each(["a b", "", "ü", "x".repeat(256)])("the Idempotency-Key %j", async idempotencyKey => {
    const headers = {
      "idempotency-key": encodeURI(idempotencyKey) === idempotencyKey ? idempotencyKey : "a b",
    };
    const told = await api.call("POST", "/api/v1/scans", { key, json: { domain: "a.example.com" }, headers });
    expect(problemIn(told, "bad-parameter").errors).toMatchObject([{ header: "Idempotency-Key" }]);
  });

  test("an Idempotency-Key where none is taken", async () => {
    const json = { scan: NOWHERE };
    const told = await api.call("POST", "/api/v1/shares", { key, json, headers: { "idempotency-key": "a" } });
    expect(problemIn(told, "bad-parameter").errors).toMatchObject([{ code: "not-allowed" }]);
  });

  test.each([
    (secret: string) => `/api/v1/scans?key=${secret}`,
    (secret: string) => `/api/v1/scans?api_key=${secret}&limit=5`,
    (secret: string) => `/api/v1/scans/${secret}`,
  ])("a key in the address, even beside one in the header", async address => {
    const told = await api.call("GET", address(key), { key });
    problemIn(told, "key-in-address");
    expect(told.text).not.toContain(key.slice(12));
  });
});

describe("401", () => {
  test("no key", async () => {
    const told = await api.call("GET", "/api/v1/scans");
    problemIn(told, "key-missing");
    expect(told.headers.get("www-authenticate")).toBe('Bearer realm="mailtriage"');
  });

  test.each([
    ["unknown", () => `Bearer ${makeApiKey()}`],
    ["cut", () => `Bearer ${key.slice(0, -1)}`],
    ["mistyped", () => `Bearer ${key.slice(0, 20)}${key[20] === "a" ? "b" : "a"}${key.slice(21)}`],
    ["of another scheme", () => `Basic ${key}`],
    ["without a scheme", () => key],
    ["empty", () => "Bearer "],
    ["two", () => `Bearer ${key}, Bearer ${key}`],
  ])("a key that is %s, also where a stranger would be let in", async (_what, authorization) => {
    const headers = { authorization: authorization() };
    for (const [method, path] of [
      ["GET", "/api/v1/scans"],
      ["POST", "/api/v1/scans"],
    ] as const) {
      const told = await api.call(method, path, {
        headers,
        ...(method === "POST" ? { json: { domain: "a.com" } } : {}),
      });
      problemIn(told, "key-invalid");
      expect(told.headers.get("www-authenticate")).toContain('error="invalid_token"');
    }
  });

  test("a key that was revoked, from that moment", async () => {
    const own = await api.makeKey();
    expect((await api.call("GET", "/api/v1/me", { key: own.key })).status).toBe(200);
    await revokeApiKey({ ctx: account(api.house, own.accountId), input: { id: own.keyId } });
    problemIn(await api.call("GET", "/api/v1/me", { key: own.key }), "key-invalid");
  });

  test("a key whose time is over, by the clock of the database", async () => {
    const own = await api.makeKey();
    await api.sql.query("UPDATE api_keys SET expires_at = now() WHERE id = $1", [own.keyId]);
    problemIn(await api.call("GET", "/api/v1/me", { key: own.key }), "key-invalid");
  });

  test("a key whose account was deleted", async () => {
    const own = await api.makeKey();
    await api.sql.query("DELETE FROM users WHERE id = $1", [own.accountId]);
    problemIn(await api.call("GET", "/api/v1/me", { key: own.key }), "key-invalid");
  });
});

describe("403", () => {
  test("a key without the scope, which is named", async () => {
    const own = await api.makeKey(["shares:read"]);
    const told = await api.call("POST", "/api/v1/scans", { key: own.key, json: { domain: "example.com" } });
    expect(problemIn(told, "forbidden").detail).toContain("scans:write");
    expect(told.headers.get("www-authenticate")).toContain('error="insufficient_scope", scope="scans:write"');
  });

  test.each([
    { "sec-fetch-site": "cross-site", origin: "https://attacker.example" },
    { origin: "https://attacker.example" },
    { origin: "null" },
  ])("a page of another site, in the name of a visitor: %j", async headers => {
    const told = await api.call("POST", "/api/v1/scans", { json: { domain: "example.com" }, headers });
    problemIn(told, "cross-site");
  });
});

describe("404", () => {
  test.each([
    ["GET", `/api/v1/scans/${NOWHERE}`],
    ["GET", "/api/v1/scans/short"],
    ["GET", "/api/v1/scans/%00"],
    ["GET", "/api/v1/scans/..%2f..%2fetc%2fpasswd"],
    ["DELETE", `/api/v1/scans/${NOWHERE}`],
    ["GET", `/api/v1/batches/${NOWHERE}`],
    ["GET", `/api/v1/batches/${NOWHERE}/results`],
    ["DELETE", `/api/v1/batches/${NOWHERE}`],
    ["DELETE", `/api/v1/shares/${NOWHERE}`],
    ["GET", `/api/v1/monitors/${NOWHERE}`],
    ["DELETE", `/api/v1/monitors/${NOWHERE}`],
    ["GET", `/api/v1/monitors/${NOWHERE}/changes`],
    ["GET", "/api/v1"],
    ["GET", "/api/v1/nothing"],
    ["PUT", "/api/v1/nothing/at/all"],
    ["POST", "/api/v1/scans/bulk/more"],
  ])("%s %s", async (method, path) => {
    problemIn(await api.call(method, path, { key }), "not-found");
  });
});

describe("405", () => {
  test.each([
    ["PUT", "/api/v1/scans", "GET, HEAD, POST, OPTIONS"],
    ["PATCH", `/api/v1/scans/${NOWHERE}`, "GET, HEAD, DELETE, OPTIONS"],
    ["GET", "/api/v1/scans/bulk", "POST, OPTIONS"],
    ["DELETE", "/api/v1/checks", "GET, HEAD, OPTIONS"],
    ["POST", `/api/v1/batches/${NOWHERE}/results`, "GET, HEAD, OPTIONS"],
  ])("%s %s", async (method, path, allow) => {
    const told = await api.call(method, path, { key });
    problemIn(told, "method-not-allowed");
    expect(told.headers.get("allow")).toBe(allow);
  });
});

describe("409", () => {
  test("a link to a scan that is not finished", async () => {
    const { json } = await api.call("POST", "/api/v1/scans", {
      key,
      json: { domain: "unfinished.example.com" },
    });
    problemIn(await api.call("POST", "/api/v1/shares", { key, json: { scan: json?.["id"] } }), "conflict");
  });
});

describe("413", () => {
  test("a body of more than 1 MB, announced or not", async () => {
    const body = JSON.stringify({ domain: "x".repeat(1_000_000) });
    problemIn(await api.call("POST", "/api/v1/scans", { key, body, headers: JSON_TYPE }), "body-too-large");
    expect(await statusOfChunked(`${api.url}/api/v1/scans`, body)).toBe(413);
  });

  test("not a body of just less", async () => {
    const body = JSON.stringify({ domain: "x".repeat(999_900) });
    problemIn(await api.call("POST", "/api/v1/scans", { key, body, headers: JSON_TYPE }), "invalid-input");
  });
});

describe("415", () => {
  test.each([
    { "content-type": "text/plain" },
    { "content-type": "application/x-www-form-urlencoded" },
    { "content-type": "application/json; charset=iso-8859-1" },
    { "content-type": "application/json", "content-encoding": "gzip" },
    { "content-type": "" },
  ])("%j", async headers => {
    const told = await api.call("POST", "/api/v1/scans", { key, body: '{"domain":"example.com"}', headers });
    problemIn(told, "media-type-unsupported");
    expect(told.headers.get("accept")).toBe("application/json");
  });

  test("not application/json that names UTF-8", async () => {
    const headers = { "content-type": 'Application/JSON; charset="utf-8"' };
    const told = await api.call("POST", "/api/v1/scans", { key, body: '{"domain":"example.com"}', headers });
    expect(told.status).toBe(202);
  });
});

describe("422", () => {
  test.each([
    [{}, "#/domain", "missing"],
    [{ domain: 5 }, "#/domain", "wrong-type"],
    [{ domain: "" }, "#/domain", "malformed"],
    [{ domain: "localhost" }, "#/domain", "malformed"],
    [{ domain: "192.0.2.1" }, "#/domain", "malformed"],
    [{ domain: "x".repeat(2_049) }, "#/domain", "too-long"],
    [{ domain: "a.com", colour: "blue" }, "#/colour", "unknown"],
    [{ domain: "a.com", "a/b~c": 1 }, "#/a~1b~0c", "unknown"],
    [{ domain: "a.com", selectors: ["ok", 5] }, "#/selectors/1", "wrong-type"],
    [{ domain: "a.com", selectors: "s1" }, "#/selectors", "wrong-type"],
    [{ domain: "a.com", selectors: Array(21).fill("s") }, "#/selectors", "too-long"],
    [{ domain: "a.com", sendingAddresses: ["999.1.1.1"] }, "#/sendingAddresses/0", "malformed"],
    [[], "#", "wrong-type"],
    ["example.com", "#", "wrong-type"],
  ])("the body %j", async (json, pointer, code) => {
    const problem = problemIn(await api.call("POST", "/api/v1/scans", { key, json }), "invalid-input");
    expect(problem.errors?.map(error => [error.pointer, error.code])).toContainEqual([pointer, code]);
  });

  test("a member that would reach into objects", async () => {
    const body = '{"domain":"example.com","__proto__":{"admin":true}}';
    const told = await api.call("POST", "/api/v1/scans", { key, body, headers: JSON_TYPE });
    expect(problemIn(told, "invalid-input").errors).toMatchObject([
      { pointer: "#/__proto__", code: "unknown" },
    ]);
  });

  test("every wrong domain of a bulk scan is pointed to, fifty at the most", async () => {
    const domains = ["fine.com", "localhost", "also.fine.com", "a_b.com"];
    const told = await api.call("POST", "/api/v1/scans/bulk", { key, json: { domains } });
    const { errors } = problemIn(told, "invalid-input");
    expect(errors?.map(({ pointer }) => pointer)).toEqual(["#/domains/1", "#/domains/3"]);
    const many = await api.call("POST", "/api/v1/scans/bulk", {
      key,
      json: { domains: Array(1_000).fill("x") },
    });
    expect(problemIn(many, "invalid-input").errors).toHaveLength(50);
  });

  test.each([[[]], [Array(1_001).fill("a.com")]])(
    "a bulk scan of none, or of more than 1,000",
    async domains => {
      const told = await api.call("POST", "/api/v1/scans/bulk", { key, json: { domains } });
      expect(problemIn(told, "invalid-input").errors).toMatchObject([{ pointer: "#/domains" }]);
    },
  );

  test("no refusal repeats a long value that was sent", async () => {
    const canary = `canary${"x".repeat(3_000)}`;
    const told = await api.call("POST", "/api/v1/scans", {
      key,
      json: { domain: canary, selectors: canary },
    });
    expect(told.text).not.toContain(canary.slice(0, 200));
  });
});

/** Sends a body in pieces without telling its length; answers the status. */
const statusOfChunked = (url: string, body: string): Promise<number> =>
  new Promise((resolve, reject) => {
    const headers = { ...JSON_TYPE, authorization: `Bearer ${key}`, "transfer-encoding": "chunked" };
    const request = httpRequest(url, { method: "POST", headers }, response => {
      resolve(response.statusCode ?? 0);
      response.destroy();
    });
    request.on("error", reject);
    request.end(body);
  });
