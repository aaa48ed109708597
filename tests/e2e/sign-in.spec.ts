import { expect, type Page, test } from "@playwright/test";
import { mailsTo, signInLink } from "../support/e2e-mail.ts";
import { askForLink, newAddress, sessionOf, signIn } from "../support/e2e-sign-in.ts";
import { complaintsOf, scanSample } from "../support/page-walk.ts";

test.use({ extraHTTPHeaders: { "x-forwarded-for": "203.0.113.10" } });

const historyOf = async (page: Page): Promise<readonly string[]> => {
  // A page that reloads itself may do so just when another one is asked for.
  await expect(async () => void (await page.goto("/account/history"))).toPass();
  await expect(page.getByRole("heading", { name: "History" })).toBeVisible();
  return page.getByRole("listitem").getByRole("link").filter({ hasText: "Scan" }).allInnerTexts();
};

test("by mail, with what the browser asked for before, and out again", async ({ page, context }) => {
  test.setTimeout(90_000);
  const complaints = complaintsOf(page);
  const address = newAddress();
  await scanSample(page, "healthy.example");
  await page.goto("/sign-in");
  await expect(page.getByText("What this browser asked for so far (one report)")).toBeVisible();
  await askForLink(page, address);
  await expect(page.getByText(address)).toBeVisible();
  await page.goto(await signInLink(address));
  await expect(page.getByText("and keep there what this browser asked for so far")).toBeVisible();
  await page.getByRole("button", { name: "Sign in" }).click();
  await expect(page).toHaveURL(/\/account\/history$/);
  await expect(page.getByRole("link", { name: /healthy\.example/ })).toBeVisible();
  await expect(page.getByRole("banner").getByRole("link", { name: "Account" })).toBeVisible();

  await page.getByRole("navigation", { name: "Account" }).getByRole("link", { name: "Account" }).click();
  await expect(page.getByText(address)).toBeVisible();
  await page.getByRole("button", { name: "Sign out", exact: true }).click();
  await expect(page.getByRole("banner").getByRole("link", { name: "Sign in" })).toBeVisible();
  expect(await sessionOf(context)).toBeNull();
  expect(await historyOf(page)).toEqual([]);
  expect(complaints).toEqual([]);
});

test("the mail reads the same the first time and later, and says what the link does", async ({ page }) => {
  test.setTimeout(60_000);
  const address = newAddress();
  await signIn(page, address);
  await page.context().clearCookies();
  await signIn(page, address, 2);
  const [first, second] = await mailsTo(address);
  expect(withoutToken(second?.text)).toBe(withoutToken(first?.text));
  expect(first?.text).toContain("only in the browser in which you asked for it");
});

test("programs that open the link, other browsers and a second use do not get in", async ({
  page,
  browser,
  request,
}) => {
  test.setTimeout(60_000);
  const address = newAddress();
  await page.goto("/sign-in");
  await askForLink(page, address);
  const link = await signInLink(address);
  for (let looked = 0; looked < 3; looked += 1) expect((await request.get(link)).status()).toBe(200);
  expect((await request.head(link)).ok()).toBe(true);

  const thief = await browser.newContext();
  const elsewhere = await thief.newPage();
  await elsewhere.goto(link);
  await expect(elsewhere.getByRole("heading", { name: "This link is for another browser" })).toBeVisible();
  await expect(elsewhere.getByText(address)).toHaveCount(0);
  expect(await sessionOf(thief)).toBeNull();

  await page.goto(link);
  await page.getByRole("button", { name: "Sign in" }).click();
  await expect(page).toHaveURL(/\/account\/history$/);
  await page.goto(link);
  await expect(page.getByRole("heading", { name: "does not work any more" })).toBeVisible();
  await elsewhere.goto(link);
  await expect(elsewhere.getByRole("heading", { name: "does not work any more" })).toBeVisible();
  await thief.close();
});

test("a session that was signed out cannot be used again, and a planted one never can", async ({
  page,
  context,
}) => {
  test.setTimeout(60_000);
  await page.goto("/");
  await context.addCookies([{ name: "mailtriage_session", value: "planted", url: page.url() }]);
  await signIn(page, newAddress());
  const secret = (await sessionOf(context)) ?? "";
  expect(secret).not.toBe("planted");
  await page.goto("/account");
  await page.getByRole("button", { name: "Sign out", exact: true }).click();
  await expect(page).toHaveURL(/\/$/);
  for (const value of [secret, "planted"]) {
    await context.addCookies([{ name: "mailtriage_session", value, url: page.url() }]);
    await page.goto("/account");
    await expect(page.getByRole("heading", { name: "Sign in" })).toBeVisible();
  }
});

