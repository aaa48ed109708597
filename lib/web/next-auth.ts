import NextAuth from "next-auth";
import { cookies, headers } from "next/headers";
import { NextRequest, NextResponse } from "next/server";
import { deviceWords } from "#lib/auth/device-words.ts";
import { authOptions } from "#lib/auth/options.ts";
import { house } from "#lib/composition.ts";
import { claimBrowser } from "#lib/services/accounts/claim.ts";
import { IDLE_SESSION_MS, LONGEST_SESSION_MS } from "#lib/services/accounts/session-limits.ts";
import { browserKeyHashOf, secretHash } from "#lib/services/actor.ts";
import { ServiceError } from "#lib/services/service-error.ts";
import { type BrowserContext, pageContext } from "./request-context.ts";
import { isSecureSite, siteUrl } from "./site-url.ts";

/** Has next-auth answer one of its paths, such as `["callback", "google"]`. */
export async function askNextAuth(path: readonly string[], request: NextRequest): Promise<NextResponse> {
  const options = await optionsFor(await pageContext());
  const answer: unknown = await NextAuth(
    request,
    { params: Promise.resolve({ nextauth: [...path] }) },
    options,
  );
  if (!(answer instanceof Response)) throw new Error("next-auth gave no answer.");
  return new NextResponse(answer.body, answer);
}

/** The same from a server action: the cookies that next-auth sets are set, and where it leads is returned. */
export async function postToNextAuth(
  path: readonly string[],
  { query = {}, body = {} }: { query?: Record<string, string>; body?: Record<string, string> },
): Promise<string> {
  const url = new URL(`/api/auth/${path.join("/")}?${new URLSearchParams(query)}`, await siteUrl());
  const answer = await askNextAuth(
    path,
    new NextRequest(url, { method: "POST", body: new URLSearchParams(body), headers: FORM }),
  );
  await keepCookies(answer);
  return answer.headers.get("location") ?? "/";
}

const FORM = { "content-type": "application/x-www-form-urlencoded" };

/** The token that next-auth wants back with every sign-in, with its cookie set. */
export async function csrfToken(): Promise<string> {
  const url = new URL("/api/auth/csrf", await siteUrl());
  const answer = await askNextAuth(["csrf"], new NextRequest(url));
  await keepCookies(answer);
  const body: unknown = await answer.json();
  return typeof body === "object" && body !== null && "csrfToken" in body ? String(body.csrfToken) : "";
}

async function keepCookies(answer: NextResponse): Promise<void> {
  const jar = await cookies();
  for (const cookie of answer.cookies.getAll()) jar.set(cookie);
}

async function optionsFor({ actor, secret, ...context }: BrowserContext) {
  if (secret === null) throw new ServiceError("unavailable", "Signing in is not set up here.");
  const { database, clock, newToken } = context;
  return authOptions({
    adapter: {
      db: database.db,
      now: () => clock.now(),
      newId: newToken,
      hash: secretHash,
      browserKeyHash: browserKeyHashOf(actor),
      device: deviceWords((await headers()).get("user-agent")),
      idleMs: IDLE_SESSION_MS,
      longestMs: LONGEST_SESSION_MS,
    },
    settings: house().settings.signIn,
    secret,
    newToken,
    secure: await isSecureSite(),
    onSignIn: userId => claimBrowser(context, { userId, browserKey: actor.browserKey }),
    log: line => process.stderr.write(`${line}\n`),
  });
}
