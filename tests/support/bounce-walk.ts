import { expect, type Page } from "@playwright/test";

/** Pastes a bounce into the box of the start page and waits for its report. */
export async function pasteBounce(page: Page, text: string): Promise<void> {
  await page.goto("/");
  await page.getByRole("textbox").fill(text);
  await page.getByRole("button", { name: "Read this bounce" }).click();
  await bounceIsThere(page);
}

/** Opens one of the sample bounces of the start page. */
export async function openSample(page: Page, name: string): Promise<void> {
  await page.goto("/");
  await page.getByRole("button", { name, exact: true }).click();
  await bounceIsThere(page);
}

/** The report has taken the place of the progress. */
export async function bounceIsThere(page: Page): Promise<void> {
  await expect(page).toHaveURL(/\/bounces\/[0-9A-Za-z]{22}$/);
  await expect(page.getByRole("heading", { name: "What to do" }).first()).toBeVisible({ timeout: 40_000 });
}
