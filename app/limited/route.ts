import type { NextRequest } from "next/server";
import { parseTheme, THEME_COOKIE } from "#components/layout/theme.ts";
import { house } from "#lib/composition.ts";
import { nonceOf } from "#lib/web/bare-page.ts";
import { limitedPage } from "#lib/web/limited-page.ts";

/** Where somebody is led who asked for too much at once; see lib/web/limited-path.ts. */
export function GET(request: NextRequest): Response {
  const asked = Number(request.nextUrl.searchParams.get("seconds"));
  const seconds = Number.isFinite(asked) ? Math.min(Math.max(Math.ceil(asked), 1), 86_400) : 60;
  const nonce = nonceOf(request.headers.get("content-security-policy") ?? "");
  const theme = parseTheme(request.cookies.get(THEME_COOKIE)?.value);
  return new Response(limitedPage({ seconds, now: house().clock.now(), nonce, theme }), {
    status: 429,
    headers: {
      "content-type": "text/html; charset=utf-8",
      "retry-after": String(seconds),
      "cache-control": "no-store",
      "x-robots-tag": "noindex",
    },
  });
}
