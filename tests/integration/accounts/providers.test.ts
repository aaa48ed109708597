import type { Client } from "pg";
import { afterAll, beforeAll, beforeEach, describe, expect, inject, test } from "vitest";
import type { SignInSettings } from "#lib/auth/providers.ts";
import { findSession } from "#lib/services/accounts/find-session.ts";
import { getAccount, unlink } from "#lib/services/accounts/profile.ts";
import type { ServiceContext } from "#lib/services/context.ts";
import { listHistory } from "#lib/services/history/list.ts";
import { startScan } from "#lib/services/scans/start.ts";
import { type HouseWithSql, houseWithSql } from "../../support/house-with-sql.ts";
import { type IdentityProvider, startIdentityProvider } from "../../support/identity-provider.ts";
import { type AuthAnswer, askAuth, person, SESSION_COOKIE, signIn } from "../../support/sign-in.ts";
import { account, type TestHouse, visitor } from "../../support/test-house.ts";

const TENANT = "8eaef023-2b34-4da1-9baa-8bc8c9d6a490";
const CLIENT = { clientId: "our client", clientSecret: "our secret" };
const settings: SignInSettings = { google: CLIENT, github: CLIENT, entra: { ...CLIENT, tenantId: TENANT } };

let house: TestHouse;
let sql: Client;
let world: HouseWithSql;
let provider: IdentityProvider;
let turn = 0;
let own: string;

beforeAll(async () => {
  world = await houseWithSql(inject("postgresUrl"));
  ({ house, sql } = world);
  provider = await startIdentityProvider();
});

afterAll(async () => {
  await provider.close();
  await world.close();
});

beforeEach(() => {
  turn += 1;
  own = `p${turn}`;
});

const hosts = () => ({
  google: provider.url,
  github: provider.url,
  githubApi: provider.url,
  microsoft: provider.url,
});
const browser = (key = own) => visitor(house, `browser ${key}`);
const jar = ({ cookies }: AuthAnswer): Record<string, string> =>
  Object.fromEntries([...cookies].map(([name, { value }]) => [name, value]));

interface Visit {
  readonly id: "google" | "github" | "azure-ad";
  readonly claims: Record<string, unknown>;
  readonly ctx?: ServiceContext;
  /** What the browser has brought along, such as a session. */
  readonly cookies?: Record<string, string>;
  /** Changes the way back, as somebody would who wants in. */
  readonly tamper?: (query: Record<string, string>) => Record<string, string>;
}

/** To the provider and back, as a browser does it. */
async function visit({ id, claims, ctx = browser(), cookies = {}, tamper = query => query }: Visit) {
  const shared = { settings, hosts: hosts(), provider: id };
  const csrf = await askAuth(ctx, { ...shared, method: "GET", action: "csrf" });
  const { csrfToken } = csrf.body as { csrfToken: string };
  const start = await askAuth(ctx, {
    ...shared,
    method: "POST",
    action: "signin",
    body: { csrfToken, callbackUrl: "/account/history" },
    cookies: { ...jar(csrf), ...cookies },
  });
  const code = provider.agree(start.redirect, claims);
  const state = new URL(start.redirect).searchParams.get("state") ?? "";
  return askAuth(ctx, {
    ...shared,
    method: "GET",
    action: "callback",
    query: tamper({ code, state }),
    cookies: { ...jar(csrf), ...jar(start), ...cookies },
  });
}

const entraIssuer = () => `${provider.url}/${TENANT}/v2.0`;
const who = async (answer: AuthAnswer): Promise<string | null> => {
  const session = await findSession(house, answer.cookies.get(SESSION_COOKIE)?.value ?? "");
  return session === null ? null : (await getAccount({ ctx: account(house, session.userId) })).email;
};

const verified = (address = `${own}@example.com`, sub = own) => ({
  sub,
  email: address,
  email_verified: true,
  name: "Jane Doe",
  picture: "https://pictures.example/jane.png",
});

