import type { NextRequest } from "next/server";
import { NextResponse } from "next/server";
import { problemDocument } from "#lib/api/v1/problems.ts";
import { contentPolicy } from "#lib/web/content-policy.ts";
import { formTargetsOf } from "#lib/web/form-targets.ts";
import { isForgedRequest } from "#lib/web/same-origin.ts";

/**
 * Runs before every page and route: refuses requests that another site made in a visitor's name, and gives
 * each page its own content policy. Next puts the nonce on its own scripts.
 */
export function proxy(request: NextRequest): NextResponse {
  if (isForgedRequest(request)) return refusal(request.nextUrl.pathname);
  const nonce = Buffer.from(crypto.getRandomValues(new Uint8Array(16))).toString("base64");
  const policy = contentPolicy({
    nonce,
    development: process.env.NODE_ENV === "development",
    formTargets: formTargetsOf(request.nextUrl.pathname),
  });
  const headers = new Headers(request.headers);
  headers.set("content-security-policy", policy);
  const response = NextResponse.next({ request: { headers } });
  response.headers.set("content-security-policy", policy);
  return response;
}

const FORGED = "This request did not come from a page of this site.";

/** Programs read the same refusal as a problem document. */
function refusal(path: string): NextResponse {
  if (!path.startsWith("/api/v1/")) return new NextResponse(`${FORGED}\n`, { status: 403 });
  const problem = problemDocument("cross-site", FORGED);
  return new NextResponse(JSON.stringify(problem), {
    status: problem.status,
    headers: { "content-type": "application/problem+json", "cache-control": "no-store" },
  });
}

export const config = { matcher: "/((?!_next/static|favicon.ico|icon.svg).*)" };
