import type { JsonSchema } from "#lib/api/v1/openapi/json-schema.ts";

export type Schemas = Readonly<Record<string, JsonSchema>>;

/** One member of an object, or one parameter. */
export interface Member {
  /** With the way to it: "progress.done", "findings[].check". */
  readonly name: string;
  /** "string", "Scan or null", "pending, running or done". */
  readonly kind: string;
  /** The schema of the page that the kind names; null where it names none. */
  readonly schema: string | null;
  readonly required: boolean;
  readonly description: string;
}

/** The members of an object, those of objects without a name of their own right below it. */
export function membersOf(schema: JsonSchema, prefix = ""): readonly Member[] {
  const properties = (schema["properties"] ?? {}) as Schemas;
  const required = (schema["required"] ?? []) as readonly string[];
  return Object.entries(properties).flatMap(([name, property]) => {
    const place = `${prefix}${name}`;
    const member: Member = {
      name: place,
      kind: kindOf(property),
      schema: refOf(property),
      required: required.includes(name),
      description: typeof property["description"] === "string" ? property["description"] : "",
    };
    return [member, ...innerMembers(property, place)];
  });
}

/** What is inside an object, a list of objects, or an object that may be null. */
function innerMembers(property: JsonSchema, place: string): readonly Member[] {
  if (property["type"] === "array") return innerMembers(property["items"] as JsonSchema, `${place}[]`);
  const object = alternatives(property).find(one => one["properties"] !== undefined);
  return object === undefined ? [] : membersOf(object, `${place}.`);
}

/** What a schema lets through, in few words. */
export function kindOf(schema: JsonSchema): string {
  const { $ref: ref, type, anyOf, items, format } = schema;
  if (typeof ref === "string") return ref.split("/").at(-1) ?? ref;
  if (Array.isArray(anyOf)) return unique(anyOf.map(kindOf)).join(" or ");
  if (Array.isArray(schema["enum"])) return listOf(schema["enum"].map(String));
  if ("const" in schema) return JSON.stringify(schema["const"]);
  if (Array.isArray(type)) return type.join(" or ");
  if (type === "array") return `list of ${kindOf(items as JsonSchema)}`;
  if (typeof format === "string") return FORMATS[format] ?? format;
  return typeof type === "string" ? type : "anything";
}

const FORMATS: Readonly<Record<string, string>> = {
  "date-time": "time",
  uri: "URL",
  ipv4: "IPv4 address",
  ipv6: "IPv6 address",
};

/** The schema of the page that a schema leads to. */
function refOf(schema: JsonSchema): string | null {
  if (schema["type"] === "array") return refOf(schema["items"] as JsonSchema);
  const named = alternatives(schema).find(one => typeof one["$ref"] === "string");
  return named === undefined ? null : kindOf(named);
}

const alternatives = (schema: JsonSchema): readonly JsonSchema[] =>
  Array.isArray(schema["anyOf"]) ? (schema["anyOf"] as readonly JsonSchema[]) : [schema];

const unique = (words: readonly string[]): readonly string[] => [...new Set(words)];

const listOf = (words: readonly string[]): string =>
  words.length < 2 ? words.join("") : `${words.slice(0, -1).join(", ")} or ${words.at(-1) ?? ""}`;
