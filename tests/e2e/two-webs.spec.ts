import { type ChildProcess, spawn } from "node:child_process";
import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { type APIRequestContext, expect, test } from "@playwright/test";
import { freePort } from "#lib/start/free-port.ts";
import { dataDirectory, houseDatabaseUrl } from "../support/e2e-database.ts";

/** A second web process on the database of the house, from the same build, as on another machine. */

test.describe.configure({ mode: "serial" });

let child: ChildProcess;
let other: APIRequestContext;

test.beforeAll(async ({ playwright }) => {
  const port = await freePort();
  child = spawn(process.execPath, ["bin/web.ts"], {
    env: {
      ...process.env,
      DATABASE_URL: await houseDatabaseUrl(),
      AUTH_SECRET: (await readFile(join(dataDirectory(), "auth.secret"), "utf8")).trim(),
      PORT: String(port),
      HOST: "127.0.0.1",
      TRUST_PROXY: "127.0.0.1",
      LIMIT_WORK_PER_ADDRESS: "1000/hour",
      LIMIT_SCANS_PER_DOMAIN: "off",
      SMTP_URL: "",
      PUBLIC_URL: "",
    },
    stdio: ["ignore", "ignore", "inherit"],
  });
  other = await playwright.request.newContext({ baseURL: `http://localhost:${port}` });
  await expect
    .poll(async () => (await other.get("/api/health").catch(() => null))?.status() ?? 0, { timeout: 60_000 })
    .toBe(200);
});

test.afterAll(async () => {
  await other.dispose();
  child.kill("SIGTERM");
});

test("a scan asked for at one is followed and read at the other", async ({ request }) => {
  const started = await request.post("/api/v1/scans", {
    data: { domain: "healthy.example" },
    headers: { "x-forwarded-for": "203.0.113.71" },
  });
  const { id } = await started.json();
  const events = await (await other.get(`/scans/${id}/events`)).text();
  expect(events).toMatch(/data: \{"type":"ended"\}\s*$/);
  const page = await other.get(`/scans/${id}`);
  expect(await page.text()).toContain("healthy.example");
});

test("what is used up at one is used up at the other", async ({ request }) => {
  const headers = { "x-forwarded-for": "2001:db8:71::1" };
  const webs = [request, other];
  for (let tried = 0; tried < 60; tried += 1) {
    const miss = await webs[tried % 2]?.get(`/r/${String(tried).padStart(22, "0")}`, { headers });
    expect(miss?.status()).toBe(404);
  }
  for (const web of webs) {
    expect((await web.get(`/r/${"z".repeat(22)}`, { headers })).status()).toBe(429);
  }
});
