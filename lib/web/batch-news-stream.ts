import type { BatchNews } from "#lib/services/batches/follow.ts";
import { textStream } from "./text-stream.ts";

/** The news of one batch as server-sent events (HTML 9.2). Ends with the batch or the listener. */
export const batchNewsStream = (news: AsyncIterable<BatchNews>): ReadableStream<Uint8Array> =>
  textStream(eventsOf(news));

async function* eventsOf(news: AsyncIterable<BatchNews>): AsyncGenerator<string, void, void> {
  for await (const one of news) yield `data: ${JSON.stringify(one)}\n\n`;
}
