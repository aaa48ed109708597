import { expect, test } from "@playwright/test";
import { lookAt } from "../support/look.ts";
import { FURTHER_VIEWS, type Opener, openerOf, pageRoutes } from "../support/look-pages.ts";
import { complaintsOf, scanSample } from "../support/page-walk.ts";

/** Every page: nothing for axe to find, light and dark; nothing wider than the window; pictures kept for people. */

test.use({ extraHTTPHeaders: { "x-forwarded-for": "203.0.113.30" } });

/** The browser says on its own that the page itself came with this status. */
const EXPECTED: Readonly<Record<string, string>> = { "not-found": "404", "too-much-at-once": "429" };

const views: readonly (readonly [name: string, open: Opener | undefined])[] = [
  ...pageRoutes().map(route => [nameOf(route), openerOf(route)] as const),
  ...Object.entries(FURTHER_VIEWS),
];

for (const [name, open] of views) {
  test(`${name} looks right`, async ({ page }, info) => {
    test.setTimeout(300_000);
    if (open === undefined)
      throw new Error("tests/support/look-pages.ts does not say how to come to this page.");
    const complaints = complaintsOf(page);
    await open(page);
    await lookAt(page, info, name);
    const expected = EXPECTED[name];
    expect(complaints.filter(text => expected === undefined || !text.includes(expected))).toEqual([]);
  });
}

/** "/scans/[id]/share" to "scans-id-share". */
function nameOf(route: string): string {
  return route === "/" ? "home" : route.replaceAll(/[^a-z0-9]+/gu, "-").replaceAll(/^-|-$/gu, "");
}

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
