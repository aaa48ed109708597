import { expect, type Page, test } from "@playwright/test";
import { zipSync } from "fflate";
import { logLine, SAID } from "../support/bounce-log.ts";
import { bounceIsThere } from "../support/bounce-walk.ts";
import { compoundFile } from "../support/compound-file.ts";
import { postfixBounce } from "../support/triage-worlds.ts";

/** The one box takes every kind of file, says what is wrong with one, and loses nothing. */
test.describe.configure({ timeout: 150_000 });

const BOUNCE = postfixBounce({
  to: ["jane.doe@known.example.net"],
  host: "known-example-net.mail.protection.outlook.com",
  ip: "198.51.100.102",
});
const octets = (text: string) => Buffer.from(text);
const file = (name: string, buffer: Buffer) => ({ name, mimeType: "application/octet-stream", buffer });
const field = (page: Page) => page.getByLabel("Bounces as files");
const send = (page: Page) => page.locator('form:has(textarea) button[type="submit"]').click();

test("several mails at once are one batch", async ({ page }) => {
  await page.goto("/");
  await field(page).setInputFiles([file("1.eml", octets(BOUNCE)), file("2.eml", octets(BOUNCE))]);
  await expect(page.getByText("2 files")).toBeVisible();
  await page.getByRole("button", { name: "Read these bounces" }).click();
  await expect(page).toHaveURL(/\/batches\//u, { timeout: 40_000 });
});

const MANY = logLine("a@one.example", "bounced", SAID.unknown, 1).repeat(2);
const OUTLOOK = compoundFile({
  "__substg1.0_0037001F": "Undeliverable: Minutes",
  "__substg1.0_1000001F":
    "Delivery has failed to these recipients or groups:\n\njane.doe@known.example.net\n\nDiagnostic information for administrators:\n\njane.doe@known.example.net\nRemote Server returned '550 5.1.1 User unknown'",
});
const KINDS: readonly (readonly [name: string, content: Buffer, leads: RegExp])[] = [
  ["one.eml", octets(BOUNCE), /\/bounces\//u],
  ["one.txt", octets("550 5.1.1 <jane@known.example.net>: User unknown"), /\/bounces\//u],
  ["from-outlook.msg", OUTLOOK, /\/bounces\//u],
  ["mail.log", octets(MANY), /\/batches\//u],
  ["mails.zip", Buffer.from(zipSync({ "1.eml": octets(BOUNCE), "2.eml": octets(BOUNCE) })), /\/batches\//u],
  [
    "mails.mbox",
    octets(
      `From MAILER-DAEMON Tue Nov 24 10:00:00 2026\n${BOUNCE}\n\nFrom MAILER-DAEMON Tue Nov 24 10:00:01 2026\n${BOUNCE}\n`,
    ),
    /\/batches\//u,
  ],
];

for (const [name, content, leads] of KINDS) {
  test(`${name} is recognised`, async ({ page }) => {
    await page.goto("/");
    await field(page).setInputFiles(file(name, content));
    await send(page);
    await expect(page).toHaveURL(leads, { timeout: 40_000 });
  });
}

test("a damaged file: what is wrong with it, and it is still chosen", async ({ page }) => {
  await page.goto("/");
  await page.getByRole("textbox").fill("kept as it is");
  await field(page).setInputFiles(file("broken.gz", Buffer.of(0x1f, 0x8b, 8, 0, 0, 0, 0, 0, 0, 3, 1, 2, 3)));
  for (let time = 0; time < 2; time += 1) {
    await send(page);
    await expect(page.getByRole("alert").first()).toContainText(/damaged/iu, { timeout: 40_000 });
    await expect(page.getByText("broken.gz")).toBeVisible();
    await expect(page.getByRole("textbox")).toHaveValue("kept as it is");
  }
  await page.getByRole("button", { name: "Remove broken.gz" }).click();
  await page.getByRole("textbox").fill(BOUNCE);
  await send(page);
  await bounceIsThere(page);
});

test("dropped on the box from outside, as if chosen", async ({ page }) => {
  await page.goto("/");
  const transfer = await page.evaluateHandle(text => {
    const data = new DataTransfer();
    data.items.add(new File([text], "dropped.eml"));
    return data;
  }, BOUNCE);
  const box = page.locator("form:has(textarea)");
  await box.dispatchEvent("dragover", { dataTransfer: transfer });
  await box.dispatchEvent("drop", { dataTransfer: transfer });
  await expect(page.getByText("dropped.eml")).toBeVisible();
  await send(page);
  await bounceIsThere(page);
});

test.describe("without JavaScript", () => {
  test.use({ javaScriptEnabled: false });

  test("what was refused stays in the box", async ({ page }) => {
    await page.goto("/");
    await page.getByRole("textbox").fill("neither this nor that");
    await send(page);
    await expect(page.getByRole("alert").first()).toBeVisible({ timeout: 40_000 });
    await expect(page.getByRole("textbox")).toHaveValue("neither this nor that");
  });
});
