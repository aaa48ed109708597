import { followBounce } from "#lib/services/bounces/follow.ts";
import { getBounce } from "#lib/services/bounces/get.ts";
import { eventStreamResponse } from "#lib/web/event-stream-response.ts";
import { jsonEventStream } from "#lib/web/json-event-stream.ts";
import { pageContext } from "#lib/web/request-context.ts";

interface Context {
  readonly params: Promise<{ id: string }>;
}

/** What moves about a bounce, as server-sent events. */
export async function GET({ signal }: Request, { params }: Context): Promise<Response> {
  const input = await params;
  const ctx = await pageContext();
  return eventStreamResponse(async () => {
    await getBounce({ ctx, input });
    return jsonEventStream(followBounce({ ctx, input, signal }));
  });
}
