import { describe, expect, test } from "vitest";
import { readIdentity } from "#lib/mail/spf/identity.ts";

describe("<sender> and <domain> (RFC 7208 2.4, 4.1, 4.3)", () => {
  test.each([
    ["user@example.com", "user@example.com", "example.com"],
    ["<user@example.com>", "user@example.com", "example.com"],
    [" user@example.com ", "user@example.com", "example.com"],
    ["", "postmaster@mx.example.org", "mx.example.org"],
    ["<>", "postmaster@mx.example.org", "mx.example.org"],
    ["example.com", "postmaster@example.com", "example.com"],
    ["@example.com", "postmaster@example.com", "example.com"],
    ['"a@b"@example.com', '"a@b"@example.com', "example.com"],
    ["a@b@example.com", "a@b@example.com", "example.com"],
    ["@relay.example,@x.example:user@example.com", "user@example.com", "example.com"],
    ["user@example.com.", "user@example.com.", "example.com"],
    ["user@EXAMPLE.com", "user@EXAMPLE.com", "EXAMPLE.com"],
    ["user@[192.0.2.1]", "user@[192.0.2.1]", "[192.0.2.1]"],
    ["user@", "user@", ""],
  ])("%s", (mailFrom, sender, domain) => {
    const identity = readIdentity(mailFrom, "mx.example.org");
    expect([identity.sender, identity.domain]).toEqual([sender, domain]);
  });
});

describe("internationalised mail (RFC 8616 4)", () => {
  test("U-labels become A-labels, in macros too", () => {
    const identity = readIdentity("user@bücher.example", "bücher.example");
    expect(identity.domain).toBe("xn--bcher-kva.example");
    expect(identity.sender).toBe("user@xn--bcher-kva.example");
    expect(identity.helo).toBe("xn--bcher-kva.example");
    expect(identity.nonAsciiLocalPart).toBe(false);
  });
  test("a local part beyond ASCII stays and is noted", () => {
    const identity = readIdentity("jürgen@example.com", "mx.example.org");
    expect(identity.localPart).toBe("jürgen");
    expect(identity.nonAsciiLocalPart).toBe(true);
  });
  test("a name that is none stays, and is malformed", () => {
    expect(readIdentity("user@\u200b\u0300.example", "x").domain).toMatch(/[^\x20-\x7e]/u);
  });
});
