import { ApiProblem } from "#lib/api/v1/api-problem.ts";
import type { Operation } from "#lib/api/v1/define-operation.ts";

/** The longest that an answer is held back. */
const MOST_WAIT_SECONDS = 30;

/** The key under which a request is done once; null where none was sent. Refuses with `bad-parameter`. */
export function idempotencyKeyOf({ headers }: Request, { idempotent, method }: Operation): string | null {
  const key = headers.get("idempotency-key");
  if (key === null || method !== "POST") return null;
  // To ignore it would be to promise a safety that is not there.
  if (idempotent !== true) throw badHeader("not-allowed", "This operation takes no Idempotency-Key.");
  if (/^[!-~]{1,255}$/.test(key)) return key;
  throw badHeader("malformed", "An Idempotency-Key has 1 to 255 visible ASCII characters.");
}

const badHeader = (code: "not-allowed" | "malformed", detail: string) =>
  new ApiProblem("bad-parameter", { errors: [{ code, detail, header: "Idempotency-Key" }] });

/**
 * How many seconds the caller would rather wait than ask again (RFC 7240 section 4.3), 0 where nothing is said.
 * A preference that cannot be read is none.
 */
export function waitOf({ headers }: Request, { waits }: Operation): number {
  if (waits !== true) return 0;
  const [, seconds = "0"] =
    /(?:^|,)\s*wait\s*=\s*"?(\d{1,6})"?\s*(?:[,;]|$)/i.exec(headers.get("prefer") ?? "") ?? [];
  return Math.min(Number(seconds), MOST_WAIT_SECONDS);
}
