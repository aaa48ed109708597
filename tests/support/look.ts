import { AxeBuilder } from "@axe-core/playwright";
import { expect, type Page, type TestInfo } from "@playwright/test";
import { overflow } from "./page-walk.ts";

const DEVICES = [
  ["phone", 360],
  ["desktop", 1280],
] as const;
const WIDTHS = [320, 600, 1024, 2560];

/**
 * Looks at the page that is open: pictures in four variants are kept beside the results of the run, axe finds
 * nothing, and nothing is wider than any window.
 */
export async function lookAt(page: Page, info: TestInfo, name: string): Promise<void> {
  await page.evaluate(() => document.fonts.ready);
  for (const colorScheme of ["light", "dark"] as const) {
    await page.emulateMedia({ colorScheme });
    for (const [device, width] of DEVICES) {
      await page.setViewportSize({ width, height: 900 });
      const path = info.outputPath(`${name}-${device}-${colorScheme}.jpg`);
      await page.screenshot({ path, fullPage: true, type: "jpeg", quality: 85 });
    }
  }
  await expectAccessible(page);
  for (const width of WIDTHS) {
    await page.setViewportSize({ width, height: 900 });
    expect(await overflow(page), `pixels too wide at ${width}`).toBeLessThanOrEqual(0);
  }
}

/** Nothing for axe to find, in light and in dark (where only the colours are others), with all that is folded opened. */
export async function expectAccessible(page: Page): Promise<void> {
  await page.evaluate(() => document.querySelectorAll("details").forEach(details => (details.open = true)));
  for (const colorScheme of ["light", "dark"] as const) {
    await page.emulateMedia({ colorScheme });
    await page.evaluate(() => Promise.allSettled(document.getAnimations().map(({ finished }) => finished)));
    // In the page itself, with nothing kept of what passed: no page here frames another, and carrying all that passed
    // out of the browser took longer than looking.
    const axe = new AxeBuilder({ page }).setLegacyMode().options({ resultTypes: ["violations"] });
    const { violations } = await (colorScheme === "dark" ? axe.withRules("color-contrast") : axe).analyze();
    expect(violations.map(({ id, nodes }) => [id, nodes.map(node => node.target)])).toEqual([]);
  }
}
