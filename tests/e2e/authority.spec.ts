import { expect, type Page, test } from "@playwright/test";
import type { Client } from "pg";
import { SAMPLE_BOUNCES, SAMPLE_DOMAINS } from "../../app/samples.ts";
import { type Actor, othersThan, ownerOf } from "../support/authority/actors.ts";
import { callAction } from "../support/authority/call-action.ts";
import { builtActions, builtRoutes, type Route } from "../support/authority/doors.ts";
import {
  ACTIONS,
  ODD_STATUS,
  type RouteRule,
  ROUTES,
  SHOWS_NOTE,
  TAKES_POSTS_FROM_ANYWHERE,
} from "../support/authority/rules.ts";
import { makeWorld, type Originals, storedOf, type World } from "../support/authority/world.ts";
import { connectToHouse } from "../support/e2e-database.ts";

/**
 * Every page, route and server action of the build, tried by everybody who is not the owner. What the build has
 * and the rules do not know is a failure: nobody can add a door and forget to say whom it opens for.
 */
test.describe.configure({ mode: "default" });

let sql: Client;
let base: string;
let originals: Originals;

test.beforeAll(async ({ browser, baseURL }) => {
  test.setTimeout(120_000);
  base = baseURL ?? "";
  sql = await connectToHouse();
  const page = await browser.newPage({ extraHTTPHeaders: { "x-forwarded-for": "203.0.113.201" } });
  originals = {
    scanId: await sample(page, SAMPLE_DOMAINS[0]?.label ?? "", "scans"),
    bounceId: await sample(page, SAMPLE_BOUNCES[0]?.label ?? "", "bounces"),
  };
  await page.close();
});

/** Has the house make the report on a sample; gives its id. */
async function sample(page: Page, label: string, table: "scans" | "bounces"): Promise<string> {
  await page.goto(`${base}/`);
  await page.getByRole("button", { name: label, exact: true }).click();
  await page.waitForURL(/\/(?:scans|bounces)\/[0-9A-Za-z]{22}$/);
  const id = page.url().split("/").at(-1) ?? "";
  const isDone = async () =>
    (await sql.query(`SELECT status FROM ${table} WHERE id = $1`, [id])).rows[0]?.status;
  await expect.poll(isDone, { timeout: 60_000 }).toBe("done");
  return id;
}

test.afterAll(() => sql.end());

/** Tries come from an address of their own each: here it is about authority and not about limits. */
let tries = 0;
const fromSomewhere = (): Record<string, string> => {
  tries += 1;
  return { "x-forwarded-for": `10.${(tries >> 16) & 255}.${(tries >> 8) & 255}.${tries & 255}` };
};

async function get(path: string, actor: Actor): Promise<{ status: number; text: string }> {
  const signal = AbortSignal.timeout(20_000);
  const headers = { ...actor.headers, ...fromSomewhere() };
  const response = await fetch(new URL(path, base), { redirect: "manual", headers, signal });
  return { status: response.status, text: await response.text() };
}

/** What of a world a page shows that it should not. */
const leaks = (world: World, path: string, text: string): readonly string[] =>
  world.canaries.filter((canary, at) => text.includes(canary) && !(at === 1 && SHOWS_NOTE.test(path)));

const ruleOf = ({ path }: Route): RouteRule | null => {
  const known = ROUTES[path];
  if (known !== undefined) return known;
  if (path.includes("[")) return null;
  const opensFor = path.startsWith("/api/") ? "various" : "everyone";
  return { opensFor, addresses: () => [path] };
};

test("every page and route has a rule", async () => {
  const unknown = (await builtRoutes()).filter(route => ruleOf(route) === null).map(({ path }) => path);
  expect(unknown, "say in tests/support/authority/rules.ts whom these open for").toEqual([]);
});

test("every server action has a rule", async () => {
  const unknown = (await builtActions()).map(({ name }) => name).filter(name => ACTIONS[name] === undefined);
  expect(unknown, "say in tests/support/authority/rules.ts whom these work for").toEqual([]);
});

