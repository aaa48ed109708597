import { followBounce } from "#lib/services/bounces/follow.ts";
import { getBounce } from "#lib/services/bounces/get.ts";
import { toServiceError } from "#lib/services/service-error.ts";
import { jsonEventStream } from "#lib/web/json-event-stream.ts";
import { refusalResponse } from "#lib/web/refusal-response.ts";
import { pageContext } from "#lib/web/request-context.ts";

interface Context {
  readonly params: Promise<{ id: string }>;
}

/** What moves about a bounce, as server-sent events. */
export async function GET({ signal }: Request, { params }: Context): Promise<Response> {
  const input = await params;
  const ctx = await pageContext();
  try {
    await getBounce({ ctx, input });
    return new Response(jsonEventStream(followBounce({ ctx, input, signal })), {
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
