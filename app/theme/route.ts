import { NextResponse } from "next/server";
import { THEME_COOKIE, THEME_COOKIE_SECONDS, parseTheme } from "#components/layout/theme.ts";

/** Remembers the choice of colours for visitors without JavaScript, and goes back to their page. */
export async function POST(request: Request): Promise<NextResponse> {
  const theme = parseTheme((await request.formData()).get("theme"));
  const response = new NextResponse(null, { status: 303, headers: { location: pathOf(request) } });
  response.cookies.set(THEME_COOKIE, theme, { path: "/", maxAge: THEME_COOKIE_SECONDS, sameSite: "lax" });
  return response;
}

/** Only the path of the page: never another site. A shared report sends no referrer and leads home. */
function pathOf(request: Request): string {
  const from = request.headers.get("referer");
  if (from === null || !URL.canParse(from)) return "/";
  const { pathname, search } = new URL(from);
  return `/${pathname.replace(/^\/+/u, "")}${search}`;
}
