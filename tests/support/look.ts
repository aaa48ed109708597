import { AxeBuilder } from "@axe-core/playwright";
import { expect, type Page, type TestInfo } from "@playwright/test";
import { overflow } from "./page-walk.ts";

const DEVICES = [
  ["phone", 360],
  ["desktop", 1280],
] as const;
const WIDTHS = [320, 600, 1024, 2560];

/**
 * Looks at the page that is open: pictures in four variants are kept beside the results of the run, and, with
 * everything that is folded away opened, axe finds nothing in light and dark and nothing is wider than any window.
 */
export async function lookAt(page: Page, info: TestInfo, name: string): Promise<void> {
  await page.evaluate(() => document.fonts.ready);
  for (const colorScheme of ["light", "dark"] as const) {
    await page.emulateMedia({ colorScheme });
    for (const [device, width] of DEVICES) {
      await page.setViewportSize({ width, height: 900 });
      const path = info.outputPath(`${name}-${device}-${colorScheme}.png`);
      await page.screenshot({ path, fullPage: true });
    }
  }
  await page.evaluate(() => document.querySelectorAll("details").forEach(details => (details.open = true)));
  for (const colorScheme of ["light", "dark"] as const) {
    await page.emulateMedia({ colorScheme });
    const { violations } = await new AxeBuilder({ page }).analyze();
    expect(violations.map(({ id, nodes }) => [id, nodes.map(node => node.target)])).toEqual([]);
  }
  for (const width of WIDTHS) {
    await page.setViewportSize({ width, height: 900 });
    expect(await overflow(page), `pixels too wide at ${width}`).toBeLessThanOrEqual(0);
  }
}
