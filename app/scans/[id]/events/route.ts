import { pageContext } from "#lib/web/request-context.ts";
import { refusalResponse } from "#lib/web/refusal-response.ts";
import { scanNewsStream } from "#lib/web/scan-news-stream.ts";
import { getScan } from "#lib/services/scans/get.ts";
import { followScan } from "#lib/services/scans/follow.ts";
import { toServiceError } from "#lib/services/service-error.ts";

interface Context {
  readonly params: Promise<{ id: string }>;
}

/** The progress of a scan as server-sent events, from the beginning or from where a browser lost it. */
export async function GET(request: Request, { params }: Context): Promise<Response> {
  const { id } = await params;
  const ctx = await pageContext();
  const { signal } = request;
  try {
    const { domain } = await getScan({ ctx, input: { id } });
    const news = followScan({ ctx, input: { id, after: lastSeen(request) }, signal });
    return new Response(scanNewsStream(news, { domain, signal }), {
      headers: {
        "content-type": "text/event-stream; charset=utf-8",
        "cache-control": "no-store, no-transform",
        "x-accel-buffering": "no",
      },
    });
  } catch (error) {
    const refusal = toServiceError(error);
    if (refusal === null) throw error;
    return refusalResponse(refusal);
  }
}

/** Only a number that we have sent can come back; anything else means "from the beginning". */
function lastSeen(request: Request): bigint {
  const id = request.headers.get("last-event-id") ?? "";
  return /^\d{1,18}$/u.test(id) ? BigInt(id) : 0n;
}
