import { MAX_MESSAGE } from "../wire/message.ts";
import type { Exchanged, ExchangeOptions } from "./server.ts";

/** One question as an HTTPS POST (RFC 8484). No redirects; a body above 64 KB is given up. */
export async function exchangeDoh<Value>(
  url: string,
  packet: Uint8Array,
  options: ExchangeOptions<Value>,
): Promise<Exchanged<Value>> {
  const signal = AbortSignal.timeout(options.timeoutMs);
  try {
    const response = await fetch(url, {
      method: "POST",
      headers: { accept: MEDIA_TYPE, "content-type": MEDIA_TYPE },
      body: Buffer.from(packet),
      redirect: "error",
      signal,
    });
    if (response.status !== 200) return failed("unreachable");
    if (mediaTypeOf(response) !== MEDIA_TYPE) return failed("malformed");
    const body = await bodyOf(response);
    const value = body === null ? null : options.read(body);
    return value === null ? failed("malformed") : { ok: true, value };
  } catch {
    // fetch rejects for network trouble and for our own time limit alike.
    return failed(signal.aborted ? "timeout" : "unreachable");
  }
}

const MEDIA_TYPE = "application/dns-message";

const failed = (failure: "timeout" | "unreachable" | "malformed") =>
  ({ ok: false, failure, stray: failure === "malformed" }) as const;

const mediaTypeOf = (response: Response): string =>
  (response.headers.get("content-type") ?? "").split(";", 1)[0]?.trim().toLowerCase() ?? "";

/** The body, or null as soon as it grows beyond a DNS message. */
async function bodyOf(response: Response): Promise<Uint8Array | null> {
  const chunks: Uint8Array[] = [];
  let length = 0;
  for await (const chunk of response.body ?? []) {
    chunks.push(chunk);
    length += chunk.length;
    if (length > MAX_MESSAGE) return null;
  }
  return Buffer.concat(chunks);
}
