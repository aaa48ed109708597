import { expect, type Page, test } from "@playwright/test";

/** The main job, end to end: enter a domain, read the report, hand it to somebody else. */

async function scan(page: Page, domain: string): Promise<void> {
  await page.goto("/");
  await page.getByRole("textbox").fill(domain);
  await page.getByRole("button", { name: /check/i }).click();
  await expect(page).toHaveURL(/\/scans\/[0-9A-Za-z]{22}$/);
  await expect(page.getByRole("link", { name: "Share" })).toBeVisible({ timeout: 40_000 });
}

test("a domain from the name server: report, share link, revoked", async ({ page, browser }) => {
  test.setTimeout(90_000);
  await scan(page, " HTTPS://Example.COM./ ");
  await expect(page.getByText("example.com").first()).toBeVisible();

  await page.getByRole("link", { name: "Share" }).click();
  await page.getByLabel("Note to the reader").fill("Please publish a policy.");
  await page.getByRole("button", { name: "Create the link" }).click();
  const link = await page.locator("code", { hasText: "/r/" }).innerText();
  expect(link).toMatch(/\/r\/[0-9A-Za-z]{22}$/);

  const stranger = await browser.newContext();
  const reader = await stranger.newPage();
  const shared = await reader.goto(link);
  expect(shared?.status()).toBe(200);
  expect(shared?.headers()).toMatchObject({
    "referrer-policy": "no-referrer",
    "x-robots-tag": expect.stringContaining("noindex"),
    "cache-control": expect.stringContaining("no-store"),
  });
  await expect(reader.getByText("Please publish a policy.")).toBeVisible();
  await expect(reader.getByRole("link", { name: "Share" })).toHaveCount(0);

  await page.reload();
  await page.getByRole("button", { name: "Withdraw" }).first().click();
  await expect(page.getByText("withdrawn").first()).toBeVisible();
  const refused = await reader.goto(link);
  const unknown = await reader.request.get(`/r/${"0".repeat(22)}`);
  expect([refused?.status(), unknown.status()]).toEqual([404, 404]);
  await stranger.close();
});

test("somebody else's scan can be read by its address, but not shared", async ({ page, browser }) => {
  test.setTimeout(60_000);
  await scan(page, "example.net");
  const stranger = await browser.newContext();
  const reader = await stranger.newPage();
  await reader.goto(page.url());
  await expect(reader.getByText("example.net").first()).toBeVisible();
  await expect(reader.getByRole("link", { name: "Share" })).toHaveCount(0);
  await stranger.close();
});

test.describe("without JavaScript", () => {
  test.use({ javaScriptEnabled: false });

  test("a sample domain leads to its report", async ({ page }) => {
    test.setTimeout(60_000);
    await page.goto("/");
    await page.getByRole("button", { name: /healthy\.example/ }).click();
    await expect(page).toHaveURL(/\/scans\//);
    await expect(async () => {
      await page.reload();
      await expect(page.getByRole("link", { name: "Share" })).toBeVisible({ timeout: 1_000 });
    }).toPass({ timeout: 30_000 });
  });
});
