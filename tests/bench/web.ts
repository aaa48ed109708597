import { spawn } from "node:child_process";
import { once } from "node:events";
import { AxeBuilder } from "@axe-core/playwright";
import lighthouse from "lighthouse";
import { type Browser, chromium, type Page } from "playwright";
import { freePort } from "#lib/start/free-port.ts";
import { CHROMIUM_ARGS, findChromium } from "../support/chromium.ts";

/** `npm run bench:web`: what the pages weigh, how quickly they are there, and what Lighthouse and axe say. */
const GOALS = {
  performance: 95,
  accessibility: 100,
  "best-practices": 100,
  seo: 100,
  scriptKb: 130,
  renderMs: 40,
};
const CATEGORIES = ["performance", "accessibility", "best-practices", "seo"] as const;
const AUDITS = [
  ["first-contentful-paint", "ms"],
  ["largest-contentful-paint", "ms"],
  ["total-blocking-time", "ms"],
  ["cumulative-layout-shift", ""],
] as const;
const RUNS = 5;
const WARM_UP = 20;
const RENDERS = 200;
const SAMPLE = "broken-spf.example";

const port = await freePort();
const base = `http://localhost:${port}`;
const house = spawn(process.execPath, ["tests/support/e2e-house.ts"], {
  env: { ...process.env, E2E_PORT: String(port) },
  stdio: ["ignore", "ignore", "inherit"],
});
try {
  await untilUp();
  await measure();
} finally {
  house.kill("SIGTERM");
  await once(house, "exit");
}

async function measure(): Promise<void> {
  const debugging = await freePort();
  const browser = await chromium.launch({
    executablePath: findChromium() ?? "",
    args: [...CHROMIUM_ARGS, `--remote-debugging-port=${debugging}`],
  });
  const context = await browser.newContext();
  const report = await sampleReport(await context.newPage());
  for (const [name, url] of [
    ["home", base],
    ["report", report],
  ] as const) {
    await printLighthouse(name, url, debugging);
    console.log(`  scripts sent     ${await scriptKilobytes(browser, url)} KB (goal ${GOALS.scriptKb})`);
    console.log(
      `  axe              ${await axeViolations(await context.newPage(), url)} violations (goal 0)`,
    );
  }
  const { median, late, bytes } = await renderTime(report);
  console.log(
    `report HTML of ${SAMPLE}: ${median.toFixed(1)} ms median, ${late.toFixed(1)} ms 95th percentile of ${RENDERS} requests ` +
      `(goal ${GOALS.renderMs} ms median), request to last byte, reading the database included; ${bytes} KB before compression`,
  );
  await browser.close();
}

async function untilUp(): Promise<void> {
  for (;;) {
    const up = await fetch(`${base}/api/health`).then(
      answer => answer.ok,
      () => false,
    );
    if (up) return;
    if (house.exitCode !== null) throw new Error("The house did not start.");
    await new Promise(resolve => setTimeout(resolve, 500));
  }
}

async function sampleReport(page: Page): Promise<string> {
  await page.goto(base);
  await page.getByRole("button", { name: SAMPLE, exact: true }).click();
  // The start page holds a picture of a report: only the address tells that this is one.
  await page.waitForURL(/\/scans\/[0-9A-Za-z]{22}$/u);
  await page.getByRole("navigation", { name: "Sections" }).waitFor();
  return page.url();
}

/** The median of several runs, as Lighthouse advises: a single one varies by some points. */
async function printLighthouse(name: string, url: string, debugging: number): Promise<void> {
  const runs: Result[] = [];
  while (runs.length < RUNS) {
    const result = await lighthouse(url, {
      port: debugging,
      logLevel: "error",
      onlyCategories: [...CATEGORIES],
    });
    // A tab that the browser did not paint in time has no scores; it says so and is looked at again.
    if (result !== undefined && result.lhr.runtimeError === undefined) runs.push(result.lhr);
    else console.log(`${name}: ${result?.lhr.runtimeError?.code ?? "no result"}; once more`);
  }
  const scores = CATEGORIES.map(category => {
    const all = runs.map(run => Math.round((run.categories[category]?.score ?? 0) * 100));
    return `${category} ${medianOf(all)}${category === "performance" ? ` (${all.toSorted(ascending).join(", ")})` : ""}`;
  });
  // Blocking time is what this machine had to spare: a busy one measures its own load.
  const index = medianOf(runs.map(run => Math.round(run.environment.benchmarkIndex)));
  console.log(
    `${name}: ${scores.join(", ")} (Lighthouse, mobile, median of ${RUNS}; machine ${index}, idle desktops 1000 to 3000)`,
  );
  for (const [audit, unit] of AUDITS) {
    const value = medianOf(runs.map(run => run.audits[audit]?.numericValue ?? Number.NaN));
    console.log(`  ${audit.padEnd(26)} ${unit === "ms" ? `${Math.round(value)} ms` : value.toFixed(3)}`);
  }
}

type Result = NonNullable<Awaited<ReturnType<typeof lighthouse>>>["lhr"];

/** What a browser that knows Brotli receives as JavaScript. */
async function scriptKilobytes(browser: Browser, url: string): Promise<number> {
  // A browser that has seen nothing of the site yet: otherwise its cache answers.
  const context = await browser.newContext();
  const page = await context.newPage();
  const sizes: Promise<number>[] = [];
  page.on("response", response => {
    if (response.request().resourceType() === "script") {
      sizes.push(
        response
          .request()
          .sizes()
          .then(size => size.responseBodySize),
      );
    }
  });
  await page.goto(url, { waitUntil: "networkidle" });
  const total = (await Promise.all(sizes)).reduce((sum, size) => sum + size, 0);
  await context.close();
  return Math.round(total / 102.4) / 10;
}

async function axeViolations(page: Page, url: string): Promise<number> {
  let found = 0;
  for (const colorScheme of ["light", "dark"] as const) {
    await page.emulateMedia({ colorScheme });
    await page.goto(url, { waitUntil: "networkidle" });
    found += (await new AxeBuilder({ page }).analyze()).violations.length;
  }
  await page.close();
  return found;
}

/**
 * From the request to the last byte, on the loopback, one after the other: routing, reading scan and history from the
 * database, and rendering. In milliseconds.
 */
async function renderTime(url: string): Promise<{ median: number; late: number; bytes: number }> {
  const times: number[] = [];
  let bytes = 0;
  for (let at = -WARM_UP; at < RENDERS; at += 1) {
    const begun = performance.now();
    const answer = await fetch(url, { headers: { "accept-encoding": "identity" } });
    bytes = (await answer.arrayBuffer()).byteLength;
    if (at >= 0) times.push(performance.now() - begun);
  }
  const sorted = times.toSorted((one, other) => one - other);
  return {
    median: sorted[RENDERS / 2] ?? 0,
    late: sorted[Math.floor(RENDERS * 0.95)] ?? 0,
    bytes: Math.round(bytes / 1024),
  };
}

function ascending(one: number, other: number): number {
  return one - other;
}

function medianOf(values: readonly number[]): number {
  return values.toSorted(ascending)[Math.floor(values.length / 2)] ?? Number.NaN;
}
