import { readFile } from "node:fs/promises";
import { expect, type Page, test } from "@playwright/test";
import { failureLog, logLine, SAID } from "../support/bounce-log.ts";
import { complaintsOf } from "../support/page-walk.ts";

/** Many bounces at once, from the box to the two lists; and the pages that explain refusals. */

const LOG =
  logLine("=gone@one.example", "bounced", SAID.unknown, 1) +
  logLine("gone@one.example", "bounced", SAID.unknown, 2) +
  logLine("full@one.example", "deferred", SAID.full, 90_000) +
  logLine("listed@two.example", "bounced", SAID.listed, 3);

async function upload(page: Page, text: string): Promise<void> {
  await page.goto("/");
  await page.locator('input[type="file"]').setInputFiles({
    name: "mail.log",
    mimeType: "text/plain",
    buffer: Buffer.from(text),
  });
  await page.getByRole("button", { name: /read/i }).click();
  await expect(page).toHaveURL(/\/batches\/[0-9A-Za-z]{22}$/, { timeout: 30_000 });
}

const isRead = (page: Page) =>
  expect(page.getByRole("heading", { name: "Why they failed, and what to do" })).toBeVisible({
    timeout: 90_000,
  });

async function download(page: Page, list: "Take off your list" | "Keep"): Promise<string> {
  const waiting = page.waitForEvent("download");
  await page.getByRole("region", { name: list }).getByRole("link", { name: "Download as CSV" }).click();
  return readFile(await (await waiting).path(), "utf8");
}

test("a log is followed while it is read, told by its causes, filtered and downloaded", async ({ page }) => {
  test.setTimeout(150_000);
  const complaints = complaintsOf(page);
  await upload(page, failureLog(6_000));
  await expect(page.getByRole("progressbar")).toBeVisible();
  await expect(page.getByText(/failures so far/)).toBeVisible({ timeout: 60_000 });
  await isRead(page);

  await page.getByRole("link", { name: "Mailbox full", exact: true }).click();
  await expect(page).toHaveURL(/cause=mailbox_full/);
  await expect(page.getByRole("heading", { level: 1 })).toContainText("1,200 failures");
  await page
    .getByRole("navigation", { name: "Filters" })
    .getByRole("link", { name: /Mailbox full/ })
    .click();
  await expect(page).toHaveURL(/\/batches\/[0-9A-Za-z]{22}$/);
  expect(complaints).toEqual([]);
});

test("the lists hold each address once, and no formula", async ({ page }) => {
  test.setTimeout(120_000);
  await upload(page, LOG);
  await isRead(page);
  const gone = (await download(page, "Take off your list")).trimEnd().split("\r\n");
  expect(gone.map(row => row.split(",")[0])).toEqual([
    '"address"',
    `"'=gone@one.example"`,
    '"gone@one.example"',
  ]);
  const kept = (await download(page, "Keep")).trimEnd().split("\r\n");
  expect(kept.map(row => row.split(",")[0])).toEqual([
    '"address"',
    '"full@one.example"',
    '"listed@two.example"',
  ]);
});

const refused = (to: string, at: number) => logLine(to, "bounced", SAID.directory, at);

test("addresses that Microsoft refused: decided by what DNS says of their domain", async ({ page }) => {
  test.setTimeout(150_000);
  await upload(
    page,
    logLine("gone@one.example", "bounced", SAID.unknown, 1) +
      refused("old@moved.example.net", 2) +
      refused("lost@silent.example.net", 3),
  );
  await isRead(page);
  // The page follows by itself while the domains are measured.
  const moved = page.getByRole("listitem").filter({ hasText: "Sent to a system no longer responsible" });
  await expect(moved.getByText("Moved here from “Address does not exist”")).toBeVisible({ timeout: 60_000 });
  await expect(
    moved.getByText("names smtp.google.com today, but Microsoft 365 gave the reply"),
  ).toBeVisible();
  const addressesOf = async (list: "Take off your list" | "Keep") =>
    (await download(page, list))
      .trimEnd()
      .split("\r\n")
      .map(row => row.split(",")[0]);
  await expect(page.getByText("declares by its MX record that it takes no mail")).toBeVisible({
    timeout: 60_000,
  });
  expect(await addressesOf("Take off your list")).toEqual([
    '"address"',
    '"gone@one.example"',
    '"lost@silent.example.net"',
  ]);
  expect(await addressesOf("Keep")).toEqual(['"address"', '"old@moved.example.net"']);
});

test("a batch is its owner's alone, and goes when they say so", async ({ page, browser }) => {
  test.setTimeout(120_000);
  await upload(page, LOG);
  await isRead(page);
  const url = page.url();
  const stranger = await browser.newContext();
  for (const path of ["", "/events", "/remove.csv", "/keep.csv"]) {
    expect([path, (await stranger.request.get(url + path)).status()]).toEqual([path, 404]);
  }
  await stranger.close();
  await page.getByText("Delete this batch").click();
  await page.getByRole("button", { name: "Delete everything, for good" }).click();
  await expect(page).toHaveURL(/\/$/);
  expect((await page.goto(url))?.status()).toBe(404);
});

test.describe("without JavaScript", () => {
  test.use({ javaScriptEnabled: false });

  test("a batch is uploaded, waited for and filtered", async ({ page }) => {
    test.setTimeout(120_000);
    await page.goto("/");
    await page.locator('input[type="file"]').setInputFiles({
      name: "mail.log",
      mimeType: "text/plain",
      buffer: Buffer.from(LOG),
    });
    await page.locator('form:has(textarea) button[type="submit"]').click();
    await expect(page).toHaveURL(/\/batches\//, { timeout: 30_000 });
    await isRead(page);
    await page.getByRole("link", { name: "Mailbox full", exact: true }).click();
    await expect(page.getByRole("heading", { level: 1 })).toContainText("1 failure");
  });

  test("a code is found by a search", async ({ page }) => {
    await page.goto("/codes");
    await page.getByLabel("Code, reply or words").fill("S3140");
    await page.getByRole("button", { name: "Search" }).click();
    await expect(page.getByRole("link", { name: /^5\.7\.1/ })).toBeVisible();
    await page.getByLabel("Code, reply or words").fill("550 5.4.1 Recipient address rejected");
    await page.getByRole("button", { name: "Search" }).click();
    await expect(page).toHaveURL(/\/codes\/5\.4\.1$/);
  });
});
