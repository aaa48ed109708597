import type { ServerResponse } from "node:http";
import { barePage, nonceOf } from "../bare-page.ts";
import { FAULT, OUTAGE, type PageFailure } from "../page-failure.ts";

/**
 * Watches one answer: where Next gives up on a whole page (status 500, HTML), a page of ours goes out instead. Next's
 * own is blank without scripts, and cannot tell a database that is gone (503, try again) from a fault of ours.
 * `databaseAnswers` is asked only once a page has failed.
 */
export function replaceFailedPage(response: ServerResponse, databaseAnswers: () => Promise<boolean>): void {
  const { writeHead, flushHeaders, write, end } = response;
  let isReplaced = false;
  const takesOver = (): boolean => {
    if (isReplaced) return true;
    if (response.headersSent || response.statusCode !== 500 || !isHtml(response)) return false;
    isReplaced = true;
    void databaseAnswers().then(answers => {
      // What Next has put around the answer in between (compression) is taken off with ours.
      Object.assign(response, { writeHead, flushHeaders, write, end });
      settleHeaders(response, answers);
      response.end(htmlOf(answers ? FAULT : OUTAGE, response), "utf8");
    });
    return true;
  };
  response.writeHead = ((...args: Parameters<typeof writeHead>) =>
    takesOver() ? response : writeHead.apply(response, args)) as typeof writeHead;
  response.flushHeaders = () => {
    if (!takesOver()) flushHeaders.call(response);
  };
  response.write = ((...args: Parameters<typeof write>) =>
    takesOver() || write.apply(response, args)) as typeof write;
  response.end = ((...args: Parameters<typeof end>) =>
    takesOver() ? response : end.apply(response, args)) as typeof end;
}

const isHtml = (response: ServerResponse): boolean =>
  String(response.getHeader("content-type") ?? "").startsWith("text/html");

function settleHeaders(response: ServerResponse, databaseAnswers: boolean): void {
  for (const name of ["content-encoding", "content-length", "etag"]) response.removeHeader(name);
  response.setHeader("cache-control", "no-store");
  if (databaseAnswers) return;
  response.statusCode = 503;
  response.setHeader("retry-after", "30");
}

/** “Try again” leads to the same address: an empty reference is the page itself. */
function htmlOf({ title, paragraphs }: PageFailure, response: ServerResponse): string {
  const nonce = nonceOf(String(response.getHeader("content-security-policy") ?? ""));
  const again = '<a href="">Try again</a> · <a href="/">Start page</a>';
  return barePage({ title, body: [...paragraphs, again].map(text => `<p>${text}</p>`).join("\n"), nonce });
}
