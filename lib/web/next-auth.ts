import NextAuth from "next-auth";
import { cookies, headers } from "next/headers";
import { NextRequest, NextResponse } from "next/server";
import { deviceWords } from "#lib/auth/device-words.ts";
import { house } from "#lib/composition.ts";
import { authOptionsFor } from "#lib/services/accounts/auth-options.ts";
import { pageContext } from "./request-context.ts";
import { isSecureSite, siteUrl } from "./site-url.ts";

/** Has next-auth answer one of its paths, such as `["callback", "google"]`. */
export async function askNextAuth(path: readonly string[], request: NextRequest): Promise<NextResponse> {
  const options = authOptionsFor(await pageContext(), {
    settings: house().settings.signIn,
    device: deviceWords((await headers()).get("user-agent")),
    secure: await isSecureSite(),
    log: line => process.stderr.write(`${line}\n`),
  });
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
