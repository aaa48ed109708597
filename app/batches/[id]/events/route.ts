import { followBatch } from "#lib/services/batches/follow.ts";
import { getBatch } from "#lib/services/batches/get.ts";
import { eventStreamResponse } from "#lib/web/event-stream-response.ts";
import { jsonEventStream } from "#lib/web/json-event-stream.ts";
import { pageContext } from "#lib/web/request-context.ts";

interface Context {
  readonly params: Promise<{ id: string }>;
}

/** How far a batch has been read, as server-sent events. */
export async function GET({ signal }: Request, { params }: Context): Promise<Response> {
  const input = await params;
  const ctx = await pageContext();
  return eventStreamResponse(async () => {
    await getBatch({ ctx, input });
    return jsonEventStream(followBatch({ ctx, input, signal }));
  });
}
