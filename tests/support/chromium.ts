import { existsSync } from "node:fs";
import { delimiter, join } from "node:path";
import { chromium } from "playwright";

const NAMES = ["chromium", "chromium-browser", "google-chrome-stable", "google-chrome", "chrome"];
const ELSEWHERE = [
  "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome",
  "/Applications/Chromium.app/Contents/MacOS/Chromium",
  "/snap/bin/chromium",
];

export const NO_BROWSER =
  "The browser tests need Chromium: install the package “chromium” of your system, or run “npx playwright install chromium”.";

/** The browser for the tests: CHROMIUM_PATH, an installed Chromium or Chrome, Playwright's own; null: none. */
export function findChromium(): string | null {
  const named = (process.env.PATH ?? "")
    .split(delimiter)
    .flatMap(folder => NAMES.map(name => join(folder, name)));
  const candidates = [process.env.CHROMIUM_PATH ?? "", ...named, ...ELSEWHERE, chromium.executablePath()];
  return candidates.find(path => path !== "" && existsSync(path)) ?? null;
}

/** A browser that stays off the network, also as root in a container. */
export const CHROMIUM_ARGS = [
  ...(process.getuid?.() === 0 ? ["--no-sandbox"] : []),
  "--disable-background-networking",
  "--disable-component-update",
  "--disable-sync",
  "--disable-dev-shm-usage",
];
