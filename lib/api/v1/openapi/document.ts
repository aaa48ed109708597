import type { z } from "zod";
import { API_SCOPE_WORDS, API_SCOPES } from "#lib/values/api-scope.ts";
import type { Operation } from "../define-operation.ts";
import { OPERATIONS } from "../operations/index.ts";
import { type JsonSchema, namedSchemas, schemaOf } from "./json-schema.ts";
import { type Parameter, parametersOf } from "./parameters.ts";
import { HEADERS, type Response, responsesOf } from "./responses.ts";

export interface OpenApiOperation {
  readonly operationId: string;
  readonly tags: readonly string[];
  readonly summary: string;
  readonly description?: string;
  readonly security: readonly Readonly<Record<string, readonly string[]>>[];
  readonly parameters: readonly Parameter[];
  readonly requestBody?: {
    readonly required: true;
    readonly content: Readonly<Record<string, { readonly schema: JsonSchema; readonly example?: unknown }>>;
  };
  readonly responses: Readonly<Record<string, Response>>;
}

/** The description of the API (OpenAPI 3.1.1), made of the operations and schemas that the doors use. */
export const openApiDocument = () =>
  ({
    openapi: "3.1.1",
    info: {
      title: "Mailtriage API",
      version: "1.0.0",
      description:
        "Scan domains and read the reports. Everything under /api/v1 stays as it is: members, operations and codes are added, none is changed or taken away.",
      license: { name: "MIT", identifier: "MIT" },
    },
    servers: [{ url: "/api/v1" }],
    tags: [...new Set(OPERATIONS.map(({ tag }) => tag))].map(name => ({ name })),
    paths: paths(),
    components: { schemas: namedSchemas(), headers: HEADERS, securitySchemes: { key: KEY } },
  }) as const;

const KEY = {
  type: "http",
  scheme: "bearer",
  description: `A key of the account page, \`mt_live_…\`, in the Authorization header and nowhere else. ${API_SCOPES.map(scope => `\`${scope}\`: ${API_SCOPE_WORDS[scope]}.`).join(" ")}`,
} as const;

function paths(): Readonly<Record<string, Readonly<Record<string, OpenApiOperation>>>> {
  const byPath = Map.groupBy(OPERATIONS, ({ path }) => path);
  return Object.fromEntries(
    [...byPath].map(([path, operations]) => [
      path,
      Object.fromEntries(operations.map(one => [one.method.toLowerCase(), describe(one)])),
    ]),
  );
}

function describe(operation: Operation): OpenApiOperation {
  const { id, tag, summary, description, body } = operation;
  return {
    operationId: id,
    tags: [tag],
    summary,
    ...(description === undefined ? {} : { description }),
    security: securityOf(operation),
    parameters: parametersOf(operation),
    ...(body === null ? {} : { requestBody: { required: true, content: bodiesOf(body, operation) } }),
    responses: responsesOf(operation),
  };
}

type Bodies = NonNullable<OpenApiOperation["requestBody"]>["content"];

/** The kinds of bodies that an operation reads. */
function bodiesOf(body: z.ZodType, { example, upload }: Operation): Bodies {
  const json = { schema: schemaOf(body) };
  return {
    "application/json": example?.body === undefined ? json : { ...json, example: example.body },
    ...(upload === undefined ? {} : { "multipart/form-data": { schema: fileForm(upload.description) } }),
  };
}

const fileForm = (description: string): JsonSchema => ({
  type: "object",
  properties: { file: { type: "string", format: "binary", description } },
  required: ["file"],
  additionalProperties: false,
});

/** An empty requirement means "without a key" (OpenAPI 3.1.1, section 4.8.30). */
function securityOf({ access, scope }: Operation): OpenApiOperation["security"] {
  const key = { key: scope === null ? [] : [scope] };
  if (access === "public") return [];
  return access === "anyone" ? [{}, key] : [key];
}
