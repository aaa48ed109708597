import { type BrowserContext, expect, type Page } from "@playwright/test";
import { signInLink } from "./e2e-mail.ts";

let people = 0;

/** An address that nobody else in this run has. */
export const newAddress = (name = "jane"): string => `${name}.${process.pid}.${(people += 1)}@example.com`;

/** Asks for a link on the sign-in page, which this page shows. */
export async function askForLink(page: Page, address: string): Promise<void> {
  await page.getByLabel("E-mail address").fill(address);
  await page.getByRole("button", { name: "Send me a link" }).click();
  await expect(page.getByRole("heading", { name: "Look into your mail" })).toBeVisible();
}

/** Signs in by mail, as a person does. */
export async function signIn(page: Page, address: string, nth = 1): Promise<void> {
  await page.goto("/sign-in");
  await askForLink(page, address);
  await page.goto(await signInLink(address, nth));
  await page.getByRole("button", { name: "Sign in" }).click();
  await expect(page.getByRole("heading", { name: "History" })).toBeVisible();
}

export const sessionOf = async (context: BrowserContext): Promise<string | null> =>
  (await context.cookies()).find(({ name }) => name === "mailtriage_session")?.value ?? null;
