import { array, assert, constantFrom, property } from "fast-check";
import { describe, expect, test } from "vitest";
import { parseSignInAddress } from "#lib/values/sign-in-address.ts";

describe("an address to sign in with", () => {
  test.each([
    ["jane@example.com", "jane@example.com"],
    ["  Jane.Doe+News@Example.COM ", "jane.doe+news@example.com"],
    ["o'brien!#$%&*/=?^_`{|}~-@example.co.uk", "o'brien!#$%&*/=?^_`{|}~-@example.co.uk"],
    ["postmaster@xn--mnchen-3ya.de", "postmaster@xn--mnchen-3ya.de"],
  ])("%s is %s", (text, address) => {
    expect(parseSignInAddress(text)).toEqual({ ok: true, value: address });
  });

  test.each([
    ["", "empty"],
    ["   ", "empty"],
    ["jane", "not-plain"],
    ["jane@", "not-plain"],
    ["@example.com", "not-plain"],
    ["jane@localhost", "not-plain"],
    ["jane@example.com.", "not-plain"],
    ["jane doe@example.com", "not-plain"],
    [".jane@example.com", "not-plain"],
    ["jane..doe@example.com", "not-plain"],
    ["jane@-example.com", "not-plain"],
    ["jane@exam_ple.com", "not-plain"],
    // Quoted local parts: one program's address is another one's two.
    ['"jane@attacker.example"@example.com', "not-plain"],
    ['"jane"@example.com', "not-plain"],
    ["jane@attacker.example,jane@example.com", "not-plain"],
    ["jane@attacker.example;jane@example.com", "not-plain"],
    ["Jane <jane@example.com>", "not-plain"],
    ["jane@[192.0.2.1]", "not-plain"],
    ["jane@192.0.2.1", "not-plain"],
    ["jane(comment)@example.com", "not-plain"],
    ["jane@example.com@attacker.example", "not-plain"],
    ["jane@example.com\r\nBcc: all@example.com", "not-plain"],
    ["jane@example.com\0", "not-plain"],
    // What NFKC turns into an at sign, a dot or a letter.
    ["jane\uFF20example.com", "not-ascii"],
    ["jane@example\u3002com", "not-ascii"],
    ["jane@ex\u0430mple.com", "not-ascii"],
    ["j\u00E4ne@example.com", "not-ascii"],
    ["jane@m\u00FCnchen.de", "not-ascii"],
    ["jane\u200B@example.com", "not-ascii"],
    [`${"a".repeat(65)}@example.com`, "not-plain"],
    [`a@${"b".repeat(64)}.com`, "not-plain"],
    [`a@${"b.".repeat(130)}com`, "not-plain"],
  ])("%j is refused: %s", (text, error) => {
    expect(parseSignInAddress(text)).toEqual({ ok: false, error });
  });

  test("whatever is taken has one at sign, no octet that ends a header, and is its own spelling", () => {
    const pieces = constantFrom(
      "a",
      "B",
      "@",
      ".",
      "-",
      '"',
      " ",
      "\n",
      ",",
      "<",
      "xn--",
      "\uFF20",
      "com",
      "1",
    );
    assert(
      property(array(pieces, { maxLength: 12 }), parts => {
        const parsed = parseSignInAddress(parts.join(""));
        if (!parsed.ok) return;
        expect(parsed.value).toMatch(/^[^@"\s,;<>()[\]\\]+@[a-z0-9.-]+$/);
        expect(parseSignInAddress(parsed.value)).toEqual(parsed);
      }),
      { numRuns: 2_000 },
    );
  });
});