test("signing out everywhere ends the session of another browser", async ({ page, browser }) => {
  test.setTimeout(60_000);
  const address = newAddress();
  await signIn(page, address);
  const phone = await browser.newContext({ extraHTTPHeaders: { "x-forwarded-for": "203.0.113.11" } });
  const other = await phone.newPage();
  await signIn(other, address, 2);
  await page.goto("/account");
  await expect(page.getByRole("button", { name: /^Sign out .*Chrome/ })).toHaveCount(1);
  await page.getByRole("button", { name: "Sign out everywhere" }).click();
  await expect(page.getByRole("banner").getByRole("link", { name: "Sign in" })).toBeVisible();
  await other.goto("/account");
  await expect(other.getByRole("heading", { name: "Sign in" })).toBeVisible();
  await phone.close();
});

test("whoever has to sign in comes back to where they were", async ({ page }) => {
  const address = newAddress();
  await page.goto("/account");
  await expect(page).toHaveURL(/\/sign-in\?returnTo=%2Faccount$/);
  await askForLink(page, address);
  await page.goto(await signInLink(address));
  await page.getByRole("button", { name: "Sign in" }).click();
  await expect(page).toHaveURL(/\/account$/);
});

test("an address that is none stays in its field, with a reason", async ({ page }) => {
  await page.goto("/sign-in");
  await page.getByLabel("E-mail address").fill('"a@attacker.example"@example.com');
  await page.getByRole("button", { name: "Send me a link" }).click();
  await expect(page.getByRole("alert").filter({ hasText: "not an address" })).toBeVisible();
  await expect(page.getByLabel("E-mail address")).toHaveValue('"a@attacker.example"@example.com');
});

test.describe("without JavaScript", () => {
  test.use({ javaScriptEnabled: false });

  test("by mail, history searched and cleared, account deleted", async ({ page }) => {
    test.setTimeout(90_000);
    const address = newAddress();
    await signIn(page, address);
    await page.goto("/");
    await page.getByRole("button", { name: "healthy.example", exact: true }).click();
    await expect(page).toHaveURL(/\/scans\//);
    expect(await historyOf(page)).toHaveLength(1);
    await page.getByRole("searchbox").fill("nothing like it");
    await page.getByRole("button", { name: "Search" }).click();
    await expect(page.getByText("Nothing fits")).toBeVisible();
    await page.getByRole("link", { name: "show everything" }).click();
    await page.getByRole("button", { name: "Delete what is chosen" }).click();
    await expect(page.getByText("Choose what to delete.")).toBeVisible();
    await page.getByRole("checkbox").check();
    await page.getByRole("button", { name: "Delete what is chosen" }).click();
    await expect(page.getByText("Nothing yet")).toBeVisible();
    await page.goto("/account");
    await page.getByLabel("Type your e-mail address to confirm").fill("wrong@example.com");
    await page.getByRole("button", { name: "Delete my account" }).click();
    await expect(page.getByText("This is not the address of your account.")).toBeVisible();
    await page.getByLabel("Type your e-mail address to confirm").fill(address);
    await page.getByRole("button", { name: "Delete my account" }).click();
    await expect(page.getByRole("banner").getByRole("link", { name: "Sign in" })).toBeVisible();
    await page.goto("/account");
    await expect(page.getByRole("heading", { name: "Sign in" })).toBeVisible();
  });
});

test("my data comes as one JSON file", async ({ page }) => {
  const address = newAddress();
  await signIn(page, address);
  await page.goto("/account");
  const [download] = await Promise.all([
    page.waitForEvent("download"),
    page.getByRole("link", { name: "Download my data" }).click(),
  ]);
  expect(download.suggestedFilename()).toMatch(/^mailtriage-\d{4}-\d\d-\d\d\.json$/);
  const stream = await download.createReadStream();
  let text = "";
  for await (const chunk of stream) text += String(chunk);
  expect(JSON.parse(text)).toMatchObject({ account: { email: address }, sessions: [{}], scans: [] });
});

test("share links are listed with their use, and withdrawn", async ({ page, browser }) => {
  test.setTimeout(90_000);
  await signIn(page, newAddress());
  await scanSample(page, "broken-spf.example");
  await page.getByRole("link", { name: "Share" }).click();
  await page.getByLabel("Note to the reader").fill("Please publish a policy.");
  await page.getByRole("button", { name: "Create the link" }).click();
  const link = await page.locator("code", { hasText: "/r/" }).innerText();
  await page.goto("/account/shares");
  await expect(page.getByText("not opened yet")).toBeVisible();
  const reader = await browser.newContext();
  const readerPage = await reader.newPage();
  expect((await readerPage.goto(link))?.status()).toBe(200);
  await page.reload();
  await expect(page.getByText("opened 1 time")).toBeVisible();
  await page.getByRole("button", { name: "Withdraw the link to broken-spf.example" }).click();
  await expect(page.getByText("withdrawn")).toBeVisible();
  expect((await readerPage.goto(link))?.status()).toBe(404);
  await reader.close();
});

const withoutToken = (text = ""): string => text.replaceAll(/token=[\w-]+/g, "token");
