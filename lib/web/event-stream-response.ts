import { toServiceError } from "#lib/services/service-error.ts";
import { refusalResponse } from "./refusal-response.ts";

/** Server-sent events (HTML 9.2) as an answer that no cache and no proxy holds back; a refusal as its own answer. */
export async function eventStreamResponse(
  open: () => Promise<ReadableStream<Uint8Array>>,
): Promise<Response> {
  try {
    return new Response(await open(), {
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
