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
  const always = operation.access === "public" ? UNCOUNTED : COUNTED;
  return Object.fromEntries([
    ...operation.answers.map(answer => [String(answer.status), success(answer, always)]),
    ...[...byStatus].map(([status, codes]) => [String(status), refusal(status, codes, always)]),
  ]);
}

const UNCOUNTED: readonly string[] = ["Request-Id"];
/** Where requests are counted, every answer tells what is left. */
const COUNTED: readonly string[] = ["RateLimit", "RateLimit-Policy", ...UNCOUNTED];

function success(answer: Answer, always: readonly string[]): Response {
  const { description, schema, mediaType = "application/json", headers = [] } = answer;
  return {
    description,
    headers: headersOf([...headers, ...always]),
    ...(schema === null ? {} : { content: { [mediaType]: { schema: schemaOf(schema) } } }),
  };
}

function refusal(status: number, codes: readonly ProblemCode[], always: readonly string[]): Response {
  const again: readonly AnswerHeader[] = status === 429 || status === 503 ? ["Retry-After"] : [];
  return {
    description: codes.map(code => `\`${code}\`: ${PROBLEMS[code].title}.`).join(" "),
    headers: headersOf([...again, ...always]),
    content: { "application/problem+json": { schema: { $ref: "#/components/schemas/Problem" } } },
  };
}

const headersOf = (names: readonly string[]) =>
  Object.fromEntries(names.map(name => [name, { $ref: `#/components/headers/${name}` }]));

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
