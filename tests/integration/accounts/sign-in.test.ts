import type { Client } from "pg";
import { afterAll, beforeAll, beforeEach, describe, expect, inject, test } from "vitest";
import { findSession } from "#lib/services/accounts/find-session.ts";
import { awaitedSignIn, lookAtSignInLink } from "#lib/services/accounts/look-at-link.ts";
import { requestSignIn } from "#lib/services/accounts/request-sign-in.ts";
import { endAllSessions, endSession, listSessions, signOut } from "#lib/services/accounts/sessions.ts";
import type { ServiceContext } from "#lib/services/context.ts";
import { keepUp } from "#lib/services/upkeep/keep-up.ts";
import { parseIpAddress } from "#lib/values/ip-address.ts";
import { fixedClock, type MovedClock } from "../../support/fixed-clock.ts";
import { type HouseWithSql, houseWithSql } from "../../support/house-with-sql.ts";
import { askAuth, requestToken, SESSION_COOKIE, signIn, SITE, useLink } from "../../support/sign-in.ts";
import { type TestHouse, visitor, worker } from "../../support/test-house.ts";

const MINUTE = 60_000;
const DAY = 86_400_000;
let house: TestHouse;
let sql: Client;
let world: HouseWithSql;
let clock: MovedClock;

beforeAll(async () => {
  world = await houseWithSql(inject("postgresUrl"));
  ({ house, sql } = world);
});

afterAll(() => world.close());

beforeEach(() => {
  clock = fixedClock();
});

const browser = (key = "browser of jane"): ServiceContext => ({ ...visitor(house, key), clock });

/** Who is signed in with that secret, as pages see it. */
async function signedIn(token: string): Promise<ServiceContext | null> {
  const session = await findSession({ ...house, clock }, token);
  if (session === null) return null;
  return {
    ...browser(),
    actor: { kind: "account", userId: session.userId, sessionId: session.id, browserKey: null },
  };
}

const count = async (table: string): Promise<number> =>
  (await sql.query(`SELECT count(*)::int AS n FROM ${table}`)).rows[0].n;

