import { expect, test } from "@playwright/test";
import { callAction } from "../support/authority/call-action.ts";
import { builtActions } from "../support/authority/doors.ts";

/** What is too much at once is answered with 429, a time to come back, and a page that says so. */

test("links that do not exist, tried without end", async ({ browser }) => {
  test.setTimeout(120_000);
  const guesser = await browser.newContext({ extraHTTPHeaders: { "x-forwarded-for": "198.51.100.66" } });
  const statuses: number[] = [];
  for (let tried = 0; tried < 60; tried += 1) {
    statuses.push((await guesser.request.get(`/r/${String(tried).padStart(22, "0")}`)).status());
  }
  expect(new Set(statuses)).toEqual(new Set([404]));
  const refused = await guesser.request.get(`/r/${"z".repeat(22)}`);
  expect(refused.status()).toBe(429);
  expect(Number(refused.headers()["retry-after"])).toBeGreaterThan(0);
  expect(refused.headers()["cache-control"]).toBe("no-store");
  const page = await guesser.newPage();
  await page.goto(`/r/${"y".repeat(22)}`);
  await expect(page.getByRole("heading", { name: "Too much at once" })).toBeVisible();
  await expect(page.getByText(/Come back in \d+ (?:second|minute)s?, at \d\d:\d\d UTC\./)).toBeVisible();
  const exported = await guesser.request.get(`/r/${"x".repeat(22)}/report.csv`, { maxRedirects: 0 });
  expect(exported.status()).toBe(429);
  await guesser.close();

  const somebodyElse = await browser.newContext({ extraHTTPHeaders: { "x-forwarded-for": "198.51.100.67" } });
  expect((await somebodyElse.request.get(`/r/${"z".repeat(22)}`)).status()).toBe(404);
  await somebodyElse.close();
});

test("sign-in mails asked for without end: the form says when to come back, without JavaScript a page does", async ({
  browser,
  baseURL,
}) => {
  test.setTimeout(90_000);
  const base = baseURL ?? "";
  const headers = { "x-forwarded-for": "2001:db8:77::1", cookie: "mailtriage_browser=flood", origin: base };
  const action = (await builtActions()).find(({ name }) => name === "/sign-in requestSignInAction");
  if (action === undefined) throw new Error("The build has no such action.");
  for (let asked = 0; asked < 30; asked += 1) {
    const fields = { address: `flood${asked}.${process.pid}@example.com` };
    const { outcome } = await callAction(base, action, { fields, headers, page: "/sign-in" });
    expect(outcome).toBe("success");
  }

  const plain = await browser.newContext({
    javaScriptEnabled: false,
    extraHTTPHeaders: { "x-forwarded-for": "2001:db8:77::1" },
  });
  const page = await plain.newPage();
  await page.goto("/sign-in");
  await page.getByLabel("E-mail address").fill("one.more@example.com");
  const [answer] = await Promise.all([
    page.waitForResponse(response => response.url().includes("/limited")),
    page.getByRole("button", { name: "Send me a link" }).click(),
  ]);
  expect(answer.status()).toBe(429);
  expect(Number(answer.headers()["retry-after"])).toBeGreaterThan(0);
  await expect(page.getByRole("heading", { name: "Too much at once" })).toBeVisible();
  await plain.close();

  // Another address of the same network is the same caller.
  const scripted = await browser.newContext({ extraHTTPHeaders: { "x-forwarded-for": "2001:db8:77::2" } });
  const form = await scripted.newPage();
  await form.goto("/sign-in");
  await form.getByLabel("E-mail address").fill("one.more@example.com");
  await form.getByRole("button", { name: "Send me a link" }).click();
  await expect(form.getByRole("alert").filter({ hasText: "Try again in" })).toBeVisible();
  await expect(form.getByLabel("E-mail address")).toHaveValue("one.more@example.com");
  await scripted.close();
});
