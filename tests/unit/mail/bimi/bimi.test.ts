import { gzipSync } from "node:zlib";
import { assert, property, string } from "fast-check";
import { describe, expect, it } from "vitest";
import { readLogo } from "#lib/mail/bimi/logo.ts";
import { readMarkCertificate } from "#lib/mail/bimi/mark-certificate.ts";
import { readBimiRecord } from "#lib/mail/bimi/record.ts";
import { scanSvg } from "#lib/mail/bimi/svg-tags.ts";
import { threadTime } from "../../../support/thread-time.ts";

describe("the BIMI record", () => {
  it.each([
    ["v=BIMI1; l=https://example.com/logo.svg; a=https://example.com/vmc.pem", true, true],
    ["v=BIMI1; l=https://example.com/logo.svg", true, false],
    ["v=BIMI1; l=https://example.com/logo.svg; a=;", true, false],
    ["v=BIMI1; l=; a=https://example.com/vmc.pem", false, true],
    ["v=BIMI1;l=https://example.com/logo.svg;avp=brand;lps=news", true, false],
  ])("%s", (text, logo, certificate) => {
    const read = readBimiRecord([text]);
    if (read.kind !== "valid") throw new Error(read.kind);
    expect([read.logo !== null, read.certificate !== null]).toEqual([logo, certificate]);
  });

  it.each(["v=BIMI1; l=; a=;", "v=BIMI1; l=", "v=BIMI1;l=;a=;"])("%s declines", text => {
    expect(readBimiRecord([text]).kind).toBe("declined");
  });

  it.each([
    ["v=BIMI1; a=https://example.com/vmc.pem", "no-logo"],
    ["v=BIMI1; l=http://example.com/logo.svg", "bad-logo-url"],
    ["v=BIMI1; l=logo.svg", "bad-logo-url"],
    ["v=BIMI1; l=https://", "bad-logo-url"],
    ["v=BIMI1; l=https://a.example/1.svg,https://a.example/2.svg", "bad-logo-url"],
    ["v=BIMI1; l=https://a.example/1.svg; a=self", "bad-certificate-url"],
    ["v=BIMI1; l=https://a.example/1.svg; l=https://a.example/2.svg", "duplicate-tag"],
    ["v=BIMI1; l=https://a.example/1.svg; nonsense", "bad-tag"],
    ["v=bimi1; l=https://a.example/1.svg", "bad-version"],
    ["l=https://a.example/1.svg; v=BIMI1", null],
  ])("%s is invalid: %s", (text, reason) => {
    const read = readBimiRecord([text]);
    expect(read.kind === "invalid" ? read.reason : null).toBe(reason);
  });

  it("is one record", () => {
    const text = "v=BIMI1; l=https://a.example/1.svg";
    expect(readBimiRecord([text, "v=spf1 -all"]).kind).toBe("valid");
    expect(readBimiRecord([text, text])).toMatchObject({ kind: "invalid", reason: "multiple" });
    expect(readBimiRecord(["v=spf1 -all"]).kind).toBe("absent");
  });
});

const svg = (inside: string, root = `version="1.2" baseProfile="tiny-ps" viewBox="0 0 64 64"`) =>
  `<?xml version="1.0" encoding="UTF-8"?>\n<svg xmlns="http://www.w3.org/2000/svg" ${root}>${inside}</svg>`;
const TITLE = "<title>Example</title>";
const problemsOf = (text: string | Uint8Array) =>
  readLogo(typeof text === "string" ? Buffer.from(text) : text).problems.map(({ problem }) => problem);

