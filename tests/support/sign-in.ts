import { AuthHandler } from "../../node_modules/next-auth/core/index.js";
import type { ProviderHosts } from "#lib/auth/oauth-providers.ts";
import type { SignInSettings } from "#lib/auth/providers.ts";
import { authOptionsFor } from "#lib/services/accounts/auth-options.ts";
import { findSession } from "#lib/services/accounts/find-session.ts";
import { requestSignIn } from "#lib/services/accounts/request-sign-in.ts";
import { signInToken } from "#lib/services/accounts/sign-in-token.ts";
import { type AccountActor, browserKeyHashOf, secretHash } from "#lib/services/actor.ts";
import type { House, ServiceContext } from "#lib/services/context.ts";
import type { Client } from "pg";

export const SITE = "https://mail.example.org";
// next-auth reads its own address from the environment alone.
process.env["NEXTAUTH_URL"] = SITE;

const NO_PROVIDERS: SignInSettings = { google: null, github: null, entra: null };

export interface AuthAnswer {
  readonly redirect: string;
  readonly cookies: ReadonlyMap<
    string,
    { readonly value: string; readonly options: Record<string, unknown> }
  >;
}

export interface AuthRequest {
  readonly method: "GET" | "POST";
  readonly action: "callback" | "signin" | "csrf" | "session";
  readonly provider?: string;
  readonly query?: Record<string, string>;
  readonly body?: Record<string, string>;
  readonly cookies?: Record<string, string>;
  readonly settings?: SignInSettings;
  readonly hosts?: ProviderHosts;
}

/** Has the real next-auth answer, as the web door does, for whoever the context says. */
export async function askAuth(
  ctx: ServiceContext,
  request: AuthRequest,
): Promise<AuthAnswer & { body: unknown }> {
  const { settings = NO_PROVIDERS, hosts, provider, query = {}, ...rest } = request;
  const options = authOptionsFor(ctx, {
    settings,
    device: "Firefox on Linux",
    secure: true,
    log: () => {},
    ...(hosts === undefined ? {} : { hosts }),
  });
  const answer = await AuthHandler({
    options,
    req: { ...rest, query, headers: {}, ...(provider === undefined ? {} : { providerId: provider }) },
  });
  return {
    body: answer.body,
    redirect: answer.redirect ?? "",
    cookies: new Map(
      answer.cookies?.map(({ name, value, options: how }) => [name, { value, options: { ...how } }]),
    ),
  };
}

/** Asks for a link and makes its token from the outbox, as the worker that sends it does. */
export async function requestToken(ctx: ServiceContext, sql: Client, address: string): Promise<string> {
  await requestSignIn({ ctx, input: { address, site: SITE } });
  const { rows } = await sql.query(
    "SELECT payload ->> 'requestId' AS id FROM outbox WHERE payload ->> 'to' = $1",
    [address.trim().toLowerCase()],
  );
  const tokens = rows.map(({ id }) => signInToken(ctx.secret ?? "", id));
  const good = await sql.query(
    "SELECT token FROM verification_tokens WHERE token = ANY ($1) AND browser_key_hash = $2",
    [tokens.map(secretHash), browserKeyHashOf(ctx.actor)],
  );
  return tokens.find(token => secretHash(token) === good.rows[0]?.token) ?? "";
}

/** Uses a link up in the browser of the context. */
export const useLink = (ctx: ServiceContext, token: string, cookies: Record<string, string> = {}) =>
  askAuth(ctx, { method: "POST", action: "callback", provider: "email", query: { token }, cookies });

export const SESSION_COOKIE = "__Host-mailtriage_session";

/** Signs somebody in and gives the secret of the session. */
export async function signIn(ctx: ServiceContext, sql: Client, address: string): Promise<string> {
  const { cookies } = await useLink(ctx, await requestToken(ctx, sql, address));
  return cookies.get(SESSION_COOKIE)?.value ?? "";
}

/** Somebody who has signed in, as pages see them from then on. */
export async function person(house: House, sql: Client, address: string): Promise<AccountContext> {
  const ctx = { ...house, actor: { kind: "visitor", browserKey: `browser of ${address}` } as const };
  const session = await findSession(house, await signIn(ctx, sql, address));
  if (session === null) throw new Error("Signing in did not work.");
  const { userId, id: sessionId } = session;
  return { ...house, actor: { kind: "account", userId, sessionId, browserKey: ctx.actor.browserKey } };
}

export interface AccountContext extends ServiceContext {
  readonly actor: AccountActor;
}
