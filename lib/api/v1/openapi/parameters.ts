import type { Operation } from "../define-operation.ts";
import { Id } from "../schemas/common.ts";
import { type JsonSchema, schemaOf } from "./json-schema.ts";

export interface Parameter {
  readonly name: string;
  readonly in: "path" | "query" | "header";
  readonly required: boolean;
  readonly description: string;
  readonly schema: JsonSchema;
}

/** Everything that a call carries besides its body. */
export const parametersOf = (operation: Operation): readonly Parameter[] => [
  ...pathParameters(operation),
  ...queryParameters(operation),
  ...(operation.idempotent === true ? [IDEMPOTENCY_KEY] : []),
  ...(operation.waits === true ? [PREFER] : []),
];

const pathParameters = ({ params = {} }: Operation): readonly Parameter[] =>
  Object.entries(params).map(([name, description]) => ({
    name,
    in: "path",
    required: true,
    description,
    schema: schemaOf(Id),
  }));

function queryParameters({ query }: Operation): readonly Parameter[] {
  const { properties = {}, required = [] } = schemaOf(query);
  return Object.entries(properties as Readonly<Record<string, JsonSchema>>).map(
    ([name, { description = "", ...schema }]) => ({
      name,
      in: "query",
      required: (required as readonly string[]).includes(name),
      description: String(description),
      schema,
    }),
  );
}

const IDEMPOTENCY_KEY: Parameter = {
  name: "Idempotency-Key",
  in: "header",
  required: false,
  description:
    "Makes it safe to send a request again: the same key with the same request is answered by the same thing, for 24 hours. With another request it is refused. A random UUID is a good key.",
  schema: { type: "string", minLength: 1, maxLength: 255, pattern: "^[\\x21-\\x7e]+$" },
};

const PREFER: Parameter = {
  name: "Prefer",
  in: "header",
  required: false,
  description: "`wait=N` waits up to N seconds, 30 at the most, for the scan to finish (RFC 7240).",
  schema: { type: "string", examples: ["wait=20"] },
};
