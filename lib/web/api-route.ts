import type { z } from "zod";
import type { Operation } from "#lib/api/v1/define-operation.ts";
import type { ServiceContext } from "#lib/services/context.ts";
import { idempotently, type Settled } from "#lib/services/idempotently.ts";
import { limitStanding } from "#lib/services/limits/standing.ts";
import { randomToken } from "#lib/values/random-token.ts";
import type { Call } from "./api/call.ts";
import { callerOf } from "./api/caller.ts";
import { limitHeaders } from "./api/limit-headers.ts";
import { noteFault } from "./api/note-fault.ts";
import { problemOf, problemResponse } from "./api/problem-response.ts";
import { readParams, readQuery, refuseKeyInAddress } from "./api/read-address.ts";
import { type BodyOf, discardBody, readBody } from "./api/read-body.ts";
import { idempotencyKeyOf, waitOf } from "./api/read-headers.ts";
import { readUpload } from "./api/read-upload.ts";
import { type LinesReply, type Reply, responseOf } from "./api/reply.ts";
import { siteOf } from "./site-of.ts";

/** How an operation is carried out. */
export interface Handler<Query, Body, Ready, Value> {
  /** What takes its time, such as reading a mail: done before the transaction that the verb may be part of. */
  prepare?(call: Call<Query, Body>): Promise<Ready>;
  /** Calls the verb. With an Idempotency-Key it is called once, and what it gave is kept: ids, no secrets. */
  run(call: Call<Query, Body>, ready: Ready): Promise<Value>;
  /** Tells what came of it, as it is now. */
  respond(value: Value, call: Call<Query, Body>): Reply | LinesReply | Promise<Reply | LinesReply>;
}

/** A handler as Next calls it. */
export type ApiHandler = (
  request: Request,
  context: { readonly params: Promise<Readonly<Record<string, string>> | undefined> },
) => Promise<Response>;

/**
 * Makes a route of an operation and its handler: reads and checks what the definition says, finds out who calls,
 * counts, calls, and turns every refusal into a problem document. Authority is checked in the verbs.
 */
export const apiRoute =
  <Query extends z.ZodType, Body extends z.ZodType | null, Ready, Value>(
    operation: Operation<Query, Body>,
    handler: Handler<z.output<Query>, BodyOf<Body>, Ready, Value>,
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
        ...(await inputOf(request, operation)),
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
async function settle<Query, Body, Ready, Value>(
  request: Request,
  {
    operation,
    handler,
    call,
  }: { operation: Operation; handler: Handler<Query, Body, Ready, Value>; call: Call<Query, Body> },
): Promise<Settled<Value>> {
  const key = idempotencyKeyOf(request, operation);
  // Where nothing is prepared, `run` takes nothing that was.
  const ready = (await handler.prepare?.(call)) as Ready;
  if (key === null) return { outcome: await handler.run(call, ready), replayed: false };
  const { ctx, body, file } = call;
  const input = { key, request: [operation.id, body, file?.digest ?? null] };
  return idempotently({ ctx, input }, inner => handler.run({ ...call, ctx: inner }, ready));
}

/** What was sent: the body that the operation reads, or a file in its place. */
async function inputOf<Query extends z.ZodType, Body extends z.ZodType | null>(
  request: Request,
  { body, upload }: Operation<Query, Body>,
): Promise<Pick<Call<unknown, BodyOf<Body>>, "body" | "file">> {
  const file = upload === undefined ? null : await readUpload(request, upload);
  if (upload === undefined || file === null) return { body: await readBody(request, body), file: null };
  return { body: upload.body as BodyOf<Body>, file };
}

/** What every answer carries. An answer is not lost because what is left cannot be found out. */
async function headersFor(
  counted: ServiceContext | null,
  requestId: string,
): Promise<Record<string, string>> {
  const standings = counted === null ? [] : await limitStanding({ ctx: counted }).catch(() => []);
  return { "request-id": requestId, ...limitHeaders(standings) };
}
