import { once } from "node:events";
import { createServer, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import { type Browser, chromium } from "playwright";
import { afterAll, beforeAll, expect, test } from "vitest";
import { contentPolicy } from "#lib/web/content-policy.ts";
import { CHROMIUM_ARGS, findChromium } from "../../support/chromium.ts";

/** The sign-in form without JavaScript: it is sent to this site, whose answer leads to a provider. */

let browser: Browser;
let provider: Server;
let site: Server;
let siteUrl = "";
let providerUrl = "";
let formTargets: readonly string[] = [];

const listen = async (server: Server): Promise<string> => {
  server.listen(0, "127.0.0.1");
  await once(server, "listening");
  return `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
};

beforeAll(async () => {
  provider = createServer((_request, response) => response.end("the provider"));
  providerUrl = `${await listen(provider)}/`;
  site = createServer((request, response) => {
    if (request.method === "POST") return response.writeHead(303, { location: providerUrl }).end();
    return response
      .writeHead(200, {
        "content-type": "text/html",
        "content-security-policy": contentPolicy({ nonce: "abc", development: false, formTargets }),
      })
      .end("<form method=post><button>Continue</button></form>");
  });
  siteUrl = await listen(site);
  const executablePath = findChromium();
  browser = await chromium.launch({
    ...(executablePath === null ? {} : { executablePath }),
    args: [...CHROMIUM_ARGS],
  });
});

afterAll(async () => {
  await browser.close();
  provider.close();
  site.close();
});

async function whereItLeads(): Promise<string> {
  const page = await browser.newPage({ javaScriptEnabled: false });
  await page.goto(siteUrl);
  await page.getByRole("button").click();
  // Either the provider's page is there, or the browser has refused and stays.
  await page.waitForURL(providerUrl, { timeout: 3_000 }).catch(() => {});
  const text = await page.locator("body").innerText();
  await page.close();
  return text;
}

test("leads to a provider that the page names, and nowhere else", async () => {
  formTargets = [];
  expect(await whereItLeads()).toBe("Continue");
  formTargets = [new URL(providerUrl).origin];
  expect(await whereItLeads()).toBe("the provider");
});
