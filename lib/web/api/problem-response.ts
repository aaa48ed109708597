import { ApiProblem } from "#lib/api/v1/api-problem.ts";
import { pointerTo } from "#lib/api/v1/input-errors.ts";
import { problemDocument, type ProblemCode, type ProblemError } from "#lib/api/v1/problems.ts";
import { type ServiceError, type ServiceErrorCode, toServiceError } from "#lib/services/service-error.ts";

const CODES: Readonly<Record<Exclude<ServiceErrorCode, "invalid">, ProblemCode>> = {
  "not-found": "not-found",
  unauthenticated: "key-missing",
  forbidden: "forbidden",
  "cross-site": "cross-site",
  conflict: "conflict",
  "key-reused": "idempotency-key-reused",
  limited: "rate-limited",
  unavailable: "unavailable",
};

/** The problem that an exception is; `internal-error` for one that nobody foresaw, which tells nothing. */
export function problemOf(error: unknown, method: string): ApiProblem {
  if (error instanceof ApiProblem) return error;
  const refusal = toServiceError(error);
  if (refusal === null) {
    return new ApiProblem("internal-error", { detail: "Something went wrong on our side. It was noted." });
  }
  if (refusal.code === "invalid") return invalid(refusal, method);
  return new ApiProblem(CODES[refusal.code], { detail: refusal.message, headers: headersOf(refusal) });
}

/** What a verb found wrong was in the body where there is one, else in the address. */
function invalid({ message, field }: ServiceError, method: string): ApiProblem {
  const path = (field ?? "").split(".").filter(step => step !== "");
  const place = method === "POST" ? { pointer: pointerTo(path) } : { parameter: path[0] ?? "" };
  const errors: readonly ProblemError[] = [{ code: "malformed", detail: message, ...place }];
  return new ApiProblem(method === "POST" ? "invalid-input" : "bad-parameter", { errors });
}

const headersOf = ({ retryAfter, scope }: ServiceError): Readonly<Record<string, string>> => ({
  ...(retryAfter === null ? {} : { "retry-after": String(retryAfter) }),
  // RFC 6750 section 3.1
  ...(scope === null
    ? {}
    : { "www-authenticate": `Bearer realm="mailtriage", error="insufficient_scope", scope="${scope}"` }),
});

/** A problem as an answer. */
export function problemResponse(
  { code, message, errors, headers }: ApiProblem,
  more: Readonly<Record<string, string>> = {},
): Response {
  const document = problemDocument(code, message, errors);
  return new Response(JSON.stringify(document), {
    status: document.status,
    headers: {
      "cache-control": "no-store",
      "x-robots-tag": "noindex",
      ...more,
      ...headers,
      "content-type": "application/problem+json",
    },
  });
}
