import { describe, expect, test } from "vitest";
import { isForgedRequest } from "#lib/web/same-origin.ts";

const request = (headers: Record<string, string>, more: { method?: string; url?: string } = {}) => ({
  method: more.method ?? "POST",
  url: more.url ?? "https://mail.example/scans",
  headers: new Headers({ host: "mail.example", ...headers }),
});

describe("a changing request is believed", () => {
  test.each([
    ["from our own page", { "sec-fetch-site": "same-origin", origin: "https://mail.example" }],
    ["with our origin, by an older browser", { origin: "https://mail.example" }],
    ["behind a proxy", { origin: "https://public.example", "x-forwarded-host": "public.example" }],
    [
      "with an API key, which no browser adds by itself",
      { authorization: "Bearer x", origin: "https://evil.example" },
    ],
  ])("%s", (_name, headers) => {
    expect(isForgedRequest(request(headers))).toBe(false);
  });

  test("by a program without a browser, at the public API, which takes no cookie", () => {
    expect(isForgedRequest(request({}, { url: "https://mail.example/api/v1/scans" }))).toBe(false);
  });
});

describe("a changing request is refused", () => {
  test.each([
    ["without any origin", {}],
    ["with a null origin", { origin: "null" }],
    ["from another site", { origin: "https://evil.example" }],
    ["from another port", { origin: "https://mail.example:8443" }],
    [
      "from a sub-domain, as the browser says",
      { "sec-fetch-site": "same-site", origin: "https://mail.example" },
    ],
    [
      "from another site, as the browser says",
      { "sec-fetch-site": "cross-site", origin: "https://mail.example" },
    ],
  ])("%s", (_name, headers) => {
    expect(isForgedRequest(request(headers))).toBe(true);
  });

  test("from another site at the public API", () => {
    const forged = request({ origin: "https://evil.example" }, { url: "https://mail.example/api/v1/scans" });
    expect(isForgedRequest(forged)).toBe(true);
  });
});

test.each(["GET", "HEAD"])("%s changes nothing and needs no origin", method => {
  expect(isForgedRequest(request({ origin: "https://evil.example" }, { method }))).toBe(false);
});
