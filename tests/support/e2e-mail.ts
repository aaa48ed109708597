import { readdir, readFile, stat } from "node:fs/promises";
import { join } from "node:path";
import { expect } from "@playwright/test";
import PostalMime, { type Email } from "postal-mime";
import { dataDirectory } from "./e2e-database.ts";

/** The mails that the house has written for that address, oldest first. The date in a mail knows only seconds. */
export async function mailsTo(address: string): Promise<readonly Email[]> {
  const folder = join(dataDirectory(), "outbox");
  const files = (await readdir(folder).catch(() => [])).filter(name => name.endsWith(".eml"));
  const letters = await Promise.all(
    files.map(async name => {
      const file = join(folder, name);
      return { mail: await PostalMime.parse(await readFile(file)), writtenAt: (await stat(file)).mtimeMs };
    }),
  );
  return letters
    .filter(({ mail }) => mail.to?.some(recipient => recipient.address === address))
    .toSorted((one, other) => one.writtenAt - other.writtenAt)
    .map(({ mail }) => mail);
}

/** Waits for the mail with the sign-in link to that address, as the nth of its mails, and gives the link. */
export async function signInLink(address: string, nth = 1): Promise<string> {
  await expect
    .poll(async () => (await mailsTo(address)).length, { timeout: 20_000 })
    .toBeGreaterThanOrEqual(nth);
  const text = (await mailsTo(address)).at(nth - 1)?.text ?? "";
  return /http:\/\/\S+\/sign-in\/confirm\?token=[\w-]+/.exec(text)?.[0] ?? "";
}