describe("a link by mail", () => {
  test("signs in, and makes the account the first time", async () => {
    const token = await requestToken(browser(), sql, " Jane@Example.COM ");
    expect(token).toMatch(/^[\w-]{43}$/);
    const answer = await useLink(browser(), token);
    expect(answer.redirect).toBe(SITE);
    const cookie = answer.cookies.get(SESSION_COOKIE);
    expect(cookie?.options).toMatchObject({ httpOnly: true, sameSite: "lax", path: "/", secure: true });
    const session = await signedIn(cookie?.value ?? "");
    const { rows } = await sql.query("SELECT id, email, email_verified FROM users");
    expect(rows).toEqual([
      { id: expect.any(String), email: "jane@example.com", email_verified: expect.any(Date) },
    ]);
    expect(session?.actor).toMatchObject({ userId: rows[0].id });
    const again = await signIn(browser(), sql, "jane@example.com");
    expect((await signedIn(again))?.actor).toMatchObject({ userId: rows[0].id });
    expect(await count("users")).toBe(1);
  });

  test("works once", async () => {
    const token = await requestToken(browser(), sql, "once@example.com");
    await useLink(browser(), token);
    const again = await useLink(browser(), token);
    expect(again.redirect).toContain("error=Verification");
    expect(again.cookies.has(SESSION_COOKIE)).toBe(false);
  });

  test("used twice at the same moment signs in once", async () => {
    const token = await requestToken(browser(), sql, "race@example.com");
    const answers = await Promise.all(Array.from({ length: 8 }, () => useLink(browser(), token)));
    expect(answers.filter(({ cookies }) => cookies.has(SESSION_COOKIE))).toHaveLength(1);
  });

  test("works for ten minutes", async () => {
    const early = await requestToken(browser(), sql, "early@example.com");
    clock.pass(10 * MINUTE - 1);
    expect((await useLink(browser(), early)).cookies.has(SESSION_COOKIE)).toBe(true);
    const late = await requestToken(browser(), sql, "late@example.com");
    clock.pass(10 * MINUTE);
    expect(await lookAtSignInLink({ ctx: browser(), input: { token: late } })).toEqual({ state: "gone" });
    expect((await useLink(browser(), late)).redirect).toContain("error=Verification");
  });

  test.each([
    ["another browser", () => browser("the browser of a thief")],
    ["a browser without a key", () => ({ ...visitor(house, null), clock })],
  ])("is refused to %s, and stays good for the one that asked", async (_who, other) => {
    const token = await requestToken(browser(), sql, "bound@example.com");
    expect(await lookAtSignInLink({ ctx: other(), input: { token } })).toEqual({ state: "other-browser" });
    expect((await useLink(other(), token)).cookies.has(SESSION_COOKIE)).toBe(false);
    expect((await useLink(browser(), token)).cookies.has(SESSION_COOKIE)).toBe(true);
  });

  test("looked at by a mail gateway, any number of times, stays good", async () => {
    const token = await requestToken(browser(), sql, "gateway@example.com");
    for (let looked = 0; looked < 5; looked += 1) {
      await lookAtSignInLink({ ctx: { ...visitor(house, null), clock }, input: { token } });
    }
    expect(await lookAtSignInLink({ ctx: browser(), input: { token } })).toMatchObject({
      state: "good",
      address: "gateway@example.com",
    });
    expect((await useLink(browser(), token)).cookies.has(SESSION_COOKIE)).toBe(true);
  });

  test("asked for again ends the earlier one of the same browser, and of no other", async () => {
    const first = await requestToken(browser(), sql, "twice@example.com");
    const elsewhere = await requestToken(browser("elsewhere"), sql, "twice@example.com");
    const second = await requestToken(browser(), sql, "twice@example.com");
    expect((await useLink(browser(), first)).cookies.has(SESSION_COOKIE)).toBe(false);
    expect((await useLink(browser("elsewhere"), elsewhere)).cookies.has(SESSION_COOKIE)).toBe(true);
    expect((await useLink(browser(), second)).cookies.has(SESSION_COOKIE)).toBe(true);
  });

  test("is awaited by the browser that asked alone", async () => {
    await requestToken(browser("waiting"), sql, "waiting@example.com");
    expect(await awaitedSignIn({ ctx: browser("waiting") })).toMatchObject({
      address: "waiting@example.com",
    });
    expect(await awaitedSignIn({ ctx: browser("another") })).toBeNull();
    clock.pass(10 * MINUTE);
    expect(await awaitedSignIn({ ctx: browser("waiting") })).toBeNull();
  });

  test("is in no table: who reads them all signs in as nobody", async () => {
    const token = await requestToken(browser("the key of the browser"), sql, "dump@example.com");
    const session = await signIn(browser("the key of the browser"), sql, "dumped@example.com");
    for (const table of ["verification_tokens", "outbox", "sessions", "accounts", "users", "pgboss.job"]) {
      const { rows } = await sql.query(`SELECT count(*)::int AS n FROM ${table} AS t WHERE t::text ~ $1`, [
        [token, session, "the key of the browser"].join("|"),
      ]);
      expect([table, rows[0].n]).toEqual([table, 0]);
    }
  });

  test("and its mail, job and limits exist together or not at all", async () => {
    const before = [await count("verification_tokens"), await count("outbox"), await count("pgboss.job")];
    const limits = { ...house.limits, mailsPerMailbox: { burst: 1, periodSeconds: 3_600 } };
    const ask = () =>
      requestSignIn({ ctx: { ...browser(), limits }, input: { address: "all@example.com", site: SITE } });
    await ask();
    await expect(ask()).rejects.toMatchObject({ code: "limited", retryAfter: 3_600 });
    const after = [await count("verification_tokens"), await count("outbox"), await count("pgboss.job")];
    expect(after).toEqual(before.map(n => n + 1));
  });

  test.each([
    ['"jane@attacker.example"@example.com'],
    ["jane@attacker.example,jane@example.com"],
    ["jane\uFF20example.com"],
    ["jane@example.com\r\nBcc: all@example.com"],
    [""],
  ])("is sent to nobody for %j", async address => {
    const before = await count("outbox");
    const request = requestSignIn({ ctx: browser(), input: { address, site: SITE } });
    await expect(request).rejects.toMatchObject({ code: "invalid", field: "address" });
    expect(await count("outbox")).toBe(before);
  });

  test("leads back to a page of this site and to no other", async () => {
    const ctx = browser("returning");
    const input = { address: "back@example.com", site: SITE };
    for (const returnTo of [
      "//attacker.example",
      "/\\attacker.example",
      "https://attacker.example",
      "javascript:1",
    ]) {
      await requestSignIn({ ctx, input: { ...input, returnTo } });
      const { rows } = await sql.query("SELECT return_to FROM verification_tokens WHERE identifier = $1", [
        input.address,
      ]);
      expect(rows).toEqual([{ return_to: null }]);
    }
    await requestSignIn({ ctx, input: { ...input, returnTo: "/account/shares?a=1" } });
    const { rows } = await sql.query("SELECT return_to FROM verification_tokens WHERE identifier = $1", [
      input.address,
    ]);
    expect(rows).toEqual([{ return_to: "/account/shares?a=1" }]);
  });

  test("tried without end is refused unread", async () => {
    const ctx: ServiceContext = {
      ...browser(),
      clientAddress: parseIpAddress("192.0.2.66"),
      limits: { ...house.limits, missesPerAddress: { burst: 3, periodSeconds: 3_600 } },
    };
    for (let tried = 0; tried < 3; tried += 1) {
      expect(await lookAtSignInLink({ ctx, input: { token: `guess ${tried}` } })).toEqual({ state: "gone" });
    }
    const next = lookAtSignInLink({ ctx, input: { token: "guess" } });
    await expect(next).rejects.toMatchObject({ code: "limited" });
  });
});

