import { readFileSync } from "node:fs";
import { describe, expect, test } from "vitest";
import { z } from "zod";
import { openApiDocument } from "#lib/api/v1/openapi/document.ts";
import { PROBLEM_CODES, PROBLEMS } from "#lib/api/v1/problems.ts";
import { API_SCOPES } from "#lib/values/api-scope.ts";
import {
  type JsonSchemaObject,
  JsonSchemaStructure,
  OpenApiStructure,
} from "../../../support/openapi-structure.ts";

/** What clients were promised. Lines are added to the file; none is ever changed or taken away. */
const PROMISED = readFileSync("tests/fixtures/api/v1-contract.txt", "utf8").trimEnd().split("\n");

describe("the contract of v1", () => {
  test("has lost nothing that was promised", () => {
    const there = new Set(contract());
    expect(PROMISED.filter(line => !there.has(line))).toEqual([]);
  });

  test("promises all that there is", () => {
    expect(contract().filter(line => !PROMISED.includes(line))).toEqual([]);
  });

  test.each(PROBLEM_CODES)("the problem %s has words and a remedy", code => {
    const { status, title, remedy } = PROBLEMS[code];
    expect(status).toBeGreaterThanOrEqual(400);
    expect(title).toMatch(/^[A-Z].*[^.]$/);
    expect(remedy).toMatch(/\.$/);
  });
});

/** The document as lines, each of which a client may rely on. */
function contract(): readonly string[] {
  const document = OpenApiStructure.parse(JSON.parse(JSON.stringify(openApiDocument())));
  const schemas = z.record(z.string(), JsonSchemaStructure).parse(document.components.schemas);
  const operations = Object.entries(document.paths).flatMap(([path, methods]) =>
    Object.entries(methods).flatMap(([method, { operationId, security, parameters, responses }]) => [
      `${method} ${path} is ${operationId}`,
      `${method} ${path} lets in ${JSON.stringify(security)}`,
      ...parameters.map(one => `${method} ${path} takes ${one.in} ${one.name}`),
      ...Object.keys(responses).map(status => `${method} ${path} answers ${status}`),
    ]),
  );
  const members = Object.entries(schemas).flatMap(([name, { properties = {} }]) =>
    Object.entries(properties).map(([member, schema]) => `${name}.${member} is ${kindOf(schema)}`),
  );
  const problems = PROBLEM_CODES.map(code => `problem ${code} is ${PROBLEMS[code].status}`);
  return [...operations, ...members, ...problems, ...API_SCOPES.map(scope => `scope ${scope}`)].toSorted();
}

const kindOf = ({ $ref, type, anyOf }: JsonSchemaObject): string =>
  $ref?.split("/").at(-1) ??
  (type === undefined ? undefined : String(type)) ??
  anyOf?.map(kindOf).join(" or ") ??
  "anything";
