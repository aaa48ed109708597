import { expect, test } from "vitest";
import { openApiDocument } from "#lib/api/v1/openapi/document.ts";
import { curlCall } from "#lib/web/api-docs/curl-call.ts";

const { paths } = openApiDocument();

/** The call of an operation of the document, on one line. */
function callOf(path: string, method: string): string {
  const operation = paths[path]?.[method];
  if (operation === undefined) throw new Error(`${method} ${path}`);
  const body = operation.requestBody?.content["application/json"]?.example;
  return curlCall({
    method: method.toUpperCase(),
    url: `https://mail.example${path}`,
    operation,
    body,
  }).replaceAll(" \\\n ", "");
}

test.each([
  ["/monitors", "get", false],
  ["/monitors", "post", false],
  ["/monitors/{id}", "patch", true],
  ["/monitors/{id}", "delete", true],
  ["/monitors/{id}/proof", "post", true],
])("%s %s: the method is named where curl would take another (%s)", (path, method, isNamed) => {
  const call = callOf(path, method);
  expect(call.includes(`-X ${method.toUpperCase()}`)).toBe(isNamed);
  expect(call).not.toContain("{id}");
});
