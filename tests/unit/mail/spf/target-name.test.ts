import { describe, expect, test } from "vitest";
import { parseMacroString } from "#lib/mail/spf/parse-macro-string.ts";
import { isWellFormedDomain, lookupName, targetName } from "#lib/mail/spf/target-name.ts";
import { parseIpAddress } from "#lib/values/ip-address.ts";

const ip = parseIpAddress("192.0.2.3");

function expand(text: string, localPart = "user", helo = "mx.example.org"): string | null {
  const parts = parseMacroString(text, "domain-spec");
  if (!parts.ok || ip === null) throw new Error(text);
  return targetName(parts.value, {
    sender: `${localPart}@example.com`,
    localPart,
    senderDomain: "example.com",
    domain: "example.com",
    ip,
    helo,
    validatedName: "unknown",
    receiver: "unknown",
    timestamp: 0,
  });
}

const label = (length: number) => "x".repeat(length);

describe("the target name (4.8)", () => {
  test.each([
    ["foo.example.com", "foo.example.com"],
    ["foo.example.com.", "foo.example.com"],
    ["%{ir}.%{d}", "3.2.0.192.example.com"],
    ["Foo.%{d}", "Foo.example.com"],
    ["a%_b.%{d}", "a b.example.com"],
    ["a%-b.%{d}", "a%20b.example.com"],
    ["%%.%{d}", "%.example.com"],
    [`${label(63)}.com`, `${label(63)}.com`],
  ])("%s is %s", (text, expected) => {
    expect(expand(text)).toBe(expected);
  });

  test.each([
    ["foo..example.com"],
    [".com"],
    ["%{l}.example.com.."],
    [`${label(64)}.com`],
    ["%{v}"],
    ["%{i}"],
    ["%{d1}"],
    ["%%"],
  ])("%s is no usable name", text => {
    expect(expand(text)).toBeNull();
  });

  test.each([
    ["", ".example.com"],
    [".", "..example.com"],
    ["a..b", "empty label"],
    ["ü", "not ASCII"],
    ["a\nb", "control"],
    [label(64), "label too long"],
  ])("a local part of %j makes none either", localPart => {
    expect(expand("%{l}.example.com", localPart)).toBeNull();
  });

  test.each(["[192.0.2.1]", "localhost", "", "192.0.2.1", "x"])("a HELO of %j is none", helo => {
    expect(expand("%{h}", "user", helo)).toBeNull();
  });
});

describe("names over 253 characters lose labels on the left (7.3)", () => {
  const long = [label(50), label(50), label(50), label(50), label(50)].join(".");
  test("exactly 253 stay", () => {
    const name = `${[label(60), label(60), label(60), label(60)].join(".")}.${label(5)}.com`;
    expect(name).toHaveLength(253);
    expect(expand(name)).toBe(name);
  });
  test("254 lose the first label", () => {
    const name = `${[label(60), label(60), label(60), label(60)].join(".")}.${label(6)}.com`;
    expect(name).toHaveLength(254);
    expect(expand(name)).toBe(name.slice(61));
  });
  test("several go", () => {
    expect(expand(`a.b.${long}.com`)).toBe(`${[label(50), label(50), label(50), label(50)].join(".")}.com`);
  });
  test("the final dot is not counted", () => {
    const name = `${[label(60), label(60), label(60), label(60)].join(".")}.${label(5)}.com`;
    expect(expand(`${name}.`)).toBe(name);
  });
  test("a label that is too long may be among those that go", () => {
    expect(expand(`${label(100)}.${[label(60), label(60), label(60)].join(".")}.com`)).toBe(
      `${[label(60), label(60), label(60)].join(".")}.com`,
    );
  });
  test("a name without dots cannot be cut", () => {
    expect(expand("%{l}", label(300))).toBeNull();
  });
  test("megabytes are cut the same", () => {
    expect(expand("%{l}.example.com", "a.".repeat(500_000) + "b")).toHaveLength(253);
  });
});

describe("well-formed domains (4.3)", () => {
  test.each([
    "example.com",
    "_spf.example.com",
    "a.b",
    "EXAMPLE.com",
    "x-.example.com",
    "example.1-a",
    "a b.example.com",
  ])("%s", name => {
    expect(isWellFormedDomain(name)).toBe(true);
  });
  test.each([
    "",
    "com",
    ".",
    ".com",
    "example.com.",
    "a..com",
    "[192.0.2.1]",
    "192.0.2.1",
    "example.123",
    "exämple.com",
    `${label(64)}.com`,
    `${`${label(63)}.`.repeat(4)}com`,
    "example.com\n",
    "example.c_m",
  ])("not %j", name => {
    expect(isWellFormedDomain(name)).toBe(false);
  });
});

test("names are handed to the resolver in its own spelling (RFC 1035 5.1)", () => {
  expect(lookupName("A b\\c.Example.COM")).toBe("a\\032b\\\\c.example.com");
});
