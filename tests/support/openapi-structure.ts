import { z } from "zod";

/** What OpenAPI 3.1.1 asks of a document, as far as ours uses it: written from the specification, not from ours. */

const Schema = z.looseObject({});
const Ref = z.strictObject({ $ref: z.string().startsWith("#/components/") });
const Words = z.string().min(1);

const Parameter = z.strictObject({
  name: z.string().min(1),
  in: z.enum(["path", "query", "header", "cookie"]),
  required: z.boolean(),
  description: Words,
  schema: Schema,
});

const MediaTypes = z.record(
  z.string().regex(/^[a-z]+\/[a-z+.-]+$/),
  z.strictObject({ schema: Schema, example: z.unknown().optional() }),
);

const Response = z.strictObject({
  description: Words,
  headers: z.record(z.string(), Ref),
  content: MediaTypes.optional(),
});

const Operation = z.strictObject({
  operationId: z.string().regex(/^[a-z][A-Za-z]+$/),
  tags: z.array(z.string()).length(1),
  summary: Words,
  description: Words.optional(),
  security: z.array(z.record(z.string(), z.array(z.string()))),
  parameters: z.array(Parameter),
  requestBody: z.strictObject({ required: z.literal(true), content: MediaTypes }).optional(),
  responses: z.record(z.string().regex(/^[2-5]\d\d$/), Response),
});
export type OperationObject = z.infer<typeof Operation>;

export const OpenApiStructure = z.strictObject({
  openapi: z.literal("3.1.1"),
  info: z.strictObject({
    title: Words,
    version: z.string().regex(/^\d+\.\d+\.\d+$/),
    description: Words,
    license: z.strictObject({ name: z.string(), identifier: z.string() }),
  }),
  servers: z.array(z.strictObject({ url: z.string() })),
  tags: z.array(z.strictObject({ name: z.string() })),
  paths: z.record(
    z.string().startsWith("/"),
    z.partialRecord(z.enum(["get", "put", "post", "delete", "patch"]), Operation),
  ),
  components: z.strictObject({
    schemas: z.record(z.string().regex(/^[A-Za-z0-9._-]+$/), Schema),
    headers: z.record(z.string(), z.strictObject({ description: Words, schema: Schema })),
    securitySchemes: z.record(
      z.string(),
      z.strictObject({ type: z.literal("http"), scheme: z.literal("bearer"), description: Words }),
    ),
  }),
});

/** JSON Schema 2020-12, as far as ours uses it. */
const TYPES = ["object", "array", "string", "number", "integer", "boolean", "null"] as const;
export const JsonSchemaStructure: z.ZodType<JsonSchemaObject> = z.lazy(() =>
  z.strictObject({
    $ref: z.string().optional(),
    type: z.union([z.enum(TYPES), z.array(z.enum(TYPES))]).optional(),
    properties: z.record(z.string(), JsonSchemaStructure).optional(),
    required: z.array(z.string()).optional(),
    additionalProperties: z.union([z.boolean(), JsonSchemaStructure]).optional(),
    propertyNames: JsonSchemaStructure.optional(),
    items: JsonSchemaStructure.optional(),
    anyOf: z.array(JsonSchemaStructure).optional(),
    enum: z.array(z.union([z.string(), z.number()])).optional(),
    const: z.unknown().optional(),
    format: z.string().optional(),
    pattern: z.string().optional(),
    minimum: z.number().optional(),
    maximum: z.number().optional(),
    minLength: z.number().optional(),
    maxLength: z.number().optional(),
    minItems: z.number().optional(),
    maxItems: z.number().optional(),
    description: z.string().optional(),
    examples: z.array(z.unknown()).optional(),
  }),
);

export interface JsonSchemaObject {
  readonly $ref?: string | undefined;
  readonly type?: (typeof TYPES)[number] | readonly (typeof TYPES)[number][] | undefined;
  readonly properties?: Readonly<Record<string, JsonSchemaObject>> | undefined;
  readonly required?: readonly string[] | undefined;
  readonly additionalProperties?: boolean | JsonSchemaObject | undefined;
  readonly anyOf?: readonly JsonSchemaObject[] | undefined;
}
