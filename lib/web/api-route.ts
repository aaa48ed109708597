import type { z } from "zod";
import type { Operation } from "#lib/api/v1/define-operation.ts";
import type { ServiceContext } from "#lib/services/context.ts";
import { idempotently, type Settled } from "#lib/services/idempotently.ts";
import { limitStanding } from "#lib/services/limits/standing.ts";
import { randomToken } from "#lib/values/random-token.ts";
import { callerOf } from "./api/caller.ts";
import { limitHeaders } from "./api/limit-headers.ts";
import { noteFault } from "./api/note-fault.ts";
import { problemOf, problemResponse } from "./api/problem-response.ts";
import { discardBody, readBody } from "./api/read-body.ts";
import { readParams, readQuery, refuseKeyInAddress } from "./api/read-address.ts";
import { idempotencyKeyOf, waitOf } from "./api/read-headers.ts";
import { type LinesReply, type Reply, responseOf } from "./api/reply.ts";
import { siteOf } from "./site-of.ts";

/** One call of an operation, read and checked against its definition. */
export interface Call<Query, Body> {
  readonly ctx: ServiceContext;
  /** The id in the path; empty where there is none. */
  readonly id: string;
  readonly query: Query;
  readonly body: Body;
  /** Where people reach the pages, without a final slash. */
  readonly site: string;
  /** Seconds that the caller would rather wait than ask again. */
  readonly wait: number;
  readonly signal: AbortSignal;
}

/** How an operation is carried out. */
export interface Handler<Query, Body, Value> {
  /** Calls the verb. With an Idempotency-Key it is called once, and what it gave is kept: ids, no secrets. */
  run(call: Call<Query, Body>): Promise<Value>;
  /** Tells what came of it, as it is now. */
  respond(value: Value, call: Call<Query, Body>): Reply | LinesReply | Promise<Reply | LinesReply>;
}

/** A handler as Next calls it. */
export type ApiHandler = (
  request: Request,
  context: { readonly params: Promise<Readonly<Record<string, string>> | undefined> },
) => Promise<Response>;

type BodyOf<Schema> = Schema extends z.ZodType ? z.output<Schema> : null;

/**
 * Makes a route of an operation and its handler: reads and checks what the definition says, finds out who calls,
 * counts, calls, and turns every refusal into a problem document. Authority is checked in the verbs.
 */
export const apiRoute =
  <Query extends z.ZodType, Body extends z.ZodType | null, Value>(
    operation: Operation<Query, Body>,
    handler: Handler<z.output<Query>, BodyOf<Body>, Value>,
  ): ApiHandler =>
  async (request, { params }) => {
    const requestId = randomToken();
    let counted: ServiceContext | null = null;
    try {
      const url = new URL(request.url);
      refuseKeyInAddress(url);
      const ctx = await callerOf(request, operation);
      if (operation.access !== "public") counted = ctx;
      const { id = "" } = readParams(await params);
      const call: Call<z.output<Query>, BodyOf<Body>> = {
        ctx,
        id,
        query: readQuery(url, operation.query),
        body: await bodyOf(request, operation.body),
        site: siteOf(request.headers),
        wait: waitOf(request, operation),
        signal: request.signal,
      };
      const { outcome, replayed } = await settle(request, { operation, handler, call });
      const reply = await handler.respond(outcome, call);
      return responseOf(reply, {
        ...(replayed ? { "idempotency-replayed": "true" } : {}),
        ...(await headersFor(counted, requestId)),
      });
    } catch (error) {
      await discardBody(request);
      const problem = problemOf(error, request.method);
      if (problem.code === "internal-error") noteFault(error, { operation: operation.id, requestId });
      return problemResponse(problem, await headersFor(counted, requestId));
    }
  };

/** With an Idempotency-Key the verb is called once for it, whatever process or machine the request comes to. */
async function settle<Query, Body, Value>(
  request: Request,
  {
    operation,
    handler,
    call,
  }: { operation: Operation; handler: Handler<Query, Body, Value>; call: Call<Query, Body> },
): Promise<Settled<Value>> {
  const key = idempotencyKeyOf(request, operation);
  if (key === null) return { outcome: await handler.run(call), replayed: false };
  const { ctx, body } = call;
  return idempotently({ ctx, input: { key, request: [operation.id, body] } }, inner =>
    handler.run({ ...call, ctx: inner }),
  );
}

/** The conditional type follows the schema, which the compiler cannot see through a generic. */
const bodyOf = async <Schema extends z.ZodType | null>(
  request: Request,
  schema: Schema,
): Promise<BodyOf<Schema>> => (schema === null ? null : await readBody(request, schema)) as BodyOf<Schema>;

/** What every answer carries. An answer is not lost because what is left cannot be found out. */
async function headersFor(
  counted: ServiceContext | null,
  requestId: string,
): Promise<Record<string, string>> {
  const standings = counted === null ? [] : await limitStanding({ ctx: counted }).catch(() => []);
  return { "request-id": requestId, ...limitHeaders(standings) };
}
