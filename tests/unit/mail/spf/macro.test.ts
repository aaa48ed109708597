import { describe, expect, test } from "vitest";
import { expandMacros, expandMacrosFromRight, type MacroValues } from "#lib/mail/spf/macro.ts";
import { parseMacroString } from "#lib/mail/spf/parse-macro-string.ts";
import { parseIpAddress } from "#lib/values/ip-address.ts";

const address = (text: string) => {
  const ip = parseIpAddress(text);
  if (ip === null) throw new Error(text);
  return ip;
};

/** The message of RFC 7208 7.4. */
const RFC: MacroValues = {
  sender: "strong-bad@email.example.com",
  localPart: "strong-bad",
  senderDomain: "email.example.com",
  domain: "email.example.com",
  ip: address("192.0.2.3"),
  helo: "mx.example.org",
  validatedName: "mx.example.org",
  receiver: "mta.example.net",
  timestamp: 1_700_000_000,
};

function expand(text: string, values: Partial<MacroValues> = {}): string {
  const parts = parseMacroString(text, "explanation");
  if (!parts.ok) throw new Error(`${text}: ${parts.error.code}`);
  return expandMacros(parts.value, { ...RFC, ...values });
}

describe("the examples of RFC 7208 7.4", () => {
  test.each([
    ["%{s}", "strong-bad@email.example.com"],
    ["%{o}", "email.example.com"],
    ["%{d}", "email.example.com"],
    ["%{d4}", "email.example.com"],
    ["%{d3}", "email.example.com"],
    ["%{d2}", "example.com"],
    ["%{d1}", "com"],
    ["%{dr}", "com.example.email"],
    ["%{d2r}", "example.email"],
    ["%{l}", "strong-bad"],
    ["%{l-}", "strong.bad"],
    ["%{lr}", "strong-bad"],
    ["%{lr-}", "bad.strong"],
    ["%{l1r-}", "strong"],
    ["%{ir}.%{v}._spf.%{d2}", "3.2.0.192.in-addr._spf.example.com"],
    ["%{lr-}.lp._spf.%{d2}", "bad.strong.lp._spf.example.com"],
    ["%{lr-}.lp.%{ir}.%{v}._spf.%{d2}", "bad.strong.lp.3.2.0.192.in-addr._spf.example.com"],
    ["%{ir}.%{v}.%{l1r-}.lp._spf.%{d2}", "3.2.0.192.in-addr.strong.lp._spf.example.com"],
    ["%{d2}.trusted-domains.example.net", "example.com.trusted-domains.example.net"],
  ])("%s is %s", (text, expected) => {
    expect(expand(text)).toBe(expected);
  });
  test("IPv6", () => {
    expect(expand("%{ir}.%{v}._spf.%{d2}", { ip: address("2001:db8::cb01") })).toBe(
      "1.0.b.c.0.0.0.0.0.0.0.0.0.0.0.0.0.0.0.0.0.0.0.0.8.b.d.0.1.0.0.2.ip6._spf.example.com",
    );
  });
});

describe("the letters (7.2)", () => {
  test.each([
    ["%{i}", "192.0.2.3"],
    ["%{v}", "in-addr"],
    ["%{h}", "mx.example.org"],
    ["%{p}", "mx.example.org"],
    ["%{c}", "192.0.2.3"],
    ["%{r}", "mta.example.net"],
    ["%{t}", "1700000000"],
  ])("%s is %s", (text, expected) => {
    expect(expand(text)).toBe(expected);
  });
  test.each([
    ["%{v}", "ip6"],
    ["%{c}", "2001:db8::cb01"],
    ["%{i}", "2.0.0.1.0.d.b.8.0.0.0.0.0.0.0.0.0.0.0.0.0.0.0.0.0.0.0.0.c.b.0.1"],
  ])("%s of IPv6 is %s", (text, expected) => {
    expect(expand(text, { ip: address("2001:db8::cb01") })).toBe(expected);
  });
  test("%{d} follows includes and redirects, %{o} and %{s} do not", () => {
    expect(expand("%{d} %{o} %{s}", { domain: "_spf.example.net" })).toBe(
      "_spf.example.net email.example.com strong-bad@email.example.com",
    );
  });
});

