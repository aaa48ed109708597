import { textStream } from "./text-stream.ts";

/** News as server-sent events (HTML 9.2), one JSON object each. Ends with the news or the listener. */
export const jsonEventStream = (news: AsyncIterable<object>): ReadableStream<Uint8Array> =>
  textStream(eventsOf(news));

async function* eventsOf(news: AsyncIterable<object>): AsyncGenerator<string, void, void> {
  for await (const one of news) yield `data: ${JSON.stringify(one)}\n\n`;
}
