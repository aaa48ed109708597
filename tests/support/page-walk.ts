import { expect, type Page } from "@playwright/test";

/** Starts a scan of a sample domain from the start page and waits for its report. */
export async function scanSample(page: Page, domain: string): Promise<void> {
  await page.goto("/");
  await page.getByRole("button", { name: domain, exact: true }).click();
  await expect(page).toHaveURL(/\/scans\/[0-9A-Za-z]{22}$/);
  await reportIsThere(page);
}

/** The same for any domain: it is typed into the box. */
export async function scanDomain(page: Page, domain: string): Promise<void> {
  await page.goto("/");
  await page.getByRole("textbox").fill(domain);
  await page.keyboard.press("Enter");
  await expect(page).toHaveURL(/\/scans\/[0-9A-Za-z]{22}$/);
  await reportIsThere(page);
}

/** The report has taken the place of the progress. */
export async function reportIsThere(page: Page): Promise<void> {
  await expect(page.getByRole("navigation", { name: "Sections" })).toBeVisible({ timeout: 40_000 });
}

/** Collects what a page complains about: errors in the console, exceptions, answers of 400 and above. */
export function complaintsOf(page: Page): string[] {
  const complaints: string[] = [];
  page.on("console", message => {
    if (message.type() === "error") complaints.push(`${message.text()} (${message.location().url})`);
  });
  page.on("pageerror", error => complaints.push(String(error)));
  page.on("requestfailed", request => {
    // Going on to another page ends what the page before still waits for.
    const { errorText } = request.failure() ?? { errorText: "" };
    if (errorText !== "net::ERR_ABORTED") complaints.push(`${errorText}: ${request.url()}`);
  });
  return complaints;
}

/** Pixels by which the page is wider than the window. */
export const overflow = (page: Page): Promise<number> =>
  page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth);