describe("escapes (7.1)", () => {
  test.each([
    ["%%", "%"],
    ["a%_b", "a b"],
    ["a%-b", "a%20b"],
    ["%%%_%-", "% %20"],
    ["%%{d}", "%{d}"],
  ])("%s is %j", (text, expected) => {
    expect(expand(text)).toBe(expected);
  });
});

describe("transformers and delimiters (7.3)", () => {
  test.each([
    ["%{d127}", "email.example.com"],
    ["%{d999999999999}", "email.example.com"],
    ["%{d02}", "example.com"],
    ["%{dR}", "com.example.email"],
    ["%{ir}", "3.2.0.192"],
    ["%{i1}", "3"],
    ["%{i1r}", "192"],
    ["%{i2r}", "0.192"],
    ["%{d-}", "email.example.com"],
    ["%{s@}", null],
    ["%{s-.}", "strong.bad@email.example.com"],
    ["%{s2.-}", "example.com"],
    ["%{o.}", "email.example.com"],
  ])("%s is %s", (text, expected) => {
    if (expected === null) expect(() => expand(text)).toThrow();
    else expect(expand(text)).toBe(expected);
  });

  test.each([
    ["%{l+}", "john+list-x", "john.list-x"],
    ["%{l1r+}", "john+list-x", "john"],
    ["%{lr+-}", "john+list-x", "x.list.john"],
    ["%{l+-}", "a+-b", "a..b"],
    ["%{l-}", "-a-", ".a."],
    ["%{l2-}", "-a-", "a."],
    ["%{lr-}", "a--b", "b..a"],
    ["%{l/}", "a/b=c", "a.b=c"],
    ["%{l/=}", "a/b=c", "a.b.c"],
    ["%{l_,}", "a_b,c", "a.b.c"],
    ["%{l}", "a.b", "a.b"],
    ["%{l-}", "a.b-c", "a.b.c"],
    ["%{l1-}", "a.b-c", "c"],
    ["%{l1r-}", "a.b-c", "a.b"],
  ])("%s of %s is %s: empty parts stay", (text, localPart, expected) => {
    expect(expand(text, { localPart })).toBe(expected);
  });

  test("s5r-/=", () => {
    expect(expand("%{s5r-/=}", { sender: "a-b/c=d@x.com" })).toBe("d@x.com.c.b.a");
  });
});

describe("upper case: URL escaping after everything else (7.3)", () => {
  test.each([
    ["%{S}", "strong-bad%40email.example.com"],
    ["%{D}", "email.example.com"],
    ["%{I}", "192.0.2.3"],
    ["%{LR-}", "bad.strong"],
    ["%{V}", "in-addr"],
  ])("%s is %s", (text, expected) => {
    expect(expand(text)).toBe(expected);
  });
  test.each([
    ["jack&jill=up", "jack%26jill%3Dup"],
    ["a b", "a%20b"],
    ["50%", "50%25"],
    ["~tilde_-.", "~tilde_-."],
    ["!#$'*/?^`{|}", "%21%23%24%27%2A%2F%3F%5E%60%7B%7C%7D"],
    ["jürgen", "j%C3%BCrgen"],
  ])("%s becomes %s", (localPart, expected) => {
    expect(expand("%{L}", { localPart })).toBe(expected);
  });
  test("delimiters are taken from the value before it is escaped", () => {
    expect(expand("%{L=}", { localPart: "jack&jill=up" })).toBe("jack%26jill.up");
  });
  test("colons of IPv6", () => {
    expect(expand("%{C}", { ip: address("2001:db8::cb01") })).toBe("2001%3Adb8%3A%3Acb01");
  });
});

describe("bounded work", () => {
  const bomb = parseMacroString("%{l}".repeat(16_000), "explanation");
  const values = { ...RFC, localPart: "x".repeat(1000) };
  test("from the left", () => {
    expect(bomb.ok && expandMacros(bomb.value, values, 4096)).toHaveLength(4096);
  });
  test("from the right", () => {
    expect(bomb.ok && expandMacrosFromRight(bomb.value, values, 1000)).toHaveLength(1000);
  });
  test("from the right is the right end", () => {
    const parts = parseMacroString("a.%{d}.z", "domain-spec");
    expect(parts.ok && expandMacrosFromRight(parts.value, RFC, 1000)).toBe("a.email.example.com.z");
    expect(parts.ok && expandMacrosFromRight(parts.value, RFC, 5)).toBe("com.z");
  });
});
