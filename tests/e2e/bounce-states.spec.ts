import { readFile } from "node:fs/promises";
import { expect, type Page, test } from "@playwright/test";
import { logLine, SAID } from "../support/bounce-log.ts";
import { expectAccessible } from "../support/look.ts";
import { complaintsOf, overflow } from "../support/page-walk.ts";
import { postfixBounce } from "../support/triage-worlds.ts";

/** Bounces and batches in the states that are seldom seen: each readable, for eyes and for machines, at every width. */
const KNOWN = { host: "known-example-net.mail.protection.outlook.com", ip: "198.51.100.102" };
const several = postfixBounce({
  ...KNOWN,
  to: ["jane.doe@known.example.net", "jon.doe@known.example.net", "kim.lee@moved.example.net"],
});
const mixed = [
  "This is the mail system at host out.example.net.",
  "<jane@known.example.net>: host mx.known.example.net[192.0.2.7] said: 550 5.1.1 User unknown (in reply to RCPT TO command)",
  "<kim@known.example.net>: host mx.known.example.net[192.0.2.7] said: 552 5.2.2 Mailbox full (in reply to RCPT TO command)",
].join("\n\n");
const unknown =
  "<kim@known.example.net>: host mx.known.example.net[192.0.2.7] said: 554 Computer says no (in reply to end of DATA command)";
const away =
  "Auto-Submitted: auto-replied\nFrom: jane@known.example.net\nTo: bob@example.com\nSubject: Out of office\nContent-Type: text/plain\n\nI am away until Monday.\n";
const delivered = Array.from({ length: 3 }, (_, at) => logLine(`a${at}@one.example`, "sent", SAID.sent, at));
const DAMAGED = Buffer.of(0x1f, 0x8b, 8, 0, 0, 0, 0, 0, 0, 3, 1, 2, 3);

const fixture = (name: string) => readFile(`tests/fixtures/bounces/${name}`);
const STATES: readonly (readonly [
  state: string,
  files: () => Promise<readonly Buffer[]>,
  heading: RegExp,
])[] = [
  ["refusals at two domains", async () => [Buffer.from(several)], /3 addresses refused,\s+at 2 domains/u],
  ["refusals of two kinds", async () => [Buffer.from(mixed)], /2 addresses refused,\s+in 2 different ways/u],
  ["words nobody knows", async () => [Buffer.from(unknown)], /^Most likely: /u],
  ["an automatic answer", async () => [Buffer.from(away)], /automatic answer, not a bounce/u],
  ["a complaint", () => fixture("arf-complaint.eml").then(mail => [mail]), /reported your mail as spam/u],
  ["a delay", () => fixture("exchange-delayed.txt").then(text => [text]), /try again after some minutes/u],
  ["a batch without failures", async () => [Buffer.from(delivered.join(""))], /No failed mail was found/u],
  ["a batch that nobody can read", async () => [DAMAGED, DAMAGED], /Nothing could be read in this/u],
];

async function open(page: Page, files: readonly Buffer[]): Promise<void> {
  await page.goto("/");
  await page
    .getByLabel("Bounces as files")
    .setInputFiles(
      files.map((buffer, at) => ({ name: `${at + 1}.eml`, mimeType: "application/octet-stream", buffer })),
    );
  await page.getByRole("button", { name: /^Read/u }).click();
}

for (const [state, files, heading] of STATES) {
  test(state, async ({ page }) => {
    test.setTimeout(150_000);
    const complaints = complaintsOf(page);
    // Colours on their way from light to dark are nobody's colours.
    await page.emulateMedia({ reducedMotion: "reduce" });
    await open(page, await files());
    await expect(page.getByRole("heading", { level: 1 })).toHaveText(heading, { timeout: 60_000 });
    await expectAccessible(page);
    for (const width of [320, 390, 1024]) {
      await page.setViewportSize({ width, height: 900 });
      expect(await overflow(page), `pixels too wide at ${width}`).toBeLessThanOrEqual(0);
    }
    expect(complaints).toEqual([]);
  });
}