test("no page or route opens for somebody for whom it should not", async () => {
  test.setTimeout(300_000);
  const world = await makeWorld(sql, originals);
  const stranger = await makeWorld(sql, originals);
  const before = await storedOf(sql, world);
  const wrong: string[] = [];
  for (const route of await builtRoutes()) {
    const rule = ruleOf(route);
    for (const address of rule?.addresses(world) ?? []) {
      for (const actor of othersThan(world, stranger)) {
        const { status, text } = await get(address, actor);
        const isOpen = status === (ODD_STATUS[route.path] ?? 200);
        const where = `${route.path} for ${actor.name}`;
        const leaked = leaks(world, address, text);
        if (leaked.length > 0) wrong.push(`${where} shows ${leaked.join(", ")}`);
        if (status >= 500) wrong.push(`${where} answers ${status}`);
        if (rule?.opensFor === "everyone" && !isOpen) wrong.push(`${where} does not open: ${status}`);
        if (isClosedFor(rule, actor) && status < 300) wrong.push(`${where} opens: ${status}`);
      }
    }
  }
  expect(wrong).toEqual([]);
  expect(await storedOf(sql, world), "looking changes nothing").toBe(before);
});

test("what is somebody's opens for them", async () => {
  test.setTimeout(120_000);
  const world = await makeWorld(sql, originals);
  const key: Actor = { name: "the owner's key", headers: { authorization: `Bearer ${world.key}` } };
  const wrong: string[] = [];
  for (const [path, rule] of Object.entries(ROUTES)) {
    if (rule.opensFor === "nobody" || rule.opensFor === "various") continue;
    const actor = rule.opensFor === "key" ? key : ownerOf(world);
    for (const address of rule.addresses(world)) {
      const { status } = await get(address, actor);
      if (status !== 200) wrong.push(`${path} for ${actor.name}: ${status}`);
    }
  }
  expect(wrong).toEqual([]);
});

test("a link that has expired, was withdrawn or never was opens nothing", async () => {
  const world = await makeWorld(sql, originals);
  const wrong: string[] = [];
  const answers = new Set<string>();
  for (const token of [world.expiredShareToken, world.withdrawnShareToken, "0".repeat(22), "x"]) {
    for (const route of (await builtRoutes()).filter(({ path }) => path.startsWith("/r/[token]"))) {
      for (const actor of [ownerOf(world), { name: "anonymous", headers: {} }]) {
        const { status, text } = await get(route.path.replace("[token]", token), actor);
        if (status !== 404) wrong.push(`${route.path} of ${token} for ${actor.name}: ${status}`);
        if (route.kind === "route") answers.add(text);
      }
    }
  }
  expect(wrong).toEqual([]);
  expect([...answers], "one and the same refusal").toHaveLength(1);
});

test("no server action works for somebody for whom it should not, nor for another site", async () => {
  test.setTimeout(300_000);
  const wrong: string[] = [];
  for (const action of await builtActions()) {
    const rule = ACTIONS[action.name];
    if (rule === undefined) continue;
    const world = await makeWorld(sql, originals);
    const before = await storedOf(sql, world);
    const fields = rule.fields(world);
    const call = (headers: Record<string, string>) =>
      callAction(base, action, {
        fields,
        headers: { ...headers, ...fromSomewhere() },
        page: pageFor(action.page, world),
      });
    for (const [name, origin] of Object.entries(FOREIGN)) {
      const { status } = await call({ ...ownerOf(world).headers, ...origin });
      if (status !== 403) wrong.push(`${action.name} with ${name}: ${status}`);
    }
    for (const actor of othersThan(world, await makeWorld(sql, originals))) {
      const { outcome } = await call({ ...actor.headers, origin: base });
      if (outcome === "success" && rule.worksFor !== "everyone" && !isTheirOwn(action.name, actor))
        wrong.push(`${action.name} for ${actor.name}`);
    }
    if ((await storedOf(sql, world)) !== before) wrong.push(`${action.name} changed what is somebody else's`);
    // Were the fields wrong, the refusals above would prove nothing.
    const own = await call({ ...ownerOf(world).headers, origin: base });
    if (own.outcome === "success" && rule.worksFor === "nobody") wrong.push(`${action.name} for the owner`);
    if (own.outcome === "refused" && rule.worksFor !== "nobody")
      wrong.push(`${action.name} not for the owner: ${own.text.slice(0, 300)}`);
  }
  expect(wrong).toEqual([]);
});

