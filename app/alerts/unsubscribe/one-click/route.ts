import { house } from "#lib/composition.ts";
import { toServiceError } from "#lib/services/service-error.ts";
import { unsubscribe } from "#lib/services/alerts/unsubscribe.ts";
import { parseIpAddress } from "#lib/values/ip-address.ts";
import { refusalResponse } from "#lib/web/refusal-response.ts";

/**
 * What the header List-Unsubscribe of an alert names (RFC 8058): a POST ends the alerts, whoever sends it. It takes
 * no cookie, and the token in the address is all it needs.
 */
export async function POST(request: Request): Promise<Response> {
  const clientAddress = parseIpAddress(request.headers.get("x-forwarded-for") ?? "");
  const ctx = { ...house(), actor: { kind: "program" }, clientAddress } as const;
  try {
    await unsubscribe({ ctx, input: { token: tokenOf(request) } });
    return new Response("No more alerts are sent to this address.\n", { headers: HEADERS });
  } catch (error) {
    const refusal = toServiceError(error);
    if (refusal === null) throw error;
    return refusalResponse(refusal);
  }
}

/** People who open the address of the header get the page with a button; looking ends nothing. */
export function GET(request: Request): Response {
  const location = `/alerts/unsubscribe?token=${encodeURIComponent(tokenOf(request))}`;
  return new Response(null, { status: 303, headers: { ...HEADERS, location } });
}

const tokenOf = (request: Request): string => new URL(request.url).searchParams.get("token") ?? "";

const HEADERS = { "cache-control": "no-store", "x-robots-tag": "noindex", "referrer-policy": "no-referrer" };
