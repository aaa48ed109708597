import { expect, test } from "@playwright/test";

/** Everything that matters works in a browser that runs no script. */
test.use({ javaScriptEnabled: false });

test("scan, read, share", async ({ page }) => {
  test.setTimeout(90_000);
  await page.goto("/");
  await page.getByRole("textbox").fill("two-spf.example");
  await page.getByRole("button", { name: "Find out" }).click();
  await expect(page).toHaveURL(/\/scans\//);
  // The page loads itself again until the report is there.
  await expect(page.getByRole("navigation", { name: "Sections" })).toBeVisible({ timeout: 40_000 });
  await page.locator("#spf-present > summary").click();
  await expect(
    page.locator("#spf-present").getByRole("link", { name: /What this check asks/ }),
  ).toBeVisible();

  await page.getByRole("link", { name: "Share" }).click();
  await page.getByRole("button", { name: "Create the link" }).click();
  await expect(page.getByRole("heading", { name: "The link is ready" })).toBeVisible();
  await page.goto(await page.locator("code", { hasText: "/r/" }).innerText());
  await expect(page.getByRole("heading", { name: "What you have to do, in this order" })).toBeVisible();
});

test("a refused input says why", async ({ page }) => {
  await page.goto("/");
  await page.getByRole("textbox").fill("localhost");
  await page.getByRole("button", { name: "Find out" }).click();
  await expect(page.locator("#recognised")).toContainText("localhost");
});

test("the colours can be chosen", async ({ page }) => {
  await page.goto("/checks");
  await page.getByRole("button", { name: "Dark" }).click();
  await expect(page).toHaveURL(/\/checks$/);
  await expect(page.locator("html")).toHaveAttribute("data-theme", "dark");
});
