import type { OpenApiOperation } from "#lib/api/v1/openapi/document.ts";
import { OPERATIONS } from "#lib/api/v1/operations/index.ts";

interface CurlInput {
  readonly method: string;
  readonly url: string;
  readonly operation: OpenApiOperation;
  readonly body: unknown;
}

/** An id that looks like one, and names nothing. */
const EXAMPLE_ID = "5c0rTzBq1WmXv8KdYh2LpN";

/** What curl sends where it is not told. */
const impliedMethod = (body: unknown): string => (body === undefined ? "GET" : "POST");

/** The operation as a call of curl, one option a line. */
export function curlCall({ method, url, operation, body }: CurlInput): string {
  const query = OPERATIONS.find(({ id }) => id === operation.operationId)?.example?.query;
  const address = `${url.replace(/\{\w+\}/u, EXAMPLE_ID)}${query === undefined ? "" : `?${query}`}`;
  const takes = (header: string) => operation.parameters.some(({ name }) => name === header);
  const options = [
    ...(method === impliedMethod(body) ? [] : [`-X ${method}`]),
    ...(operation.security.length === 0 ? [] : [`-H "Authorization: Bearer $MAILTRIAGE_KEY"`]),
    ...(takes("Prefer") ? [`-H "Prefer: wait=20"`] : []),
    ...(takes("Idempotency-Key") ? [`-H "Idempotency-Key: $(uuidgen)"`] : []),
    ...(body === undefined ? [] : [`--json '${JSON.stringify(body)}'`]),
  ];
  return [`curl ${/[?&]/u.test(address) ? `"${address}"` : address}`, ...options].join(" \\\n  ");
}
