import { cookies, headers } from "next/headers";
import { cache } from "react";
import { sessionCookieName } from "#lib/auth/session-cookie.ts";
import { house } from "#lib/composition.ts";
import { findSession } from "#lib/services/accounts/find-session.ts";
import type { AccountActor, Visitor } from "#lib/services/actor.ts";
import type { ServiceContext } from "#lib/services/context.ts";
import { parseIpAddress } from "#lib/values/ip-address.ts";
import { isSecureSite } from "./site-url.ts";

/** The secret that lets a browser come back to what it asked for. Only its hash is ever stored. */
const BROWSER_KEY_COOKIE = "mailtriage_browser";
const YEAR_SECONDS = 365 * 86_400;

/** A context with somebody in a browser in it. */
export interface BrowserContext extends ServiceContext {
  readonly actor: Visitor | AccountActor;
}

/** The context of a page: whoever the cookies say, nothing is set. */
export async function pageContext(): Promise<BrowserContext> {
  const browserKey = (await cookies()).get(BROWSER_KEY_COOKIE)?.value ?? null;
  const session = await currentSession();
  const actor: Visitor | AccountActor =
    session === null
      ? { kind: "visitor", browserKey }
      : { kind: "account", userId: session.userId, sessionId: session.id, browserKey };
  return { ...house(), actor, clientAddress: await clientAddress() };
}

/** The context of a server action or route that may change something: a new browser gets its key here. */
export async function actionContext(): Promise<BrowserContext> {
  const context = await pageContext();
  if (context.actor.browserKey !== null) return context;
  const browserKey = context.newToken();
  (await cookies()).set(BROWSER_KEY_COOKIE, browserKey, {
    httpOnly: true,
    sameSite: "lax",
    path: "/",
    maxAge: YEAR_SECONDS,
    secure: await isSecureSite(),
  });
  return { ...context, actor: { ...context.actor, browserKey } };
}

/** What the session cookie holds, if there is one; says nothing about whether that session still lives. */
export const sessionToken = async (): Promise<string | null> =>
  (await cookies()).get(sessionCookieName(await isSecureSite()))?.value ?? null;

/** Takes the session cookie away; the session itself ends by its verb. */
export async function forgetSessionCookie(): Promise<void> {
  const secure = await isSecureSite();
  (await cookies()).set(sessionCookieName(secure), "", { path: "/", maxAge: 0, httpOnly: true, secure });
}

/** Asked by title, page and form, answered once a request. Without a cookie nothing is asked. */
const currentSession = cache(async () => {
  const token = await sessionToken();
  return token === null ? null : findSession(house(), token);
});

/** The web process has settled this header: it holds the one address that counts (lib/web/server). */
const clientAddress = async () => parseIpAddress((await headers()).get("x-forwarded-for") ?? "");
