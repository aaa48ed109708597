import { followBatch } from "#lib/services/batches/follow.ts";
import { getBatch } from "#lib/services/batches/get.ts";
import { toServiceError } from "#lib/services/service-error.ts";
import { batchNewsStream } from "#lib/web/batch-news-stream.ts";
import { refusalResponse } from "#lib/web/refusal-response.ts";
import { pageContext } from "#lib/web/request-context.ts";

interface Context {
  readonly params: Promise<{ id: string }>;
}

/** How far a batch has been read, as server-sent events. */
export async function GET({ signal }: Request, { params }: Context): Promise<Response> {
  const input = await params;
  const ctx = await pageContext();
  try {
    await getBatch({ ctx, input });
    return new Response(batchNewsStream(followBatch({ ctx, input, signal })), {
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
