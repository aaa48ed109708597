import { type OpenApiOperation, openApiDocument } from "#lib/api/v1/openapi/document.ts";
import type { JsonSchema } from "#lib/api/v1/openapi/json-schema.ts";
import { PROBLEM_CODES, PROBLEMS, type ProblemCode } from "#lib/api/v1/problems.ts";
import { curlCall } from "./curl-call.ts";
import { kindOf, type Member, membersOf, type Schemas } from "./members.ts";

/** The documentation of the API, made from its OpenAPI document. */
export interface ApiDocs {
  readonly groups: readonly { readonly tag: string; readonly operations: readonly OperationDoc[] }[];
  readonly schemas: readonly SchemaDoc[];
  readonly problems: readonly ProblemDoc[];
}

export interface OperationDoc {
  /** Its place in the page. */
  readonly id: string;
  readonly method: string;
  readonly path: string;
  readonly summary: string;
  readonly description: string | null;
  /** Who may call it, in one sentence. */
  readonly access: string;
  readonly parameters: readonly Member[];
  readonly body: readonly Member[];
  readonly answers: readonly AnswerDoc[];
  /** Codes of what it can be refused with. */
  readonly problems: readonly ProblemCode[];
  readonly curl: string;
}

export interface AnswerDoc {
  readonly status: string;
  readonly description: string;
  /** The name of what it holds, and of its schema in the page; null for an answer without a body. */
  readonly holds: string | null;
  readonly schema: string | null;
}

export interface SchemaDoc {
  readonly name: string;
  readonly description: string | null;
  readonly members: readonly Member[];
}

export interface ProblemDoc {
  readonly code: ProblemCode;
  readonly status: number;
  readonly title: string;
  readonly remedy: string;
}

/** The documentation with the calls of this site. */
export function apiDocs(site: string): ApiDocs {
  const { tags, paths, servers, components } = openApiDocument();
  const base = `${site}${servers[0].url}`;
  const schemas: Schemas = components.schemas;
  const operations = Object.entries(paths).flatMap(([path, methods]) =>
    Object.entries(methods).map(([method, operation]) => ({
      tag: operation.tags[0],
      doc: describe(operation, { method: method.toUpperCase(), path, base, schemas }),
    })),
  );
  return {
    groups: tags.map(({ name }) => ({
      tag: name,
      operations: operations.filter(({ tag }) => tag === name).map(({ doc }) => doc),
    })),
    schemas: Object.entries(schemas).map(([name, schema]) => ({
      name,
      description: wordsOf(schema),
      members: membersOf(schema),
    })),
    problems: PROBLEM_CODES.map(code => ({ code, ...PROBLEMS[code] })),
  };
}

interface Place {
  readonly method: string;
  readonly path: string;
  readonly base: string;
  readonly schemas: Schemas;
}

function describe(operation: OpenApiOperation, { method, path, base, schemas }: Place): OperationDoc {
  const { operationId, summary, description = null, parameters, requestBody } = operation;
  const body = Object.values(requestBody?.content ?? {})[0];
  return {
    id: operationId,
    method,
    path,
    summary,
    description,
    access: accessWords(operation),
    parameters: parameters.map(({ name, in: where, required, description: words, schema }) => ({
      name: where === "header" ? `${name}:` : name,
      kind: where === "path" ? "in the path" : kindOf(schema),
      schema: null,
      required,
      description: words,
    })),
    body: body === undefined ? [] : membersOf(resolved(body.schema, schemas)),
    answers: answersOf(operation),
    problems: PROBLEM_CODES.filter(code => mentions(operation, code)),
    curl: curlCall({ method, url: `${base}${path}`, operation, body: body?.example }),
  };
}

function answersOf({ responses }: OpenApiOperation): readonly AnswerDoc[] {
  return Object.entries(responses)
    .filter(([status]) => status.startsWith("2"))
    .map(([status, { description, content = {} }]) => {
      const [media] = Object.entries(content);
      if (media === undefined) return { status, description, holds: null, schema: null };
      const [mediaType, { schema }] = media;
      const name = typeof schema["$ref"] === "string" ? kindOf(schema) : null;
      const holds = mediaType === "application/jsonl" ? `lines of ${name ?? "JSON"}` : (name ?? "JSON");
      return { status, description, holds, schema: name };
    });
}

const mentions = ({ responses }: OpenApiOperation, code: ProblemCode): boolean =>
  responses[String(PROBLEMS[code].status)]?.description.includes(`\`${code}\``) === true;

function accessWords({ security }: OpenApiOperation): string {
  if (security.length === 0) return "Open to everybody.";
  const scopes = security.flatMap(requirement => requirement["key"] ?? []);
  const key = scopes.length === 0 ? "Needs a key." : `Needs a key with ${scopes.join(" and ")}.`;
  const open = security.some(requirement => Object.keys(requirement).length === 0);
  return open ? `${key} Without a key too, where the operator lets strangers in.` : key;
}

const resolved = (schema: JsonSchema, schemas: Schemas): JsonSchema =>
  typeof schema["$ref"] === "string" ? (schemas[kindOf(schema)] ?? schema) : schema;

const wordsOf = ({ description }: JsonSchema): string | null =>
  typeof description === "string" ? description : null;