describe("a session", () => {
  test("has a new secret with every sign-in, whatever the browser brought along", async () => {
    const token = await requestToken(browser(), sql, "fixed@example.com");
    const answer = await useLink(browser(), token, { [SESSION_COOKIE]: "planted by somebody else" });
    const secret = answer.cookies.get(SESSION_COOKIE)?.value;
    expect(secret).toMatch(/^[0-9A-Za-z]{44}$/);
    expect(await signedIn("planted by somebody else")).toBeNull();
  });

  test("ends at once when it is signed out", async () => {
    const secret = await signIn(browser(), sql, "out@example.com");
    await signOut(house, secret);
    expect(await signedIn(secret)).toBeNull();
  });

  test("ends everywhere, and for nobody else", async () => {
    const secrets = await Promise.all(
      ["one", "two", "three"].map(key => signIn(browser(key), sql, "many@example.com")),
    );
    const other = await signIn(browser("other"), sql, "other@example.com");
    const ctx = (await signedIn(secrets[0] ?? "")) ?? browser();
    expect(await listSessions({ ctx })).toHaveLength(3);
    await endAllSessions({ ctx });
    expect(await Promise.all(secrets.map(signedIn))).toEqual([null, null, null]);
    expect(await signedIn(other)).not.toBeNull();
  });

  test("can be ended from another one of the same account, by no other account", async () => {
    const here = (await signedIn(await signIn(browser("here"), sql, "pair@example.com"))) ?? browser();
    const there = await signIn(browser("there"), sql, "pair@example.com");
    const stranger = (await signedIn(await signIn(browser("x"), sql, "stranger@example.com"))) ?? browser();
    const sessions = await listSessions({ ctx: here });
    const id = sessions.find(({ current }) => !current)?.id ?? "";
    expect(sessions.filter(({ current }) => current)).toHaveLength(1);
    await expect(endSession({ ctx: stranger, input: { id } })).rejects.toMatchObject({ code: "not-found" });
    expect(await signedIn(there)).not.toBeNull();
    await endSession({ ctx: here, input: { id } });
    expect(await signedIn(there)).toBeNull();
  });

  test("ends after thirty days without use; use keeps it", async () => {
    const secret = await signIn(browser(), sql, "idle@example.com");
    clock.pass(29 * DAY);
    expect(await signedIn(secret)).not.toBeNull();
    clock.pass(29 * DAY);
    expect(await signedIn(secret)).not.toBeNull();
    clock.pass(30 * DAY);
    expect(await signedIn(secret)).toBeNull();
  });

  test("ends after ninety days however much it is used", async () => {
    const secret = await signIn(browser(), sql, "always@example.com");
    for (let day = 1; day < 90; day += 1) {
      clock.pass(DAY);
      expect(await signedIn(secret)).not.toBeNull();
    }
    clock.pass(DAY);
    expect(await signedIn(secret)).toBeNull();
  });

  test("that has ended is forgotten", async () => {
    const secret = await signIn(browser(), sql, "gone@example.com");
    clock.pass(91 * DAY);
    await keepUp({ ctx: { ...worker(house), clock } });
    expect(await count("sessions")).toBe(0);
    expect(await count("verification_tokens")).toBe(0);
    expect(await signedIn(secret)).toBeNull();
  });

  test("is what next-auth says it is", async () => {
    const secret = await signIn(browser(), sql, "agrees@example.com");
    const ask = (token: string) =>
      askAuth(browser(), { method: "GET", action: "session", cookies: { [SESSION_COOKIE]: token } });
    expect((await ask(secret)).body).toMatchObject({ user: { email: "agrees@example.com" } });
    expect((await ask(`${secret}x`)).body).toEqual({});
  });
});
