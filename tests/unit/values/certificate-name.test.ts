import { describe, expect, it } from "vitest";
import { matchesCertificateName } from "#lib/values/certificate-name.ts";
import { trimWsp } from "#lib/values/wsp.ts";
import { threadTime } from "../../support/thread-time.ts";

describe("matchesCertificateName (RFC 6125 6.4.3)", () => {
  it.each([
    ["mx.example.com", "mx.example.com", true],
    ["*.example.com", "mx.example.com", true],
    ["*.example.com", "a.mx.example.com", false],
    ["*.example.com", "example.com", false],
    ["*.com", "example.com", false],
    ["*", "example", false],
    ["m*.example.com", "mx.example.com", false],
    ["mx.*.com", "mx.example.com", false],
    ["mx.example.com", "mx.example.net", false],
    ["", "mx.example.com", false],
  ])("%s stands for %s: %s", (name, host, stands) => {
    expect(matchesCertificateName(name, host)).toBe(stands);
  });
});

describe("trimWsp", () => {
  it("takes spaces and tabs off both ends and nothing else", () => {
    expect(trimWsp(" \t a b\t ")).toBe("a b");
    expect(trimWsp("\u00a0a\n")).toBe("\u00a0a\n");
    expect(trimWsp(" \t ")).toBe("");
    const spent = threadTime();
    trimWsp(`x${" ".repeat(1_000_000)}x`);
    expect(spent()).toBeLessThan(100);
  });
});
