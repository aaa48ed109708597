import { createServer, type ServerResponse } from "node:http";
import { type AddressInfo } from "node:net";
import { afterEach, describe, expect, test } from "vitest";
import { replaceFailedPage } from "#lib/web/server/failed-page.ts";

const closing: (() => void)[] = [];
afterEach(() => {
  for (const close of closing.splice(0)) close();
});

/** What a browser gets from a server whose page behaves as given. */
async function visit(page: (response: ServerResponse) => void, databaseAnswers = true): Promise<Response> {
  const server = createServer((_request, response) => {
    replaceFailedPage(response, async () => databaseAnswers);
    page(response);
  });
  await new Promise<void>(resolve => server.listen(0, "127.0.0.1", resolve));
  closing.push(() => server.close());
  return fetch(`http://127.0.0.1:${(server.address() as AddressInfo).port}/`);
}

/** As Next does it: the status, the headers early (compression writes them itself), then a stream of pieces. */
const failing = (response: ServerResponse): void => {
  response.statusCode = 500;
  response.setHeader("content-type", "text/html; charset=utf-8");
  response.setHeader("content-length", "9");
  response.setHeader("content-security-policy", "style-src 'nonce-c2VjcmV0'");
  response.flushHeaders();
  response.writeHead(response.statusCode);
  response.write("<html>");
  response.end("oh!");
};

describe("a page that failed", () => {
  test("says that the database is gone, and when to come back", async () => {
    const response = await visit(failing, false);
    expect(response.status).toBe(503);
    expect(response.headers.get("retry-after")).toBe("30");
    expect(response.headers.get("cache-control")).toBe("no-store");
    const text = await response.text();
    expect(text).toContain("<h1>The database cannot be reached</h1>");
    expect(text).toContain('<style nonce="c2VjcmV0">');
    expect(text).not.toContain("oh!");
  });

  test("is a fault of ours while the database answers", async () => {
    const response = await visit(failing);
    expect(response.status).toBe(500);
    expect(response.headers.get("retry-after")).toBeNull();
    expect(await response.text()).toContain("<h1>This page could not be shown</h1>");
  });

  test("is not made of an answer for programs", async () => {
    const response = await visit(answer => {
      answer.statusCode = 500;
      answer.setHeader("content-type", "application/problem+json");
      answer.end('{"status":500}');
    }, false);
    expect(response.status).toBe(500);
    expect(await response.json()).toEqual({ status: 500 });
  });

  test("is not made of a page that is well", async () => {
    const response = await visit(answer => {
      answer.setHeader("content-type", "text/html");
      answer.write("<h1>");
      answer.end("Report</h1>");
    }, false);
    expect(response.status).toBe(200);
    expect(await response.text()).toBe("<h1>Report</h1>");
  });
});
