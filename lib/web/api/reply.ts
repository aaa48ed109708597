import { noteFault } from "./note-fault.ts";

/** What an operation answers with. */
export interface Reply {
  readonly status: number;
  /** JSON; null for an answer without a body. */
  readonly body: object | null;
  readonly headers?: Readonly<Record<string, string>>;
}

/** An answer of JSON lines that is sent as it is read. */
export interface LinesReply {
  readonly status: number;
  readonly lines: AsyncIterable<object>;
}

/** It was deleted or ended. */
export const GONE: Reply = { status: 204, body: null };

/** The same for everybody until the next version is started. */
export const PUBLIC = { "cache-control": "public, max-age=300" };

/** Lines made one by one, as they are read. */
export async function* mapLines<Item>(
  items: AsyncIterable<Item>,
  line: (item: Item) => object,
): AsyncGenerator<object, void, void> {
  for await (const item of items) yield line(item);
}

const ALWAYS = { "cache-control": "private, no-store", "x-robots-tag": "noindex" };

export function responseOf(reply: Reply | LinesReply, headers: Readonly<Record<string, string>>): Response {
  if ("lines" in reply) {
    return new Response(linesOf(reply.lines, headers["request-id"] ?? ""), {
      status: reply.status,
      headers: { ...ALWAYS, "content-type": "application/jsonl", "x-accel-buffering": "no", ...headers },
    });
  }
  const { status, body } = reply;
  const type: Record<string, string> = body === null ? {} : { "content-type": "application/json" };
  return new Response(body === null ? null : JSON.stringify(body), {
    status,
    headers: { ...ALWAYS, ...type, ...headers, ...reply.headers },
  });
}

/** Sends as fast as is read. A failure half-way breaks the answer off, so that nobody takes it for whole. */
function linesOf(lines: AsyncIterable<object>, requestId: string): ReadableStream<Uint8Array> {
  const encoder = new TextEncoder();
  const iterator = lines[Symbol.asyncIterator]();
  return new ReadableStream({
    async pull(controller) {
      try {
        const { done, value } = await iterator.next();
        if (done === true) controller.close();
        else controller.enqueue(encoder.encode(`${JSON.stringify(value)}\n`));
      } catch (error) {
        noteFault(error, { operation: "lines", requestId });
        controller.error(new Error("The answer was broken off."));
      }
    },
    async cancel() {
      await iterator.return?.();
    },
  });
}
