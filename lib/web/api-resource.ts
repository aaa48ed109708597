import { ApiProblem } from "#lib/api/v1/api-problem.ts";
import { problemResponse } from "./api/problem-response.ts";
import type { ApiHandler } from "./api-route.ts";

const METHODS = ["GET", "HEAD", "POST", "PUT", "PATCH", "DELETE", "OPTIONS"] as const;
type Method = (typeof METHODS)[number];

/** What a resource can be asked for. */
export type Operations = { readonly [Name in "GET" | "POST" | "PATCH" | "DELETE"]?: ApiHandler };

/**
 * A handler for every method of one address: its operations, HEAD beside GET, OPTIONS, and 405 with the methods
 * that there are for the rest (RFC 9110 sections 9.3.2, 9.3.7 and 15.5.6).
 */
export function apiResource(operations: Operations): Readonly<Record<Method, ApiHandler>> {
  const get = operations.GET;
  const known: Partial<Record<Method, ApiHandler>> = {
    ...operations,
    ...(get === undefined ? {} : { HEAD: headOf(get) }),
  };
  const allow = METHODS.filter(method => method === "OPTIONS" || known[method] !== undefined).join(", ");
  known.OPTIONS = async () => new Response(null, { status: 204, headers: { allow } });
  const refuse: ApiHandler = async () =>
    problemResponse(
      new ApiProblem("method-not-allowed", { detail: `Only ${allow} can be used here.`, headers: { allow } }),
    );
  return handlers(method => known[method] ?? refuse);
}

/** An address at which there is nothing, whatever the method. */
export const apiNothing = (): Readonly<Record<Method, ApiHandler>> => handlers(() => nothingHere);

const nothingHere: ApiHandler = async () =>
  problemResponse(new ApiProblem("not-found", { detail: "There is nothing at this address." }));

const handlers = (pick: (method: Method) => ApiHandler): Readonly<Record<Method, ApiHandler>> => ({
  GET: pick("GET"),
  HEAD: pick("HEAD"),
  POST: pick("POST"),
  PUT: pick("PUT"),
  PATCH: pick("PATCH"),
  DELETE: pick("DELETE"),
  OPTIONS: pick("OPTIONS"),
});

/** The same answer without its body. */
const headOf =
  (get: ApiHandler): ApiHandler =>
  async (request, context) => {
    const { status, headers, body } = await get(request, context);
    await body?.cancel();
    return new Response(null, { status, headers });
  };
