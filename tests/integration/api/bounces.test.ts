import { readFileSync } from "node:fs";
import { afterAll, beforeAll, describe, expect, inject, test } from "vitest";
import { Bounce } from "#lib/api/v1/schemas/bounce.ts";
import { executeBounce } from "#lib/services/bounces/execute.ts";
import { type ApiWorld, openApiWorld } from "../../support/api-world.ts";
import { worker } from "../../support/test-house.ts";

let api: ApiWorld;
let key: string;

beforeAll(async () => {
  api = await openApiWorld(inject("postgresUrl"));
  ({ key } = await api.makeKey());
});

afterAll(() => api.close());

const LINE =
  "550 5.4.1 Recipient address rejected: Access denied. AS(201806281) [x.prod.protection.outlook.com]";
const MAIL = readFileSync("tests/fixtures/bounces/postfix-user-unknown.eml");

const form = (...files: readonly [field: string, content: string | Uint8Array<ArrayBuffer>][]): FormData => {
  const data = new FormData();
  for (const [field, content] of files) data.append(field, new File([content], "bounce.eml"));
  return data;
};

describe("handing in a bounce", () => {
  test("202: the report of the words alone is there at once", async () => {
    const told = await api.call("POST", "/api/v1/bounces", { key, json: { text: LINE } });
    expect(told.status).toBe(202);
    const bounce = Bounce.parse(told.json);
    expect(bounce.report).toMatchObject({ schema: "mailtriage.bounce/1", event: "failed", evidence: null });
    expect(bounce.report.failures).toMatchObject([{ replyCode: 550, enhancedStatus: "5.4.1" }]);
    expect(told.headers.get("location")).toBe(`/api/v1/bounces/${bounce.id}`);
  });

  test("202: a mail as a file, with the people in it for its owner", async () => {
    const told = await api.call("POST", "/api/v1/bounces", {
      key,
      body: form(["file", new Uint8Array(MAIL)]),
    });
    expect(told.status).toBe(202);
    const bounce = Bounce.parse(told.json);
    expect(bounce.report.failures[0]?.recipient).toMatch(/@/);
    expect(bounce.report.removed).toEqual([]);
  });

  test("201: with its evidence, when that is waited for", async () => {
    const first = await api.call("POST", "/api/v1/bounces", {
      key,
      json: { text: LINE },
      headers: { "idempotency-key": "bounce" },
    });
    const id = String(first.json?.["id"]);
    await executeBounce({ ctx: worker(api.house), input: { bounceId: id } });
    const told = await api.call("POST", "/api/v1/bounces", {
      key,
      json: { text: LINE },
      headers: { "idempotency-key": "bounce", prefer: "wait=5" },
    });
    expect([told.status, told.json?.["id"], told.headers.get("idempotency-replayed")]).toEqual([
      201,
      id,
      "true",
    ]);
    expect(Bounce.parse(told.json).status).toBe("done");
  });

  test("422: another file with the key of the first", async () => {
    const headers = { "idempotency-key": "file" };
    const call = (content: string) =>
      api.call("POST", "/api/v1/bounces", { key, headers, body: form(["file", content]) });
    expect((await call(LINE)).status).toBe(202);
    expect((await call(LINE)).headers.get("idempotency-replayed")).toBe("true");
    expect((await call(`${LINE} `)).json?.["code"]).toBe("idempotency-key-reused");
  });
});

describe("a bounce", () => {
  test("200 and 204 for its owner, 404 for everybody else with a key, 401 without", async () => {
    const { json } = await api.call("POST", "/api/v1/bounces", { key, json: { text: LINE } });
    const { url } = Bounce.parse(json);
    const other = await api.makeKey();
    expect((await api.call("GET", url, { key })).status).toBe(200);
    expect((await api.call("GET", url, { key: other.key })).status).toBe(404);
    expect((await api.call("DELETE", url, { key: other.key })).status).toBe(404);
    expect((await api.call("GET", url)).status).toBe(401);
    expect((await api.call("DELETE", url, { key })).status).toBe(204);
    expect((await api.call("GET", url, { key })).status).toBe(404);
  });
});

describe("refused", () => {
  test.each([
    [{}, "#/text", "missing"],
    [{ text: "" }, "#/text", "malformed"],
    [{ text: 5 }, "#/text", "wrong-type"],
    [{ text: LINE, html: "" }, "#/html", "unknown"],
  ])("422: %j", async (json, pointer, code) => {
    const told = await api.call("POST", "/api/v1/bounces", { key, json });
    expect(told.json).toMatchObject({ code: "invalid-input", errors: [{ pointer, code }] });
  });

  test.each([
    ["no file", form(), "#/file"],
    ["another field", form(["attachment", LINE]), "#/attachment"],
    ["two files", form(["file", LINE], ["file", LINE]), "#/file"],
  ])("422: a form with %s", async (_what, body, pointer) => {
    const told = await api.call("POST", "/api/v1/bounces", { key, body });
    expect(told.json).toMatchObject({ code: "invalid-input", errors: [{ pointer }] });
  });

  test("422: more than one bounce", async () => {
    const body = form(["file", readFileSync("tests/fixtures/bounces/two.mbox", "utf8")]);
    expect((await api.call("POST", "/api/v1/bounces", { key, body })).json?.["code"]).toBe("invalid-input");
  });

  test("422: a form without its boundaries", async () => {
    const headers = { "content-type": "multipart/form-data; boundary=x" };
    const told = await api.call("POST", "/api/v1/bounces", { key, headers, body: "no form" });
    expect(told.json?.["code"]).toBe("invalid-input");
  });

  test("413: a file of more than 5 MB", async () => {
    const body = form(["file", "x".repeat(5_100_000)]);
    expect((await api.call("POST", "/api/v1/bounces", { key, body })).status).toBe(413);
  });

  test("415: a form where none is taken", async () => {
    const told = await api.call("POST", "/api/v1/scans", { key, body: form(["file", LINE]) });
    expect(told.json?.["code"]).toBe("media-type-unsupported");
  });
});
