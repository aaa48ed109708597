import { globSync } from "node:fs";
import { expect, type Page } from "@playwright/test";
import { failureLog } from "./bounce-log.ts";
import { openSample } from "./bounce-walk.ts";
import { signInLink } from "./e2e-mail.ts";
import { askForLink, newAddress, signIn } from "./e2e-sign-in.ts";
import { scanDomain, scanSample } from "./page-walk.ts";

export type Opener = (page: Page) => Promise<void>;

/** Every page of the house, by its address with parameters in brackets. */
export const pageRoutes = (): readonly string[] =>
  globSync("app/**/page.tsx")
    .map(file => file.replace(/^app/u, "").replace(/\/page\.tsx$/u, "") || "/")
    .toSorted();

/** How to come to a page by its route alone; an account's with somebody signed in who has a scan. */
export function openerOf(route: string): Opener | undefined {
  const special = OPENERS[route];
  if (special !== undefined || route.includes("[")) return special;
  return route.startsWith("/account") ? page => signedIn(page, route) : page => go(page, route);
}

const go = async (page: Page, path: string): Promise<void> => void (await page.goto(path));

async function signedIn(page: Page, path: string): Promise<void> {
  await signIn(page, newAddress());
  await scanSample(page, "broken-spf.example");
  if (path === "/account/shares") await shareLink(page);
  await go(page, path);
}

async function watchSample(page: Page): Promise<void> {
  await signedIn(page, "/account/watched");
  await page.getByRole("textbox", { name: "Domains" }).fill("broken-spf.example\nlocalhost");
  await page.getByRole("button", { name: "Watch", exact: true }).click();
  await expect(page.getByText("One domain was added")).toBeVisible();
}

/** Pages with a parameter, and those that show something only after something else. */
const OPENERS: Readonly<Record<string, Opener>> = {
  "/account/watched": watchSample,
  "/account/watched/[id]": async page => {
    await watchSample(page);
    await page.getByRole("link", { name: "broken-spf.example" }).click();
    await expect(page.getByRole("heading", { name: "Proof of control" })).toBeVisible();
    await expect(page.getByRole("link", { name: /the report$/ })).toBeVisible({ timeout: 40_000 });
  },
  "/batches/[id]": openBatch,
  "/bounces/[id]": page => openSample(page, "550 5.4.1 Access denied"),
  "/bounces/[id]/share": async page => {
    await openSample(page, "550 5.7.26 Unauthenticated");
    await go(page, `${page.url()}/share`);
  },
  "/checks/[id]": page => go(page, "/checks/spf-lookup-limit"),
  "/codes/[code]": page => go(page, "/codes/5.4.1"),
  "/r/[token]": async page => go(page, await sampleLink(page)),
  "/r/[token]/lookups": async page => go(page, `${await sampleLink(page)}/lookups`),
  "/scans/[id]": page => scanSample(page, "broken-spf.example"),
  "/scans/[id]/changes/[before]": openChanges,
  "/scans/[id]/lookups": async page => {
    await scanSample(page, "broken-spf.example");
    await go(page, `${page.url()}/lookups`);
  },
  "/scans/[id]/share": async page => void (await sampleLink(page)),
  "/sign-in/confirm": async page => {
    const address = newAddress();
    await go(page, "/sign-in");
    await askForLink(page, address);
    await go(page, await signInLink(address));
  },
  "/sign-in/sent": async page => {
    await go(page, "/sign-in");
    await askForLink(page, newAddress());
  },
};

/** What a page looks like in its other states. */
export const FURTHER_VIEWS: Readonly<Record<string, Opener>> = {
  "report-healthy": page => scanSample(page, "healthy.example"),
  "report-parked": page => scanSample(page, "parked.example"),
  "report-listed": page => scanDomain(page, "listed.example"),
  "link-used-up": page => go(page, "/sign-in/confirm?token=x"),
  "too-much-at-once": page => go(page, "/limited?seconds=1800"),
  "not-found": page => go(page, "/no-such-page"),
};

async function sampleLink(page: Page): Promise<string> {
  await scanSample(page, "broken-spf.example");
  return shareLink(page);
}

/** Makes a link to the scan that is open. */
async function shareLink(page: Page): Promise<string> {
  await page.getByRole("link", { name: "Share" }).click();
  await page.getByLabel("Note to the reader").fill("Please publish a policy.");
  await page.getByRole("button", { name: "Create the link" }).click();
  return page.locator("code", { hasText: "/r/" }).innerText();
}

async function openChanges(page: Page): Promise<void> {
  await scanDomain(page, "two-spf.example");
  const first = new URL(page.url()).pathname;
  await page.getByRole("button", { name: "Scan again" }).first().click();
  await expect(page).not.toHaveURL(first);
  await page.getByRole("link", { name: /^What changed since/ }).click();
  await expect(page).toHaveURL(/\/changes\//);
}

async function openBatch(page: Page): Promise<void> {
  await go(page, "/");
  await page.locator('input[type="file"]').setInputFiles({
    name: "mail.log",
    mimeType: "text/plain",
    buffer: Buffer.from(failureLog(200)),
  });
  await page.getByRole("button", { name: /read/i }).click();
  await expect(page.getByRole("heading", { name: "Why they failed, and what to do" })).toBeVisible({
    timeout: 90_000,
  });
}
