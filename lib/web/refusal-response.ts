import type { ServiceError, ServiceErrorCode } from "#lib/services/service-error.ts";

const STATUS: Readonly<Record<ServiceErrorCode, number>> = {
  "not-found": 404,
  unauthenticated: 401,
  forbidden: 403,
  "cross-site": 403,
  conflict: 409,
  "key-reused": 422,
  invalid: 400,
  limited: 429,
  unavailable: 503,
};

/** A refusal as the answer of a route that is not the API: its status, and its sentence as plain text. */
export function refusalResponse({ code, message, retryAfter }: ServiceError): Response {
  return new Response(`${message}\n`, {
    status: STATUS[code],
    headers: {
      "content-type": "text/plain; charset=utf-8",
      "cache-control": "no-store",
      ...(retryAfter === null ? {} : { "retry-after": String(retryAfter) }),
    },
  });
}
