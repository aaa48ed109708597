import { globSync } from "node:fs";
import { describe, expect, test } from "vitest";
import { z } from "zod";
import { openApiDocument } from "#lib/api/v1/openapi/document.ts";
import { OPERATIONS } from "#lib/api/v1/operations/index.ts";
import { API_SCOPES } from "#lib/values/api-scope.ts";
import { JsonSchemaStructure, OpenApiStructure } from "../../../support/openapi-structure.ts";

/** The document, read as any other program would read it. */
const json: unknown = JSON.parse(JSON.stringify(openApiDocument()));
const document = OpenApiStructure.parse(json);
const operations = Object.entries(document.paths).flatMap(([path, methods]) =>
  Object.values(methods).map(operation => [operation.operationId, path, operation] as const),
);
const schemas = z.record(z.string(), JsonSchemaStructure).parse(document.components.schemas);

describe("the document (OpenAPI 3.1.1)", () => {
  test("refers to nothing that is not there", () => {
    const refs = [...JSON.stringify(json).matchAll(/"\$ref":"([^"]+)"/g)].map(([, ref = ""]) => ref);
    expect(refs.length).toBeGreaterThan(50);
    expect([...new Set(refs)].filter(ref => at(ref) === undefined)).toEqual([]);
  });

  test("names each operation once, in a tag that is listed", () => {
    const ids = operations.map(([id]) => id);
    expect(new Set(ids).size).toBe(ids.length);
    const tags = document.tags.map(({ name }) => name);
    expect(operations.flatMap(([, , one]) => one.tags).filter(tag => !tags.includes(tag))).toEqual([]);
  });

  test.each(operations)("%s: parameters, scopes and bodies fit together", (_id, path, operation) => {
    const inPath = [...path.matchAll(/\{(\w+)\}/g)].map(([, name]) => name);
    const { parameters, responses, security } = operation;
    const ofPath = parameters.filter(one => one.in === "path");
    expect(ofPath.map(({ name }) => name)).toEqual(inPath);
    expect(ofPath.every(({ required }) => required)).toBe(true);
    for (const { schema } of parameters) JsonSchemaStructure.parse(schema);
    expect(Object.keys(responses).some(status => status.startsWith("2"))).toBe(true);
    for (const [status, { content = {} }] of Object.entries(responses)) {
      expect(Object.keys(content)).toHaveLength(status === "204" ? 0 : 1);
      if (Number(status) >= 400) expect(Object.keys(content)).toEqual(["application/problem+json"]);
    }
    for (const [scheme, scopes] of security.flatMap(requirement => Object.entries(requirement))) {
      expect(document.components.securitySchemes).toHaveProperty(scheme);
      expect(API_SCOPES).toEqual(expect.arrayContaining(scopes));
    }
  });

  test("has schemas that are closed where they are sent and open where they are read", () => {
    for (const { properties = {}, required = [] } of Object.values(schemas)) {
      expect(Object.keys(properties)).toEqual(expect.arrayContaining([...required]));
    }
    for (const name of ["StartScan", "StartBulk", "StartBounce", "CreateShare"]) {
      expect(schemas[name]?.additionalProperties).toBe(false);
    }
    for (const name of ["Scan", "ScanReport", "Bounce", "BounceReport", "Batch", "Share", "Problem"]) {
      expect(schemas[name]).not.toHaveProperty("additionalProperties");
    }
  });
});

describe("what it promises is there", () => {
  test("each path has its route, and each route its path", () => {
    const routes = globSync("app/api/v1/**/route.ts")
      .map(file => file.slice("app/api/v1".length, -"/route.ts".length).replaceAll(/\[(\w+)\]/g, "{$1}"))
      .filter(path => !path.includes("[["));
    expect(routes.toSorted()).toEqual(Object.keys(document.paths).toSorted());
  });

  test.each(OPERATIONS.filter(({ example }) => example !== undefined).map(one => [one.id, one] as const))(
    "the example of %s can be sent",
    (_id, { body, query, example }) => {
      if (example?.body !== undefined) expect(body?.safeParse(example.body).success).toBe(true);
      const parameters = Object.fromEntries(new URLSearchParams(example?.query ?? ""));
      expect(query.safeParse(parameters).success).toBe(true);
    },
  );
});

/** What a JSON Pointer in a fragment leads to. */
const at = (pointer: string): unknown =>
  pointer
    .slice(2)
    .split("/")
    .reduce<unknown>(
      (node, step) => (typeof node === "object" && node !== null ? Reflect.get(node, step) : undefined),
      json,
    );
