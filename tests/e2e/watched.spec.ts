import { expect, type Page, test } from "@playwright/test";
import { lookAt } from "../support/look.ts";
import { newAddress, signIn } from "../support/e2e-sign-in.ts";
import { publish } from "../support/e2e-zone.ts";
import { complaintsOf, scanSample } from "../support/page-walk.ts";

test.use({ extraHTTPHeaders: { "x-forwarded-for": "203.0.113.70" } });
test.describe.configure({ mode: "default" });

const zone = (dmarc: string, more = "") => `
$TTL 300
$ORIGIN watched.example.org.
@       SOA   ns1.example.com. hostmaster.example.com. 2026110101 7200 900 1209600 300
        NS    ns1.example.com.
        MX    10 mx1.example.com.
        TXT   "v=spf1 mx -all"
_dmarc  TXT   "${dmarc}"
${more}
`;
const STRICT = "v=DMARC1; p=quarantine; rua=mailto:dmarc@watched.example.org";
const LAX = "v=DMARC1; p=none; rua=mailto:dmarc@watched.example.org";

async function watch(page: Page, text: string): Promise<void> {
  await page.goto("/account/watched");
  await page.getByRole("textbox", { name: "Domains" }).fill(text);
  await page.getByRole("button", { name: "Watch", exact: true }).click();
}

/** Looks at the domain of the page now and waits until it is done. */
async function lookNow(page: Page): Promise<void> {
  await page.getByRole("button", { name: "Look now" }).click();
  await expect(page.getByText("A look is under way").or(page.getByText("a look is under way"))).toHaveCount(
    0,
    {
      timeout: 40_000,
    },
  );
}

test("a domain is watched, proven, and its change told once it is confirmed", async ({ page }, info) => {
  test.setTimeout(300_000);
  const complaints = complaintsOf(page);
  await publish(zone(STRICT));
  await signIn(page, newAddress());
  await page.goto("/account/watched");
  await expect(page.getByText("Nothing is watched yet")).toBeVisible();
  await lookAt(page, info, "nothing-watched");
  await watch(page, "watched.example.org");
  await expect(page.getByText("One domain was added")).toBeVisible();
  await page.getByRole("link", { name: "watched.example.org" }).click();
  await expect(page.getByRole("heading", { name: "watched.example.org", level: 1 })).toBeVisible();
  await expect(page.getByRole("link", { name: /the report$/ })).toBeVisible({ timeout: 40_000 });
  await expect(page.getByText(/^Nothing since/)).toBeVisible();

  const value = await page.getByText(/^[0-9A-Za-z]{22}$/).innerText();
  await page.getByRole("button", { name: "Check now" }).click();
  await expect(
    page.getByText("there is no TXT record at _mailtriage-challenge.watched.example.org"),
  ).toBeVisible();
  const proof = `_mailtriage-challenge  TXT  "${value}"`;
  await publish(zone(STRICT, proof));
  await page.getByRole("button", { name: "Check now" }).click();
  await expect(page.getByText("Control is proven.")).toBeVisible();

  await publish(zone(LAX, proof));
  await lookNow(page);
  const entry = page
    .getByRole("listitem")
    .filter({ hasText: "DMARC policy went from quarantine to none" })
    .first();
  await expect(entry).toBeVisible({ timeout: 20_000 });
  await expect(entry.getByText("Not confirmed yet")).toBeVisible();
  await page.waitForTimeout(3_500);
  await lookNow(page);
  await expect(entry.getByText("Confirmed by a second look.")).toBeVisible({ timeout: 20_000 });

  await lookAt(page, info, "watched-domain");
  await entry.getByRole("link", { name: "Compare" }).click();
  await expect(page).toHaveURL(/\/scans\/\w{22}\/changes\/\w{22}$/);
  await page.goto("/account/watched");
  await expect(page.getByText(/: DMARC policy went from quarantine to none$/)).toBeVisible();
  await expect(page.getByText("control proven")).toBeVisible();
  await lookAt(page, info, "watched-domains");
  expect(complaints).toEqual([]);
});

test("a paste is answered line by line, and a watch is slowed, paused and ended", async ({ page }) => {
  test.setTimeout(120_000);
  await signIn(page, newAddress());
  const names = Array.from({ length: 49 }, (_, n) => `d${n}.example.net`);
  await watch(page, [...names, "localhost", "one.more.example.net"].join("\n"));
  await expect(page.getByText("49 domains were added")).toBeVisible();
  await expect(page.getByText("localhost: ")).toBeVisible();
  await expect(page.getByText(/one\.more\.example\.net: Only the first 50 lines/)).toBeVisible();
  await watch(page, "d7.example.net");
  await expect(page.getByText("d7.example.net: watched already.")).toBeVisible();

  await page.getByRole("link", { name: "d7.example.net" }).click();
  await page.getByLabel("Look at it").selectOption("once a week");
  await page.getByRole("button", { name: "Save" }).click();
  await expect(page.getByText(/, once a week$/)).toBeVisible();
  await page.getByRole("button", { name: "Pause" }).click();
  await expect(page.getByRole("button", { name: "Go on watching" })).toBeVisible();
  await page.getByRole("button", { name: "Stop watching d7.example.net" }).click();
  await expect(page).toHaveURL(/\/account\/watched$/);
  await expect(page.getByRole("link", { name: "d7.example.net" })).toHaveCount(0);
});

test("a report leads to watching its domain", async ({ page }) => {
  test.setTimeout(90_000);
  await signIn(page, newAddress());
  await scanSample(page, "healthy.example");
  await page.getByRole("link", { name: "Watch this domain" }).click();
  await expect(page.getByRole("textbox", { name: "Domains" })).toHaveValue("healthy.example");
  await page.getByRole("button", { name: "Watch", exact: true }).click();
  await expect(page.getByText("One domain was added")).toBeVisible();
  await page.goBack();
  await expect(page).toHaveURL(/\/scans\//);
  await page.reload();
  await page.getByRole("link", { name: "Watched", exact: true }).click();
  await expect(page.getByRole("heading", { name: "healthy.example", level: 1 })).toBeVisible();
});

test.describe("without JavaScript", () => {
  test.use({ javaScriptEnabled: false });

  test("domains are added, answered and left again", async ({ page }) => {
    test.setTimeout(90_000);
    await signIn(page, newAddress());
    await watch(page, "plain.example.net\nnot a domain");
    await expect(page.getByText("One domain was added")).toBeVisible();
    await expect(page.getByText("not a domain: ")).toBeVisible();
    await page.getByRole("link", { name: "plain.example.net" }).click();
    await page.getByRole("button", { name: "Check now" }).click();
    await expect(page.getByText("there is no TXT record")).toBeVisible();
    await page.getByRole("button", { name: "Stop watching plain.example.net" }).click();
    await expect(page.getByText("Nothing is watched yet")).toBeVisible();
  });
});
