import { expect, test } from "vitest";
import { parseEmailAddress } from "#lib/values/email-address.ts";

test.each([
  ["user@example.com", "user@example.com"],
  ["User.Name+tag@EXAMPLE.com", "User.Name+tag@example.com"],
  ["user@example.com.", "user@example.com"],
  ['"a b"@example.com', '"a b"@example.com'],
  ['"a@b"@example.com', '"a@b"@example.com'],
  ['"plain"@example.com', "plain@example.com"],
  ['"a\\"b\\\\c"@example.com', '"a\\"b\\\\c"@example.com'],
  ["user@localhost", "user@localhost"],
  ["user@dc.corp.local", "user@dc.corp.local"],
  ["user@[192.0.2.1]", "user@[192.0.2.1]"],
  ["user@[IPv6:2001:DB8::1]", "user@[IPv6:2001:db8::1]"],
  ["user@münchen.de", "user@xn--mnchen-3ya.de"],
  ["用户@例え.テスト", "用户@xn--r8jz45g.xn--zckzah"],
  ["!#$%&'*+-/=?^_`{|}~@example.com", "!#$%&'*+-/=?^_`{|}~@example.com"],
])("%s", (text, spelled) => {
  const parsed = parseEmailAddress(text);
  expect(parsed.ok && parsed.value.text).toBe(spelled);
});

test.each([
  ["example.com", "no-at-sign"],
  ["@example.com", "empty-local-part"],
  ['""@example.com', "empty-local-part"],
  [`${"a".repeat(65)}@example.com`, "local-part-too-long"],
  [`${"ä".repeat(33)}@example.com`, "local-part-too-long"],
  [".user@example.com", "invalid-local-part"],
  ["user.@example.com", "invalid-local-part"],
  ["us..er@example.com", "invalid-local-part"],
  ["us er@example.com", "invalid-local-part"],
  ["us\ner@example.com", "invalid-local-part"],
  ['"a"b@example.com', "invalid-local-part"],
  ["a@b@example.com", "invalid-local-part"],
  ["user@", "invalid-domain"],
  ["user@exa mple.com", "invalid-domain"],
  ["user@[192.0.2.256]", "invalid-domain"],
  ["user@exa_mple.com", "invalid-domain"],
  [`a@${"b.".repeat(125)}com`, "address-too-long"],
])("%j is refused: %s", (text, error) => {
  expect(parseEmailAddress(text)).toEqual({ ok: false, error });
});

test.each([
  ["jürgen@example.com", true],
  ["user@münchen.de", false],
])("%s needs SMTPUTF8: %s", (text, needed) => {
  const parsed = parseEmailAddress(text);
  expect(parsed.ok && parsed.value.internationalised).toBe(needed);
});
