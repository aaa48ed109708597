import { z } from "zod";
import { SCHEMA_NAMES } from "../schemas/index.ts";

export type JsonSchema = { readonly [keyword: string]: unknown };

/** What is sent and what is read look the same; members of answers stay open, since later versions add some. */
const OPTIONS = {
  io: "input",
  unrepresentable: "any",
  override: ({ jsonSchema }: { jsonSchema: { [keyword: string]: unknown } }) => {
    // A format says it all; zod spells each out as a pattern of hundreds of characters besides.
    if ("format" in jsonSchema) delete jsonSchema["pattern"];
    if (jsonSchema["maximum"] === Number.MAX_SAFE_INTEGER) delete jsonSchema["maximum"];
    if (jsonSchema["minimum"] === Number.MIN_SAFE_INTEGER) delete jsonSchema["minimum"];
  },
} as const;

const refTo = (id: string): string => `#/components/schemas/${id}`;

/** The schemas that have a name, for the components of the document. */
export function namedSchemas(): Readonly<Record<string, JsonSchema>> {
  const { schemas } = z.toJSONSchema(SCHEMA_NAMES, { ...OPTIONS, uri: refTo });
  return Object.fromEntries(
    Object.entries(schemas)
      .toSorted(([one], [other]) => (one < other ? -1 : 1))
      .map(([id, schema]) => [id, plain(schema)]),
  );
}

/** A reference to a named schema, or the schema of an unnamed one. */
export function schemaOf(schema: z.ZodType): JsonSchema {
  const named = SCHEMA_NAMES.get(schema);
  if (named !== undefined) return { $ref: refTo(named.id) };
  return plain(z.toJSONSchema(schema, OPTIONS));
}

/** Without what only a schema that stands alone has. */
const plain = ({ $schema: _dialect, $id: _id, ...schema }: JsonSchema): JsonSchema => schema;
