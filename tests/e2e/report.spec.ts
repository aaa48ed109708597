import { expect, test } from "@playwright/test";
import { complaintsOf, reportIsThere, scanDomain, scanSample } from "../support/page-walk.ts";

test("typing tells a domain, an address and a bounce apart", async ({ page }) => {
  await page.goto("/");
  const box = page.getByRole("textbox", { name: "A bounce, an e-mail address or a domain" });
  await box.fill("example.com");
  await expect(page.getByRole("button", { name: "Check this domain" })).toBeVisible();
  await box.fill("jane@example.com");
  await expect(page.getByText("the domain example.com is checked")).toBeVisible();
  await box.fill("550 5.4.1 [jane@contoso.example]: Recipient address rejected: Access denied. outlook.com");
  await expect(page.getByText("refusal for jane@contoso.example")).toBeVisible();
  await expect(page.getByRole("button", { name: "Read this bounce" })).toBeVisible();
});

test("what was refused stays in the box", async ({ page }) => {
  await page.goto("/");
  await page.getByRole("textbox").fill("192.0.2.1");
  await page.keyboard.press("Enter");
  await expect(page.getByRole("alert").filter({ hasText: /\S/ }).first()).toBeVisible();
  await expect(page.getByRole("textbox")).toHaveValue("192.0.2.1");
});

