import { expect, type Page, test } from "@playwright/test";
import { bounceIsThere, openSample, pasteBounce } from "../support/bounce-walk.ts";
import { lookAt } from "../support/look.ts";
import { complaintsOf } from "../support/page-walk.ts";
import { postfixBounce } from "../support/triage-worlds.ts";

/** From the box to the verdict, with the name server of the tests (tests/fixtures/zones/e2e.zone). */
test.describe.configure({ timeout: 120_000 });

const to = (domain: string, more: Parameters<typeof postfixBounce>[0] = {}) =>
  postfixBounce({
    to: [`jane.doe@${domain}`],
    host: "known-example-net.mail.protection.outlook.com",
    ip: "198.51.100.102",
    ...more,
  });

const verdict = (page: Page) => page.getByRole("heading", { level: 1 });

/** What is new in the record to publish. */
const addedTerm = (page: Page) =>
  page
    .getByRole("figure", { name: "Change the record to this" })
    .locator("ins")
    .filter({ hasText: "ip4:203.0.113.77" });

test.describe("verdicts", () => {
  test("Microsoft does not know the address, whatever the sender's SPF record says", async ({ page }) => {
    await pasteBounce(page, to("known.example.net", { sendingIp: "203.0.113.77" }));
    await expect(verdict(page)).toHaveText("known.example.net’s Microsoft 365 does not know this address");
    await expect(page.getByText("Your domain is not the cause")).toBeVisible();
    const spf = page.getByRole("listitem").filter({ hasText: "SPF for exactly this server" });
    await expect(spf).toContainText("does not allow 203.0.113.77");
    await expect(spf).toContainText("not the cause of this reply");
  });

  test("an old route: the MX record leads elsewhere today", async ({ page }) => {
    await pasteBounce(page, to("moved.example.net"));
    await expect(verdict(page)).toHaveText(
      "Your mail takes an old way: moved.example.net has its mail elsewhere today",
    );
    await expect(
      page.getByText("names smtp.google.com today, but Microsoft 365 gave the reply").first(),
    ).toBeVisible();
    await expect(page.getByText("Keep it", { exact: true })).toBeVisible();
  });

  test("null MX: the domain takes no mail", async ({ page }) => {
    await pasteBounce(page, to("silent.example.net"));
    await expect(verdict(page)).toHaveText("silent.example.net takes no mail at all");
  });

  test("a server missing in SPF: named, with the record to publish", async ({ page }) => {
    const reply =
      "550 5.7.23 The message was rejected because of Sender Policy Framework violation [DB5PEPF00014B9A.eurprd02.prod.outlook.com 2026-11-24T10:00:03.123Z 08DE5971FB66165F]";
    await pasteBounce(page, to("known.example.net", { reply, sendingIp: "203.0.113.77" }));
    await expect(verdict(page)).toHaveText(
      "The SPF record of example.com does not list 203.0.113.77, the server that sent this mail",
    );
    await expect(addedTerm(page)).toBeVisible();
  });

  test("a listed address: named, with the list", async ({ page }) => {
    const reply =
      "550 5.7.1 Service unavailable, Client host [203.0.113.66] blocked using Spamhaus. To request removal see https://www.spamhaus.org/query/ip/203.0.113.66";
    await pasteBounce(page, to("known.example.net", { reply, sendingIp: "203.0.113.66" }));
    await expect(verdict(page)).toHaveText(
      /^203\.0\.113\.66, the server that sent this mail, is on Spamhaus/,
    );
  });

  test("an automatic answer is no bounce, and says so", async ({ page }) => {
    await page.goto("/");
    await page.getByLabel("Bounces as files").setInputFiles({
      name: "answer.eml",
      mimeType: "message/rfc822",
      buffer: Buffer.from(
        "Auto-Submitted: auto-replied\nFrom: jane@known.example.net\nTo: bob@example.com\nSubject: Out of office\nContent-Type: text/plain\n\nI am away until Monday.\n",
      ),
    });
    await page.getByRole("button", { name: "Read this bounce" }).click();
    await expect(verdict(page)).toHaveText("This is an automatic answer, not a bounce", { timeout: 40_000 });
  });
});

test.describe("the sample bounces", () => {
  for (const name of ["550 5.4.1 Access denied", "550 5.7.26 Unauthenticated", "A German report"]) {
    test(`${name}: no complaints, nothing for axe, nothing too wide`, async ({ page }, info) => {
      const complaints = complaintsOf(page);
      await openSample(page, name);
      await lookAt(page, info, "bounce");
      expect(complaints).toEqual([]);
    });
  }
});

