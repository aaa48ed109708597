import { type Answer, type AnswerHeader, type Operation, problemsOf } from "../define-operation.ts";
import { PROBLEMS, type ProblemCode } from "../problems.ts";
import { type JsonSchema, schemaOf } from "./json-schema.ts";

interface Header {
  readonly description: string;
  readonly schema: JsonSchema;
}

export interface Response {
  readonly description: string;
  readonly headers?: Readonly<Record<string, Header | { readonly $ref: string }>>;
  readonly content?: Readonly<Record<string, { readonly schema: JsonSchema }>>;
}

/** What a call can be answered with, by status. */
export function responsesOf(operation: Operation): Readonly<Record<string, Response>> {
  const byStatus = Map.groupBy(problemsOf(operation), code => PROBLEMS[code].status);
  return Object.fromEntries([
    ...operation.answers.map(answer => [String(answer.status), success(answer)]),
    ...[...byStatus].map(([status, codes]) => [String(status), refusal(status, codes)]),
  ]);
}

function success({ description, schema, mediaType = "application/json", headers = [] }: Answer): Response {
  return {
    description,
    headers: headersOf(headers),
    ...(schema === null ? {} : { content: { [mediaType]: { schema: schemaOf(schema) } } }),
  };
}

function refusal(status: number, codes: readonly ProblemCode[]): Response {
  const again: readonly AnswerHeader[] = status === 429 || status === 503 ? ["Retry-After"] : [];
  return {
    description: codes.map(code => `\`${code}\`: ${PROBLEMS[code].title}.`).join(" "),
    headers: headersOf(again),
    content: { "application/problem+json": { schema: { $ref: "#/components/schemas/Problem" } } },
  };
}

const headersOf = (names: readonly AnswerHeader[]) =>
  Object.fromEntries(
    [...names, "RateLimit", "RateLimit-Policy", "Request-Id"].map(name => [
      name,
      { $ref: `#/components/headers/${name}` },
    ]),
  );

const text: JsonSchema = { type: "string" };

/** The headers of answers. */
export const HEADERS: Readonly<Record<string, Header>> = {
  Location: { description: "Where the thing is.", schema: text },
  "Retry-After": { description: "Seconds to wait.", schema: { type: "integer" } },
  "Preference-Applied": { description: "`wait=N`: the wait that was granted (RFC 7240).", schema: text },
  "Idempotency-Replayed": {
    description: "`true`: an earlier request with this key did the work.",
    schema: text,
  },
  RateLimit: {
    description: 'What is left: `"requests";r=598;t=1`, r of the quota, t seconds until it is full again.',
    schema: text,
  },
  "RateLimit-Policy": {
    description: 'The quotas: `"requests";q=600;w=60`, q within w seconds.',
    schema: text,
  },
  "Request-Id": { description: "Names the request when something has to be looked into.", schema: text },
};
