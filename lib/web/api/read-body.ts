import type { z } from "zod";
import { ApiProblem } from "#lib/api/v1/api-problem.ts";
import { inputErrors, pointerTo } from "#lib/api/v1/input-errors.ts";

/** Our own politeness: a bulk scan of 1,000 of the longest names fits in four times. */
const MOST_BYTES = 1_000_000;

/** Whoever sends so much more is cut off. */
const MOST_DISCARDED = 3_000_000;
const DISCARD_MS = 1_000;

export type BodyOf<Schema> = Schema extends z.ZodType ? z.output<Schema> : null;

/**
 * The JSON body of a request as its schema has it; null where the operation reads none. Refuses with
 * `media-type-unsupported`, `body-too-large`, `bad-json` or `invalid-input`; no refusal repeats what was sent.
 */
export async function readBody<Schema extends z.ZodType | null>(
  request: Request,
  schema: Schema,
): Promise<BodyOf<Schema>> {
  // The conditional type follows the schema, which the compiler cannot see through a generic.
  if (schema === null) return null as BodyOf<Schema>;
  refuseOtherMediaTypes(request.headers);
  const parsed = schema.safeParse(jsonOf(utf8Of(await bytesOf(request, MOST_BYTES))));
  if (parsed.success) return parsed.data as BodyOf<Schema>;
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

function utf8Of(bytes: Uint8Array<ArrayBuffer>): string {
  try {
    return new TextDecoder("utf-8", { fatal: true }).decode(bytes);
  } catch {
    throw new ApiProblem("bad-json", { detail: "The body is not UTF-8." });
  }
}

/** The octets of a body; no more than the cap are kept, whatever length was announced. */
export async function bytesOf({ body }: Request, most: number): Promise<Uint8Array<ArrayBuffer>> {
  const chunks: Uint8Array[] = [];
  let length = 0;
  for await (const chunk of body ?? []) {
    length += chunk.length;
    if (length <= most) chunks.push(chunk);
    if (length > most + MOST_DISCARDED) break;
  }
  if (length > most) {
    throw new ApiProblem("body-too-large", { detail: `The body is larger than ${most / 1_000_000} MB.` });
  }
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