test("no route takes a change from another site", async () => {
  test.setTimeout(120_000);
  const world = await makeWorld(sql, originals);
  const before = await storedOf(sql, world);
  const wrong: string[] = [];
  for (const route of (await builtRoutes()).filter(({ kind }) => kind === "route")) {
    for (const address of ruleOf(route)?.addresses(world) ?? []) {
      for (const method of ["POST", "PUT", "PATCH", "DELETE"]) {
        if (method === "POST" && address === TAKES_POSTS_FROM_ANYWHERE) continue;
        for (const [name, origin] of Object.entries(FOREIGN)) {
          // The public API takes no cookie: there only a browser on another site is refused.
          if (name === "no origin" && address.startsWith("/api/v1")) continue;
          const headers = { ...ownerOf(world).headers, ...origin, ...fromSomewhere() };
          const { status } = await fetch(new URL(address, base), { method, headers, redirect: "manual" });
          // What lies there as a file takes no changes from anybody.
          if (status !== 403 && !(status === 405 && IS_FILE.test(address)))
            wrong.push(`${method} ${address} with ${name}: ${status}`);
        }
      }
    }
  }
  expect(wrong).toEqual([]);
  expect(await storedOf(sql, world)).toBe(before);
});

test("what is somebody's is kept by no cache", async () => {
  const world = await makeWorld(sql, originals);
  const wrong: string[] = [];
  for (const [path, rule] of Object.entries(ROUTES)) {
    const actor = rule.opensFor === "key" ? { authorization: `Bearer ${world.key}` } : ownerOf(world).headers;
    for (const address of rule.addresses(world)) {
      const response = await fetch(new URL(address, base), {
        headers: actor,
        redirect: "manual",
        signal: AbortSignal.timeout(20_000),
      });
      const caching = response.headers.get("cache-control") ?? "";
      if (!/no-store/.test(caching)) wrong.push(`${path}: ${caching}`);
      await response.body?.cancel();
    }
  }
  expect(wrong).toEqual([]);
});

function isClosedFor(rule: RouteRule | null, { name }: Actor): boolean {
  if (rule?.opensFor === "accounts") return name !== ACCOUNT;
  return rule?.opensFor !== "everyone" && rule?.opensFor !== "various";
}

/** Some actions name nothing: whoever has an account does it to their own. That the owner's stays is looked at. */
const isTheirOwn = (action: string, { name }: Actor): boolean => name === ACCOUNT && OWN_THINGS.has(action);

const ACCOUNT = "a stranger with an account";

const OWN_THINGS: ReadonlySet<string> = new Set([
  "/account signOutEverywhereAction",
  "/account disconnectAction",
  "/account/keys createKeyAction",
  "/account/watched watchAction",
  "/account/alerts addAddressAction",
  "/account/alerts addWebhookAction",
]);

const IS_FILE = /^\/(?:favicon\.ico|icon\.svg)$/u;

const FOREIGN: Readonly<Record<string, Record<string, string>>> = {
  "no origin": {},
  "a null origin": { origin: "null" },
  "a foreign origin": { origin: "https://attacker.example" },
  "our origin from another site": { "sec-fetch-site": "cross-site" },
};

/** The page of a form, as the owner has it. */
const pageFor = (page: string, { scanId, batchId, shareToken, bounceId }: World): string =>
  page
    .replace("/scans/[id]", `/scans/${scanId}`)
    .replace("/batches/[id]", `/batches/${batchId}`)
    .replace("/bounces/[id]", `/bounces/${bounceId}`)
    .replace("[token]", shareToken);
