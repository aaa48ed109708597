import { readdir, readFile } from "node:fs/promises";
import { join } from "node:path";
import { expect, type Page, test } from "@playwright/test";
import { logLine, SAID } from "../support/bounce-log.ts";
import { pasteBounce } from "../support/bounce-walk.ts";
import { postfixBounce } from "../support/triage-worlds.ts";

/** Words that name people, through every door that a bounce takes: found by its owner, and in no log. */
const MARKS = { person: "markerperson7q", name: "Markername7q", subject: "markersubject7q" } as const;
const isMarked = (text: string): boolean =>
  Object.values(MARKS).some(mark => text.toLowerCase().includes(mark.toLowerCase()));

const BOUNCE = postfixBounce({
  to: [`${MARKS.person}@known.example.net`],
  host: "known-example-net.mail.protection.outlook.com",
  ip: "198.51.100.102",
  toHeader: `"${MARKS.name}" <${MARKS.person}@known.example.net>`,
}).replace("Subject: Offer", `Subject: ${MARKS.subject}`);

/** Everything that web and worker have written so far. */
async function logs(): Promise<string> {
  const folder = join(process.env.E2E_DATA_DIR ?? "", "logs");
  const files = await readdir(folder);
  return (await Promise.all(files.map(file => readFile(join(folder, file), "utf8")))).join("\n");
}

async function uploadBatch(page: Page): Promise<void> {
  await page.goto("/");
  await page.locator('input[type="file"]').setInputFiles({
    name: `${MARKS.subject}.log`,
    mimeType: "text/plain",
    buffer: Buffer.from(
      logLine(`${MARKS.person}@one.example`, "bounced", SAID.unknown, 1) +
        logLine(`${MARKS.person}2@one.example`, "bounced", SAID.unknown, 2),
    ),
  });
  await page.getByRole("button", { name: /read/i }).click();
  await expect(page.getByRole("heading", { name: "Why they failed, and what to do" })).toBeVisible({
    timeout: 90_000,
  });
}

test("nothing of a bounce is in any log, whatever is done with it", async ({ page, browser }) => {
  test.setTimeout(240_000);
  await pasteBounce(page, BOUNCE);
  const address = page.url();
  expect(isMarked(await page.content())).toBe(true);
  await page.request.get(`${address}/report.json`);
  await page.request.get(`${address}/message.txt?refusal=1&language=en`);

  await page.getByRole("link", { name: "Share" }).click();
  await page.getByRole("button", { name: "Create the link" }).click();
  const link = await page.locator("code", { hasText: "/r/" }).innerText();
  const stranger = await browser.newContext();
  const reader = await stranger.newPage();
  await reader.goto(link);
  const shared = await reader.content();
  expect(isMarked(shared)).toBe(false);
  for (const removed of [
    "the part before the @ of every address",
    "names of people",
    "the subject of the mail",
  ]) {
    expect(shared).toContain(removed);
  }
  await stranger.close();

  await page.goto(address);
  await page.getByRole("button", { name: "Forget text and names now" }).click();
  await expect(page.getByText("have been forgotten")).toBeVisible();
  await uploadBatch(page);
  await page.request.get(`${page.url()}/remove.csv`);

  const written = await logs();
  expect(written.length).toBeGreaterThan(0);
  expect(isMarked(written)).toBe(false);
});

test("what cannot be read stays in the box, and out of the logs", async ({ page }) => {
  await page.goto("/");
  const text = `${MARKS.person}@@known..example ${MARKS.subject} is no domain`;
  await page.getByRole("textbox").fill(text);
  await page.locator('form:has(textarea) button[type="submit"]').click();
  await expect(page.getByRole("alert").first()).toBeVisible({ timeout: 30_000 });
  await expect(page.getByRole("textbox")).toHaveValue(text);
  expect(isMarked(await logs())).toBe(false);
});
