import { house } from "#lib/composition.ts";
import { nonceOf } from "#lib/web/bare-page.ts";
import { limitedPage } from "#lib/web/limited-page.ts";

/** Where somebody is led who asked for too much at once; see lib/web/limited-path.ts. */
export function GET(request: Request): Response {
  const asked = Number(new URL(request.url).searchParams.get("seconds"));
  const seconds = Number.isFinite(asked) ? Math.min(Math.max(Math.ceil(asked), 1), 86_400) : 60;
  const nonce = nonceOf(request.headers.get("content-security-policy") ?? "");
  return new Response(limitedPage({ seconds, now: house().clock.now(), nonce }), {
    status: 429,
    headers: {
      "content-type": "text/html; charset=utf-8",
      "retry-after": String(seconds),
      "cache-control": "no-store",
      "x-robots-tag": "noindex",
    },
  });
}
