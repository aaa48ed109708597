import { eventStreamResponse } from "#lib/web/event-stream-response.ts";
import { pageContext } from "#lib/web/request-context.ts";
import { scanNewsStream } from "#lib/web/scan-news-stream.ts";
import { getScan } from "#lib/services/scans/get.ts";
import { followScan } from "#lib/services/scans/follow.ts";

interface Context {
  readonly params: Promise<{ id: string }>;
}

/** The progress of a scan as server-sent events, from the beginning or from where a browser lost it. */
export async function GET(request: Request, { params }: Context): Promise<Response> {
  const { id } = await params;
  const ctx = await pageContext();
  const { signal } = request;
  return eventStreamResponse(async () => {
    const { domain } = await getScan({ ctx, input: { id } });
    const news = followScan({ ctx, input: { id, after: lastSeen(request) }, signal });
    return scanNewsStream(news, { domain, signal });
  });
}

/** Only a number that we have sent can come back; anything else means "from the beginning". */
function lastSeen(request: Request): bigint {
  const id = request.headers.get("last-event-id") ?? "";
  return /^\d{1,18}$/u.test(id) ? BigInt(id) : 0n;
}
