import { expect, type Page, test } from "@playwright/test";
import type { Client } from "pg";
import type { Email } from "postal-mime";
import { storeAlertScenes } from "../support/alert-scenes.ts";
import { connectToHouse } from "../support/e2e-database.ts";
import { mailsTo } from "../support/e2e-mail.ts";
import { newAddress, signIn } from "../support/e2e-sign-in.ts";
import { lookAt } from "../support/look.ts";
import { complaintsOf } from "../support/page-walk.ts";

test.use({ extraHTTPHeaders: { "x-forwarded-for": "203.0.113.77" } });

let sql: Client;
test.beforeAll(async () => {
  sql = await connectToHouse();
});
test.afterAll(() => sql.end());

/** Waits for the nth mail to that address. */
async function nthMail(address: string, nth: number): Promise<Email> {
  await expect
    .poll(async () => (await mailsTo(address)).length, { timeout: 20_000 })
    .toBeGreaterThanOrEqual(nth);
  const mail = (await mailsTo(address)).at(nth - 1);
  if (mail === undefined) throw new Error(`no mail ${nth} to ${address}`);
  return mail;
}

const linkIn = ({ text }: Email, path: string): string =>
  new RegExp(String.raw`http://\S+${path}\?token=[\w.-]+`).exec(text ?? "")?.[0] ?? "";

const channel = (page: Page, target: string) =>
  page.getByRole("listitem").filter({ hasText: target }).first();

/** Adds an address and agrees from its mail, as two people do. */
async function addAddress(page: Page, address: string): Promise<void> {
  await page.getByLabel("E-mail address").fill(address);
  await page.getByRole("button", { name: "Send the link" }).click();
  await expect(page.getByText(`A link is on its way to ${address}.`)).toBeVisible();
  await expect(channel(page, address)).toContainText("Waits for somebody there to agree");
  const link = linkIn(await nthMail(address, 1), "/alerts/confirm");
  const reader = await page.context().browser()?.newContext();
  const theirs = await reader?.newPage();
  if (reader === undefined || theirs === undefined) throw new Error("no browser");
  for (let looked = 0; looked < 3; looked += 1) expect((await reader.request.get(link)).status()).toBe(200);
  await theirs.goto(link);
  await expect(theirs.getByRole("heading", { name: "Do you want these alerts?" })).toBeVisible();
  await theirs.getByRole("button", { name: "Send me alerts" }).click();
  await expect(theirs.getByRole("heading", { name: "You will get alerts" })).toBeVisible();
  await theirs.goto(link);
  await expect(theirs.getByRole("heading", { name: "does not work any more" })).toBeVisible();
  await reader.close();
  await page.reload();
  await expect(channel(page, address)).toContainText("Gets alerts");
}

/** Has a test sent; its mail is the nth to that address. */
async function testMail(page: Page, address: string, nth: number): Promise<Email> {
  await page.getByRole("button", { name: `Send a test: ${address}` }).click();
  await expect(channel(page, address)).toContainText("The test was delivered.", { timeout: 20_000 });
  return nthMail(address, nth);
}

test("an address agrees, gets a mail, and ends them with a button and with one click", async ({ page }) => {
  test.setTimeout(120_000);
  const complaints = complaintsOf(page);
  await signIn(page, newAddress());
  await page.getByRole("navigation", { name: "Account" }).getByRole("link", { name: "Alerts" }).click();
  await expect(page.getByText("Mail does not leave this installation")).toBeVisible();
  const reader = newAddress("reader");
  await addAddress(page, reader);

  const mail = await testMail(page, reader, 2);
  const link = linkIn(mail, "/alerts/unsubscribe");
  await page.goto(link);
  await expect(page.getByText(reader)).toBeVisible();
  await page.getByRole("button", { name: "Stop alerts" }).click();
  await expect(page.getByRole("heading", { name: "No more alerts" })).toBeVisible();
  await page.goto("/account/alerts");
  await expect(channel(page, reader)).toContainText("Its reader ended alerts");

  // Whoever owns the account cannot switch it on over the reader's head.
  await page.getByRole("button", { name: `Ask again: ${reader}` }).click();
  await expect(channel(page, reader)).toContainText("it was asked whether it wants them again");
  await page.goto(linkIn(await nthMail(reader, 3), "/alerts/confirm"));
  await page.getByRole("button", { name: "Send me alerts" }).click();
  await expect(page.getByRole("heading", { name: "You will get alerts" })).toBeVisible();
  await page.goto("/account/alerts");
  await expect(channel(page, reader)).toContainText("Gets alerts");

  // One click in a mail program: no cookie, no origin, no page.
  const again = await testMail(page, reader, 4);
  const header = (name: string) => again.headers.find(({ key }) => key === name)?.value ?? "";
  const oneClick = /<(http[^>]+)>/.exec(header("list-unsubscribe"))?.[1] ?? "";
  expect(header("list-unsubscribe-post")).toBe("List-Unsubscribe=One-Click");
  const looked = await fetch(oneClick, { redirect: "manual" });
  expect(looked.status).toBe(303);
  await page.reload();
  await expect(channel(page, reader)).toContainText("Gets alerts");
  const posted = await fetch(oneClick, {
    method: "POST",
    headers: { "content-type": "application/x-www-form-urlencoded" },
    body: "List-Unsubscribe=One-Click",
  });
  expect(posted.status).toBe(200);
  await page.reload();
  await expect(channel(page, reader)).toContainText("Its reader ended alerts");
  expect(complaints).toEqual([]);
});