test("two tabs agree, and coming back loses nothing", async ({ page, context }) => {
  test.setTimeout(90_000);
  const complaints = complaintsOf(page);
  await page.goto("/");
  await page
    .getByRole("button", { name: "listed.example", exact: true })
    .or(page.getByRole("textbox"))
    .first()
    .focus();
  await page.getByRole("textbox").fill("listed.example");
  await page.keyboard.press("Enter");
  await expect(page).toHaveURL(/\/scans\//);
  const other = await context.newPage();
  await other.goto(page.url());
  await Promise.all([reportIsThere(page), reportIsThere(other)]);
  const verdict = await page.getByRole("heading", { level: 1 }).innerText();
  await expect(other.getByRole("heading", { level: 1 })).toHaveText(verdict);
  await other.goto("/checks");
  await other.goBack();
  await expect(other.getByRole("heading", { level: 1 })).toHaveText(verdict);
  expect(complaints).toEqual([]);
});

test("a record is copied exactly as it has to be published", async ({ page, context }) => {
  test.setTimeout(60_000);
  await context.grantPermissions(["clipboard-read", "clipboard-write"]);
  await scanSample(page, "broken-spf.example");
  const step = page
    .getByRole("listitem")
    .filter({ has: page.getByText("Change the record to this") })
    .first();
  await step.getByRole("button", { name: "Copy value" }).first().click();
  const copied = await page.evaluate(() => navigator.clipboard.readText());
  expect(copied).toMatch(/^v=spf1 [\x20-\x7E]+$/);
  const value = step.locator("figure dl > div").nth(2).locator("dd").first();
  expect((await value.innerText()).replaceAll(/\s+/g, " ").trim()).toBe(copied);
});

test("a term says what it means: to a mouse, to the keyboard, to a finger, and to screen readers", async ({
  page,
}) => {
  test.setTimeout(60_000);
  await scanSample(page, "broken-spf.example");
  const term = page.locator("#fix-1 figure").getByRole("button", { name: "v=spf1", exact: true }).first();
  const meaning = page.locator("#fix-1 figure").getByText("This is an SPF record.").first();
  await expect(meaning).toBeHidden();
  await expect(term).toHaveAccessibleDescription("This is an SPF record.");
  await term.hover();
  await expect(meaning).toBeVisible();
  await page.mouse.move(0, 0);
  await expect(meaning).toBeHidden();
  await term.scrollIntoViewIfNeeded();
  await page.locator("#fix-1 figure").getByRole("button", { name: "Copy type" }).first().focus();
  await page.keyboard.press("Tab");
  await expect(term).toBeFocused();
  await expect(meaning).toBeVisible();
  await page.keyboard.press("Escape");
  await expect(meaning).toBeHidden();
  await page.getByRole("heading", { level: 1 }).click();
  await term.dispatchEvent("click");
  await expect(meaning).toBeVisible();
});

test("scanning again measures anew, and says what changed since", async ({ page }) => {
  test.setTimeout(90_000);
  await scanDomain(page, "no-dmarc.example");
  const before = page.url();
  await page.getByRole("button", { name: "Scan again" }).last().click();
  await expect(page).not.toHaveURL(before);
  await reportIsThere(page);
  await page.getByRole("link", { name: /^What changed since/ }).click();
  await expect(page).toHaveURL(/\/changes\//);
  await expect(page.getByRole("heading", { level: 1 })).toBeVisible();
});

test("a check opens by keyboard to its evidence and leads to its documentation", async ({ page }) => {
  test.setTimeout(60_000);
  await scanSample(page, "broken-spf.example");
  const check = page.locator("#spf-present");
  await check.locator("> summary").focus();
  await page.keyboard.press("Enter");
  await expect(check.getByText(/^TXT broken-spf\.example/).first()).toBeVisible();
  await check.getByRole("link", { name: "What this check asks, and why" }).click();
  await expect(page).toHaveURL(/\/checks\/spf-present$/);
  await expect(page.getByRole("heading", { name: "Every answer" })).toBeVisible();
});

test("the report can be taken along as Markdown, JSON and CSV", async ({ page }) => {
  test.setTimeout(60_000);
  await scanSample(page, "broken-spf.example");
  await page.getByText("Download", { exact: true }).click();
  for (const [name, begins] of [
    ["Markdown", "# Mail health of broken-spf.example"],
    ["JSON", '{\n  "schema": "mailtriage.scan/1"'],
    ["CSV", '"domain","measured"'],
  ] as const) {
    const href = await page.getByRole("link", { name: new RegExp(`^${name}`) }).getAttribute("href");
    const answer = await page.request.get(href ?? "");
    expect(answer.headers()["content-disposition"]).toMatch(
      /^attachment; filename="mailtriage-broken-spf\.example-/,
    );
    expect((await answer.text()).startsWith(begins)).toBe(true);
  }
});

test("dark and light can be chosen and are remembered", async ({ page }) => {
  await page.emulateMedia({ colorScheme: "light" });
  await page.goto("/");
  const paper = () => page.evaluate(() => getComputedStyle(document.documentElement).backgroundColor);
  const light = await paper();
  await page.getByRole("button", { name: "Dark" }).click();
  expect(await paper()).not.toBe(light);
  await page.reload();
  await expect(page.locator("html")).toHaveAttribute("data-theme", "dark");
  await page.getByRole("button", { name: "As the system" }).click();
  expect(await paper()).toBe(light);
});

test("nothing is loaded from anywhere else", async ({ page, baseURL }) => {
  test.setTimeout(60_000);
  const hosts = new Set<string>();
  page.on("request", request => hosts.add(new URL(request.url()).origin));
  await scanSample(page, "broken-spf.example");
  await page.waitForLoadState("networkidle");
  expect([...hosts]).toEqual([new URL(baseURL ?? "").origin]);
});

test("the content policy lets no foreign script in, and strings become no markup", async ({ page }) => {
  await page.goto("/");
  const blocked = await page.evaluate(async () => {
    const tried: Record<string, boolean> = {};
    const attempt = (name: string, act: () => void) => {
      try {
        act();
        tried[name] = false;
      } catch {
        tried[name] = true;
      }
    };
    attempt("innerHTML", () => (document.createElement("div").innerHTML = "<b>x</b>"));
    attempt("script address", () => (document.createElement("script").src = "https://evil.example/x.js"));
    attempt("inline handler", () => document.createElement("p").setAttribute("onclick", "window.__ran = 1"));
    return tried;
  });
  expect(blocked).toEqual({ innerHTML: true, "script address": true, "inline handler": true });
});
