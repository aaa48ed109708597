import { cookies } from "next/headers";
import { house } from "#lib/composition.ts";
import type { ServiceContext } from "#lib/services/context.ts";

/** The secret that lets a browser come back to what it asked for. Only its hash is ever stored. */
const BROWSER_KEY_COOKIE = "mailtriage_browser";
const YEAR_SECONDS = 365 * 86_400;

/** The context of a page: whoever the cookies say, nothing is set. */
export async function pageContext(): Promise<ServiceContext> {
  const browserKey = (await cookies()).get(BROWSER_KEY_COOKIE)?.value ?? null;
  return { ...house(), actor: { kind: "visitor", browserKey } };
}

/** The context of a server action or route that may change something: a new browser gets its key here. */
export async function actionContext(): Promise<ServiceContext> {
  const context = await pageContext();
  const { actor } = context;
  if (actor.kind !== "visitor" && actor.kind !== "account") return context;
  if (actor.browserKey !== null) return context;
  const browserKey = context.newToken();
  (await cookies()).set(BROWSER_KEY_COOKIE, browserKey, {
    httpOnly: true,
    sameSite: "lax",
    path: "/",
    maxAge: YEAR_SECONDS,
    secure: house().settings.publicUrl?.startsWith("https:") === true,
  });
  return { ...context, actor: { ...actor, browserKey } };
}