test("the own address is switched off from a mail and on again on the page", async ({ page }) => {
  test.setTimeout(90_000);
  const address = newAddress();
  await signIn(page, address);
  await page.goto("/account/alerts");
  const mail = await testMail(page, address, 2);
  await page.goto(linkIn(mail, "/alerts/unsubscribe"));
  await page.getByRole("button", { name: "Stop alerts" }).click();
  await expect(page.getByRole("heading", { name: "No more alerts" })).toBeVisible();
  await page.goto("/account/alerts");
  await expect(channel(page, address)).toContainText("Switched off by a link in a mail");
  await page.getByRole("button", { name: `Switch on: ${address}` }).click();
  await expect(channel(page, address)).toContainText("Gets alerts");
});

test("a webhook shows its secret once; one that leads inside is refused in a sentence", async ({ page }) => {
  test.setTimeout(90_000);
  await signIn(page, newAddress());
  await page.goto("/account/alerts");
  for (const [url, sentence] of [
    ["http://hooks.example.com/x", "It has to begin with https:"],
    ["https://user:pass@hooks.example.com/x", "may name no port, user or password"],
    ["https://hooks.example.com:8443/x", "may name no port, user or password"],
    ["https://localhost/x", "a public host name is needed"],
    ["https://127.0.0.1/x", "a public host name is needed"],
    ["https://169.254.169.254/latest/meta-data", "a public host name is needed"],
    ["https://[::ffff:10.0.0.1]/x", "a public host name is needed"],
    ["https://inside.example.com/x", "not on the public Internet"],
    ["https://nothing.example.com/x", "Its name has no address."],
  ] as const) {
    await page.getByLabel("URL").fill(url);
    await page.getByRole("button", { name: "Add the webhook" }).click();
    await expect(page.getByRole("alert").filter({ hasText: sentence })).toBeVisible();
    await expect(page.getByLabel("URL")).toHaveValue(url);
  }
  await page.getByLabel("URL").fill("https://hooks.example.com/alerts");
  await page.getByRole("button", { name: "Add the webhook" }).click();
  const secret = page.getByText(/^whsec_[\w-]{43}$/);
  await expect(secret).toBeVisible();
  const first = await secret.innerText();
  await page.reload();
  await expect(page.getByText(/^whsec_/)).toHaveCount(0);
  await page.getByRole("button", { name: "New secret: https://hooks.example.com/alerts" }).click();
  await expect(secret).toBeVisible();
  expect(await secret.innerText()).not.toBe(first);
  await page.getByRole("button", { name: "Remove: https://hooks.example.com/alerts" }).click();
  await expect(page.getByText("https://hooks.example.com/alerts", { exact: true })).toHaveCount(0);
});

test("the page works without JavaScript", async ({ browser, page }) => {
  test.setTimeout(90_000);
  const address = newAddress();
  await signIn(page, address);
  const plain = await browser.newContext({
    javaScriptEnabled: false,
    storageState: await page.context().storageState(),
    extraHTTPHeaders: { "x-forwarded-for": "203.0.113.78" },
  });
  const quiet = await plain.newPage();
  await quiet.goto("/account/alerts");
  await quiet.getByRole("button", { name: `Switch off: ${address}` }).click();
  await expect(channel(quiet, address)).toContainText("Switched off on");
  await quiet.getByLabel("URL").fill("https://localhost/");
  await quiet.getByRole("button", { name: "Add the webhook" }).click();
  await expect(quiet.getByText("a public host name is needed")).toBeVisible();
  await quiet.getByLabel("URL").fill("https://hooks.example.com/plain");
  await quiet.getByRole("button", { name: "Add the webhook" }).click();
  await expect(quiet.getByText(/^whsec_[\w-]{43}$/)).toBeVisible();
  await plain.close();
});

test("looks right in every state", async ({ page }, info) => {
  test.setTimeout(240_000);
  const complaints = complaintsOf(page);
  const look = async (name: string, address: string): Promise<void> => {
    await page.goto(address);
    await lookAt(page, info, name);
  };
  const address = newAddress();
  await signIn(page, address);
  await look("alerts-empty", "/account/alerts");
  const { confirmToken } = await storeAlertScenes(sql, address);
  await look("alerts", "/account/alerts");
  await look("confirm", `/alerts/confirm?token=${confirmToken}`);
  await look("webhooks", "/docs/webhooks");
  await page.goto("/account/alerts");
  const mail = await testMail(page, address, 2);
  await look("unsubscribe", new URL(linkIn(mail, "/alerts/unsubscribe")).href);
  expect(complaints).toEqual([]);
});
