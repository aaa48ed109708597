import { AxeBuilder } from "@axe-core/playwright";
import { expect, type Page, test } from "@playwright/test";
import { complaintsOf, overflow, scanSample } from "../support/page-walk.ts";

/** Every page: nothing for axe to find, light and dark; nothing wider than the window; pictures kept for people. */

const PAGES: readonly (readonly [name: string, open: (page: Page) => Promise<void>])[] = [
  ["home", page => go(page, "/")],
  ["checks", page => go(page, "/checks")],
  ["check", page => go(page, "/checks/spf-lookup-limit")],
  ["grade", page => go(page, "/about/grade")],
  ["privacy", page => go(page, "/privacy")],
  ["not-found", page => go(page, "/no-such-page")],
  ["report", page => scanSample(page, "broken-spf.example")],
  ["report-healthy", page => scanSample(page, "healthy.example")],
  ["report-parked", page => scanSample(page, "parked.example")],
  ["lookups", page => below(page, "/lookups")],
  ["share", page => below(page, "/share")],
];

async function go(page: Page, path: string): Promise<void> {
  await page.goto(path);
}

async function below(page: Page, path: string): Promise<void> {
  await scanSample(page, "broken-spf.example");
  await page.goto(page.url() + path);
}

for (const [name, open] of PAGES) {
  test(`${name} looks right`, async ({ page }, info) => {
    test.setTimeout(180_000);
    const complaints = complaintsOf(page);
    await page.setViewportSize({ width: 1280, height: 900 });
    await open(page);
    await page.evaluate(() => document.fonts.ready);
    for (const colorScheme of ["light", "dark"] as const) {
      await page.emulateMedia({ colorScheme });
      const { violations } = await new AxeBuilder({ page }).analyze();
      expect(violations.map(({ id, nodes }) => [id, nodes.map(node => node.target)])).toEqual([]);
      for (const [device, width] of [
        ["phone", 390],
        ["desktop", 1280],
      ] as const) {
        await page.setViewportSize({ width, height: 900 });
        await page.screenshot({
          path: info.outputPath(`${name}-${device}-${colorScheme}.png`),
          fullPage: true,
        });
      }
    }
    for (const width of [320, 600, 1024, 2560]) {
      await page.setViewportSize({ width, height: 900 });
      expect(await overflow(page), `pixels too wide at ${width}`).toBeLessThanOrEqual(0);
    }
    expect(complaints.filter(text => !(name === "not-found" && text.includes("404")))).toEqual([]);
  });
}

test("everything folded away stands the same tests when it is open", async ({ page }) => {
  test.setTimeout(90_000);
  await scanSample(page, "broken-spf.example");
  await page.evaluate(() => document.querySelectorAll("details").forEach(details => (details.open = true)));
  const { violations } = await new AxeBuilder({ page }).analyze();
  expect(violations.map(({ id, nodes }) => [id, nodes.map(node => node.target)])).toEqual([]);
  await page.setViewportSize({ width: 320, height: 900 });
  expect(await overflow(page)).toBeLessThanOrEqual(0);
});

test("paper: what is wrong is open, what is in order stays folded, and no button is printed", async ({
  page,
}) => {
  test.setTimeout(60_000);
  await scanSample(page, "broken-spf.example");
  await page.emulateMedia({ media: "print" });
  await expect(page.getByText("Print", { exact: true })).toBeHidden();
  await expect(page.getByRole("link", { name: "Share" })).toBeHidden();
  await expect(page.locator("#spf-lookup-limit").getByText("RFC 7208").first()).toBeVisible();
  await expect(page.locator("#spf-present > div")).toBeHidden();
});