describe("the logo (SVG Tiny PS)", () => {
  it("that keeps the rules has no problems, zipped or not", () => {
    const good = svg(
      `${TITLE}<!-- drawn by hand <script> --><defs><linearGradient id="a"><stop offset="0"/></linearGradient></defs>` +
        `<g fill="url(#a)"><path d="M0 0h64v64z"/><use xlink:href="#b" xmlns:xlink="http://www.w3.org/1999/xlink"/></g>`,
    );
    expect(problemsOf(good)).toEqual([]);
    expect(problemsOf(gzipSync(good))).toEqual([]);
    expect(readLogo(Buffer.from(good)).title).toBe("Example");
  });

  it.each([
    ["script", svg(`${TITLE}<script>alert(1)</script>`)],
    ["script", svg(`${TITLE}<script/>`)],
    ["script", svg(`${TITLE}<path onload="alert(1)"/>`)],
    ["script", svg(`${TITLE}<path OnClick='x'/>`)],
    ["script", svg(`${TITLE}<use xlink:href="javascript:alert(1)"/>`)],
    ["script", svg(`${TITLE}<handler type="x"/>`)],
    ["forbidden-element", svg(`${TITLE}<foreignObject><p/></foreignObject>`)],
    ["forbidden-element", svg(`${TITLE}<image href="#a"/>`)],
    ["forbidden-element", svg(`${TITLE}<animate/>`)],
    ["forbidden-element", svg(`${TITLE}<set/>`)],
    ["forbidden-element", svg(`${TITLE}<a href="#x"/>`)],
    ["forbidden-element", svg(`${TITLE}<style>*{}</style>`)],
    ["forbidden-element", svg(`${TITLE}<svg:script/>`)],
    ["forbidden-attribute", svg(`${TITLE}<g style="fill:red"/>`)],
    ["external-reference", svg(`${TITLE}<use xlink:href="https://evil.example/x.svg#a"/>`)],
    ["external-reference", svg(`${TITLE}<use href="//evil.example/#a"/>`)],
    ["external-reference", svg(`${TITLE}<use href="data:image/svg+xml,x"/>`)],
    ["external-reference", svg(`${TITLE}<g fill="url(https://evil.example/)"/>`)],
    ["external-reference", svg(`${TITLE}<g fill="URL( 'http://evil.example/' )"/>`)],
    ["doctype", `<!DOCTYPE svg [<!ENTITY a "aaaa">]>${svg(TITLE)}`],
    ["no-title", svg("<path/>")],
    ["no-title", svg("<title/>")],
    ["no-title", svg("<g><title>x</title></g>")],
    ["not-tiny-ps", svg(TITLE, `version="1.1" baseProfile="tiny-ps"`)],
    ["not-tiny-ps", svg(TITLE, `version="1.2" baseProfile="tiny"`)],
    ["not-tiny-ps", svg(TITLE, "")],
    ["position-on-root", svg(TITLE, `version="1.2" baseProfile="tiny-ps" x="0px"`)],
    ["not-square", svg(TITLE, `version="1.2" baseProfile="tiny-ps" viewBox="0 0 64 32"`)],
    ["malformed", svg(`${TITLE}<g>`)],
    ["malformed", svg(`${TITLE}<g a=1/>`)],
    ["malformed", `${svg(TITLE)}</g>`],
    ["malformed", svg(`${TITLE}<!-- `)],
    ["not-svg", "<html><body/></html>"],
    ["not-svg", "\x89PNG\r\n"],
    ["not-svg", ""],
    ["too-complex", svg(TITLE + "<g/>".repeat(6000))],
    ["too-large", svg(TITLE + " ".repeat(140_000))],
  ])("%s is found (%#)", (problem, text) => {
    expect(problemsOf(text)).toContain(problem);
  });

  it("that is a decompression bomb stays small", () => {
    const before = process.memoryUsage().rss;
    expect(problemsOf(gzipSync(Buffer.alloc(200_000_000)))).toEqual(["too-large"]);
    expect(process.memoryUsage().rss - before).toBeLessThan(350_000_000);
    expect(problemsOf(Buffer.from([0x1f, 0x8b, 1, 2, 3]))).toEqual(["not-svg"]);
  });

  it("never makes the scan throw or take more than linear time", () => {
    assert(property(string({ unit: "binary" }), text => scanSvg(`<svg ${text}`).ok !== undefined));
    const evil = ["<", "<a ", "<!--", "<g a='", "<g  =", " ", "url( ", '"', "<a><", "</", "<![CDATA["];
    const spent = threadTime();
    for (const part of evil) {
      readLogo(Buffer.from(`<svg ${part.repeat(Math.floor(130_000 / part.length))}`));
      readLogo(Buffer.from(svg(`<g fill="${part.replaceAll(/["<]/gu, "x").repeat(20_000)}"/>`)));
    }
    expect(spent()).toBeLessThan(2000);
  });
});

describe("the mark certificate", () => {
  const use = { domains: ["example.com"], now: new Date("2026-11-01T00:00:00Z") };
  it.each(["", "-----BEGIN CERTIFICATE-----\nAAAA\n-----END CERTIFICATE-----", "\0\x01", "<html>"])(
    "is not %j",
    text => {
      expect(readMarkCertificate(Buffer.from(text), use).problem).toBe("not-pem");
    },
  );
});