describe("signing in with a provider", () => {
  test("Google: makes an account, and finds it again", async () => {
    expect(await who(await visit({ id: "google", claims: verified() }))).toBe(`${own}@example.com`);
    const again = await visit({
      id: "google",
      claims: verified("changed@example.com"),
      ctx: browser("other"),
    });
    expect(await who(again)).toBe(`${own}@example.com`);
    const { rows } = await sql.query("SELECT name, image FROM users WHERE email = $1", [
      `${own}@example.com`,
    ]);
    expect(rows).toEqual([{ name: "Jane Doe", image: null }]);
  });

  test("Microsoft Entra ID: one directory, identities signed for it", async () => {
    const claims = { iss: entraIssuer(), sub: own, email: `${own}@example.com`, name: "Jane" };
    expect(await who(await visit({ id: "azure-ad", claims }))).toBe(`${own}@example.com`);
    const foreign = { ...claims, iss: `${provider.url}/another-directory/v2.0`, sub: `x${own}` };
    expect(await who(await visit({ id: "azure-ad", claims: foreign }))).toBeNull();
  });

  test("GitHub: by the primary address that is verified, not by the one that is shown", async () => {
    provider.emails([
      { email: `shown.${own}@example.com`, primary: false, verified: true },
      { email: `${own}@example.com`, primary: true, verified: true },
    ]);
    const claims = { id: 4_711, login: "jane", email: `shown.${own}@example.com`, name: null };
    expect(await who(await visit({ id: "github", claims }))).toBe(`${own}@example.com`);
  });

  test("keeps who somebody is, and none of the tokens", async () => {
    await visit({ id: "google", claims: verified() });
    const { rows } = await sql.query("SELECT * FROM accounts WHERE provider_account_id = $1", [own]);
    expect(rows).toEqual([
      expect.objectContaining({
        provider: "google",
        access_token: null,
        refresh_token: null,
        id_token: null,
      }),
    ]);
  });

  test("gives the account what the browser asked for", async () => {
    await startScan({ ctx: browser(), input: { domain: `${own}.com` } });
    await visit({ id: "google", claims: verified() });
    const { rows } = await sql.query("SELECT id FROM users WHERE email = $1", [`${own}@example.com`]);
    const { items } = await listHistory({ ctx: account(house, rows[0].id), input: {} });
    expect(items.map(({ title }) => title)).toEqual([`${own}.com`]);
    expect((await listHistory({ ctx: browser(), input: {} })).items).toEqual([]);
  });
});

describe("nobody gets in", () => {
  test.each([
    ["with an address that is not verified", () => ({ ...verified(), email_verified: false })],
    ["with no word about that", () => ({ sub: own, email: `${own}@example.com` })],
    ["without an address", () => ({ sub: own, email_verified: true })],
    [
      "with an address that two programs read differently",
      () => verified('"a@attacker.example"@example.com'),
    ],
    ["with a look-alike at sign", () => verified("jane\uFF20example.com")],
  ])("%s", async (_name, claims) => {
    const answer = await visit({ id: "google", claims: claims() });
    expect(answer.redirect).toContain("/sign-in?error=AddressNotVerified");
    expect(answer.cookies.has(SESSION_COOKIE)).toBe(false);
  });

  test("with an unverified primary address at GitHub", async () => {
    provider.emails([{ email: `${own}@example.com`, primary: true, verified: false }]);
    const answer = await visit({ id: "github", claims: { id: 1, login: "x", email: `${own}@example.com` } });
    expect(answer.redirect).toContain("AddressNotVerified");
  });

  test("into an account that was made by mail, though the address is the same", async () => {
    await signIn(browser("owner"), sql, `${own}@example.com`);
    const answer = await visit({ id: "google", claims: verified() });
    expect(answer.redirect).toContain("error=OAuthAccountNotLinked");
    expect(await who(answer)).toBeNull();
  });

  test.each([
    ["a state that was not given", (query: Record<string, string>) => ({ ...query, state: "made up" })],
    ["no state", ({ code = "" }: Record<string, string>): Record<string, string> => ({ code })],
    ["a code that was not given", (query: Record<string, string>) => ({ ...query, code: "made up" })],
  ])("with %s", async (_name, tamper) => {
    const answer = await visit({ id: "google", claims: verified(), tamper });
    expect(await who(answer)).toBeNull();
    expect(answer.redirect).toContain("error=");
  });

  test("with an identity that was signed for somebody else", async () => {
    const answer = await visit({ id: "google", claims: { ...verified(), aud: "another client" } });
    expect(await who(answer)).toBeNull();
  });

  test("by asking next-auth to send its own link", async () => {
    const csrf = await askAuth(browser(), { method: "GET", action: "csrf" });
    const { csrfToken } = csrf.body as { csrfToken: string };
    const answer = await askAuth(browser(), {
      method: "POST",
      action: "signin",
      provider: "email",
      body: { csrfToken, email: `${own}@example.com` },
      cookies: jar(csrf),
    });
    expect(answer.redirect).toContain("error=");
    const { rows } = await sql.query(
      "SELECT count(*)::int AS n FROM verification_tokens WHERE identifier = $1",
      [`${own}@example.com`],
    );
    expect(rows[0].n).toBe(0);
  });
});

describe("an account", () => {
  test("that is signed in connects a provider, and signs in with it from then on", async () => {
    const address = `${own}@example.com`;
    const secret = await signIn(browser(), sql, address);
    await visit({
      id: "google",
      claims: verified(`other.${own}@example.com`),
      cookies: { [SESSION_COOKIE]: secret },
    });
    const jane = await person(house, sql, address);
    expect(await getAccount({ ctx: jane })).toMatchObject({ email: address, providers: ["google"] });
    const later = await visit({
      id: "google",
      claims: verified(`other.${own}@example.com`),
      ctx: browser("x"),
    });
    expect(await who(later)).toBe(address);
    await unlink({ ctx: jane, input: { provider: "google" } });
    expect(await getAccount({ ctx: jane })).toMatchObject({ providers: [] });
    await expect(unlink({ ctx: jane, input: { provider: "google" } })).rejects.toMatchObject({
      code: "not-found",
    });
  });
});
