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
    ["from a page of ours that sends no referrer", { "sec-fetch-site": "same-origin", origin: "null" }],
    ["from our own page, without an origin", { "sec-fetch-site": "same-origin" }],
  ])("%s", (_name, headers) => {
    expect(isForgedRequest(request(headers))).toBe(false);
  });

  test("with an API key at the public API, which no browser adds by itself", () => {
    const headers = { authorization: "Bearer x", origin: "https://evil.example" };
    expect(isForgedRequest(request(headers, { url: "https://mail.example/api/v1/scans" }))).toBe(false);
  });

  test("by a program without a browser, at the public API, which takes no cookie", () => {
    expect(isForgedRequest(request({}, { url: "https://mail.example/api/v1/scans" }))).toBe(false);
  });
});

test("mail programs end alerts for their reader from anywhere, by POST and there alone", () => {
  const url = "https://mail.example/alerts/unsubscribe/one-click?token=x";
  const foreign = { origin: "https://webmail.example", "sec-fetch-site": "cross-site" };
  expect(isForgedRequest(request({}, { url }))).toBe(false);
  expect(isForgedRequest(request(foreign, { url }))).toBe(false);
  expect(isForgedRequest(request(foreign, { url, method: "DELETE" }))).toBe(true);
  expect(isForgedRequest(request(foreign, { url: "https://mail.example/alerts/unsubscribe" }))).toBe(true);
});

describe("a changing request is refused", () => {
  test.each([
    ["without any origin", {}],
    ["with a null origin", { origin: "null" }],
    ["from another site", { origin: "https://evil.example" }],
    ["from another port", { origin: "https://mail.example:8443" }],
    ["from a name that begins like ours", { origin: "https://mail.example.evil.example" }],
    ["from what is no URL", { origin: "mail.example" }],
    ["from the address bar, as the browser says", { "sec-fetch-site": "none" }],
    [
      "from another site that claims ours",
      { origin: "https://evil.example", "sec-fetch-site": "same-origin" },
    ],
    ["with a key, anywhere but at the API", { authorization: "Bearer x" }],
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

test.each(["PUT", "PATCH", "DELETE"])("%s changes something too", method => {
  expect(isForgedRequest(request({}, { method }))).toBe(true);
});

test.each(["GET", "HEAD"])("%s changes nothing and needs no origin", method => {
  expect(isForgedRequest(request({ origin: "https://evil.example" }, { method }))).toBe(false);
});
