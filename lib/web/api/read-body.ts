import type { z } from "zod";
import { ApiProblem } from "#lib/api/v1/api-problem.ts";
import { inputErrors, pointerTo } from "#lib/api/v1/input-errors.ts";

/** Our own politeness: a bulk scan of 1,000 of the longest names fits in four times. */
const MOST_BYTES = 1_000_000;

/** Whoever sends more than this is cut off. */
const MOST_DISCARDED = 4 * MOST_BYTES;
const DISCARD_MS = 1_000;

/**
 * The JSON body of a request as its schema has it. Refuses with `media-type-unsupported`, `body-too-large`,
 * `bad-json` or `invalid-input`; no refusal repeats what was sent.
 */
export async function readBody<Schema extends z.ZodType>(
  request: Request,
  schema: Schema,
): Promise<z.output<Schema>> {
  refuseOtherMediaTypes(request.headers);
  const parsed = schema.safeParse(jsonOf(await textOf(request)));
  if (parsed.success) return parsed.data;
  throw new ApiProblem("invalid-input", {
    errors: inputErrors(parsed.error.issues, path => ({ pointer: pointerTo(path) })),
  });
}

/** RFC 8259 section 11: the media type knows no charset; one that says UTF-8 does no harm. */
const JSON_TYPE = /^application\/json\s*(;\s*charset="?utf-8"?\s*)?$/i;

function refuseOtherMediaTypes(headers: Headers): void {
  const type = headers.get("content-type") ?? "";
  const coding = headers.get("content-encoding") ?? "identity";
  if (JSON_TYPE.test(type) && coding === "identity") return;
  throw new ApiProblem("media-type-unsupported", {
    detail: "Only application/json in UTF-8 is read, uncompressed.",
    // RFC 9110 section 15.5.16
    headers: { accept: "application/json" },
  });
}

async function textOf(request: Request): Promise<string> {
  const bytes = await bytesOf(request);
  try {
    return new TextDecoder("utf-8", { fatal: true }).decode(bytes);
  } catch {
    throw new ApiProblem("bad-json", { detail: "The body is not UTF-8." });
  }
}

/** Keeps no more than the cap, whatever length was announced. */
async function bytesOf({ body }: Request): Promise<Uint8Array> {
  const chunks: Uint8Array[] = [];
  let length = 0;
  for await (const chunk of body ?? []) {
    length += chunk.length;
    if (length <= MOST_BYTES) chunks.push(chunk);
    if (length > MOST_DISCARDED) break;
  }
  if (length > MOST_BYTES)
    throw new ApiProblem("body-too-large", { detail: "The body is larger than 1 MB." });
  return Buffer.concat(chunks);
}

/**
 * Reads on what a refused request still sends, for a moment. A connection with unread octets is reset when it is
 * closed, and then the client never sees why it was refused.
 */
export async function discardBody({ body, bodyUsed }: Request): Promise<void> {
  if (body === null || bodyUsed) return;
  const read = async () => {
    let length = 0;
    for await (const chunk of body) {
      length += chunk.length;
      if (length > MOST_DISCARDED) break;
    }
  };
  const moment = new Promise(resolve => setTimeout(resolve, DISCARD_MS).unref());
  await Promise.race([read().catch(() => {}), moment]);
}

function jsonOf(text: string): unknown {
  if (text.trim() === "") throw new ApiProblem("bad-json", { detail: "The body is empty." });
  try {
    return JSON.parse(text);
  } catch {
    throw new ApiProblem("bad-json", { detail: "The body is not well-formed JSON (RFC 8259)." });
  }
}
