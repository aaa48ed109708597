import { expect, test } from "@playwright/test";
import { newAddress, signIn } from "../support/e2e-sign-in.ts";
import { complaintsOf } from "../support/page-walk.ts";

/** The API as somebody meets it: made in the browser, used from a program, ended in the browser. */

/** The list below shows no more of a key than its first characters. */
const WHOLE_KEY = /^mt_live_[0-9A-Za-z]{28}$/;

test.use({ extraHTTPHeaders: { "x-forwarded-for": "203.0.113.60" } });

test("a key is made, shown once, used, and revoked", async ({ page, playwright, baseURL }) => {
  test.setTimeout(90_000);
  const complaints = complaintsOf(page);
  await signIn(page, newAddress());
  await page.goto("/account/keys");
  await page.getByRole("button", { name: "Make the key" }).click();
  await expect(page.getByText("Give the key a name.")).toBeVisible();
  await page.getByLabel("Name").fill("browser test");
  await page.getByRole("button", { name: "Make the key" }).click();
  const key = await page.locator("code", { hasText: WHOLE_KEY }).innerText();
  expect(key).toMatch(WHOLE_KEY);
  await page.reload();
  await expect(page.getByText("browser test")).toBeVisible();
  expect(await page.content()).not.toContain(key.slice(12));

  const program = await playwright.request.newContext({
    ...(baseURL === undefined ? {} : { baseURL }),
    extraHTTPHeaders: { authorization: `Bearer ${key}` },
  });
  const started = await program.post("/api/v1/scans", {
    data: { domain: "healthy.example" },
    headers: { prefer: "wait=30" },
  });
  expect(started.status()).toBe(201);
  const scan = await started.json();
  expect(scan).toMatchObject({ status: "done", domain: "healthy.example", report: { sample: true } });
  await page.goto("/account/history");
  await expect(page.getByRole("link", { name: /healthy\.example/ })).toBeVisible();

  await page.goto("/account/keys");
  await page.getByRole("button", { name: "Revoke browser test" }).click();
  await expect(page.getByText(/^Revoked/)).toBeVisible();
  expect((await program.get(`/api/v1/scans/${scan.id}`)).status()).toBe(401);
  await program.dispose();
  expect(complaints).toEqual([]);
});

test("without a key: answers, refusals, and a connection that stays", async ({ request }) => {
  const bulk = await request.post("/api/v1/scans/bulk", { data: { domains: ["example.com"] } });
  expect([bulk.status(), bulk.headers()["content-type"]]).toEqual([401, "application/problem+json"]);
  const large = await request.post("/api/v1/scans", { data: { domain: "x".repeat(1_200_000) } });
  expect(large.status()).toBe(413);
  const wrong = await request.put("/api/v1/scans", { data: {} });
  expect([wrong.status(), wrong.headers()["allow"]]).toEqual([405, "GET, HEAD, POST, OPTIONS"]);
  const nothing = await request.get("/api/v1/nothing");
  expect([nothing.status(), (await nothing.json()).code]).toEqual([404, "not-found"]);
  expect((await request.get("/api/v1/openapi.json")).status()).toBe(200);
  const foreign = await request.post("/api/v1/scans", {
    data: { domain: "example.com" },
    headers: { origin: "https://attacker.example" },
  });
  expect([foreign.status(), (await foreign.json()).code]).toEqual([403, "cross-site"]);
});

test("the documentation names every operation and explains every error code", async ({ page }) => {
  test.setTimeout(60_000);
  const complaints = complaintsOf(page);
  await page.goto("/");
  await page.getByRole("contentinfo").getByRole("link", { name: "API" }).click();
  await expect(page).toHaveURL(/\/docs\/api$/);
  const { paths } = await (await page.request.get("/api/v1/openapi.json")).json();
  const promised = Object.values<Record<string, { operationId: string }>>(paths).flatMap(methods =>
    Object.values(methods).map(({ operationId }) => operationId),
  );
  const shown = await page.evaluate(() => [...document.querySelectorAll("article h3")].map(({ id }) => id));
  expect(shown.toSorted()).toEqual(expect.arrayContaining(promised.toSorted()));
  const lost = await page.evaluate(() =>
    [...document.querySelectorAll('a[href^="#"]')]
      .map(link => link.getAttribute("href")?.slice(1) ?? "")
      .filter(id => document.getElementById(id) === null),
  );
  expect(lost).toEqual([]);
  expect(complaints).toEqual([]);
});