test("the message to their admin: copied, mailed and kept, in English and in the language of the report", async ({
  page,
  context,
}) => {
  await context.grantPermissions(["clipboard-read", "clipboard-write"]);
  await openSample(page, "A German report");
  await page.getByRole("button", { name: /Copy message to/ }).click();
  expect(await page.evaluate(() => navigator.clipboard.readText())).toContain("kim@northwind.example");
  await page.getByText(/The message to .* in 2 languages/).click();
  await page.locator(".choice-tabs-bar label", { hasText: "Deutsch" }).click();
  await expect(page.getByText("Guten Tag,")).toBeVisible();
  const mail = page.getByRole("link", { name: "Open in mail program" }).locator("visible=true");
  expect(await mail.getAttribute("href")).toMatch(/^mailto:.*Guten%20Tag/);
  const download = page.waitForEvent("download");
  await page.getByRole("link", { name: "Save as .txt" }).locator("visible=true").click();
  expect((await download).suggestedFilename()).toBe("mailtriage-message-de.txt");
});

test("shared without the people, with a link in the message; forgotten on demand", async ({
  page,
  browser,
}) => {
  await pasteBounce(page, to("known.example.net"));
  const address = page.url();
  await expect(page.getByText("jane.doe@known.example.net").first()).toBeVisible();
  await page.getByRole("link", { name: "Share" }).click();
  await page.getByRole("button", { name: "Create the link" }).click();
  const link = await page.locator("code", { hasText: "/r/" }).innerText();
  await expect(page.locator("pre").first()).toContainText(link);

  const stranger = await browser.newContext();
  const reader = await stranger.newPage();
  for (const url of [link, address]) {
    const answer = await reader.goto(url);
    expect(answer?.status()).toBe(200);
    await expect(reader.getByText("Without personal data")).toBeVisible();
    expect((await reader.content()).toLowerCase()).not.toContain("jane");
    await expect(reader.getByRole("link", { name: "Share" })).toHaveCount(0);
  }
  const json = await reader.request.get(`${link}/report.json`);
  expect((await json.text()).toLowerCase()).not.toContain("jane");
  await stranger.close();

  await page.goto(address);
  await page.getByRole("button", { name: "Forget text and names now" }).click();
  await expect(page.getByText("have been forgotten")).toBeVisible();
  await page.reload();
  expect((await page.content()).toLowerCase()).not.toContain("jane");
});

test("what people know weighs the causes anew", async ({ page }) => {
  await pasteBounce(page, to("known.example.net"));
  await page.getByLabel("Mail from inside their organisation reaches this address").check();
  await page.getByRole("button", { name: "Weigh again" }).click();
  await expect(verdict(page)).toContainText("although it may exist");
});

test("by keyboard alone: pasted, sent, and from tab to tab", async ({ page }) => {
  await page.goto("/");
  await page.getByRole("textbox").focus();
  await page.keyboard.insertText(to("known.example.net"));
  await page.keyboard.press("Control+Enter");
  await bounceIsThere(page);
  await page.getByRole("radio", { name: "Me" }).focus();
  await page.keyboard.press("ArrowRight");
  await page.keyboard.press("ArrowRight");
  await expect(page.getByRole("radio", { name: "Their admin" })).toBeChecked();
  await expect(
    page.getByText("Get-AcceptedDomain known.example.net | fl DomainType", { exact: true }),
  ).toBeVisible();
});

test("on paper: every party's steps, the usual suspects and the message, nothing to press", async ({
  page,
}) => {
  await openSample(page, "550 5.4.1 Access denied");
  await page.emulateMedia({ media: "print" });
  for (const words of [
    "Get-AcceptedDomain contoso.example",
    "usual suspects",
    "Your mail server refuses mail to",
  ]) {
    await expect(page.getByText(words).first()).toBeVisible();
  }
  await expect(page.getByRole("button", { name: "Print" })).toBeHidden();
  expect((await page.pdf({ format: "A4" })).length).toBeGreaterThan(10_000);
});

test.describe("without JavaScript", () => {
  test.use({ javaScriptEnabled: false });

  test("pasted, reloaded until it is there, read by tabs, shared", async ({ page }) => {
    await page.goto("/");
    await page.getByRole("textbox").fill(to("known.example.net"));
    await page.getByRole("button", { name: "Find out" }).click();
    await bounceIsThere(page);
    await page.locator(".choice-tabs-bar label", { hasText: "Their admin" }).click();
    await expect(
      page.getByText("Get-AcceptedDomain known.example.net | fl DomainType", { exact: true }),
    ).toBeVisible();
    await page.getByRole("link", { name: "Share" }).click();
    await page.getByRole("button", { name: "Create the link" }).click();
    await expect(page.getByRole("heading", { name: "The link is ready" })).toBeVisible();
  });
});
