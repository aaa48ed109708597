import * as fc from "fast-check";
import { describe, expect, test } from "vitest";
import { domainInputMessage } from "#lib/values/domain-input-message.ts";
import {
  DOMAIN_INPUT_ERRORS,
  isSampleDomain,
  parseDomainInput,
  parseHostName,
} from "#lib/values/domain-name.ts";

const domainOf = (text: string) => {
  const parsed = parseDomainInput(text);
  return parsed.ok ? parsed.value.domain : parsed.error.code;
};

describe("what is read as a domain", () => {
  test.each([
    ["example.com", "example.com"],
    ["EXAMPLE.Com", "example.com"],
    ["example.com.", "example.com"],
    ["  example.com \n", "example.com"],
    ["\u200bexample.com\ufeff", "example.com"],
    ["http://example.com", "example.com"],
    ["https://www.example.com/path?q=a@b#c", "www.example.com"],
    ["HTTPS://user:pw@example.com:8443/", "example.com"],
    ["http:\\\\example.com\\path", "example.com"],
    ["//example.com/x", "example.com"],
    ["ftp://example.com", "example.com"],
    ["example.com/path", "example.com"],
    ["example.com:443", "example.com"],
    ["example.com?x=1", "example.com"],
    ["someone@example.com", "example.com"],
    ["Some One <someone@example.com>", "example.com"],
    ["<someone@example.com>", "example.com"],
    ["<example.com>", "example.com"],
    ['"odd@local"@example.com', "example.com"],
    ["mailto:someone@example.com", "example.com"],
    ["MAILTO:someone@example.com?subject=a@b.c", "example.com"],
    ["<mailto:someone@example.com>", "example.com"],
    ["'example.com'", "example.com"],
    ["“example.com”", "example.com"],
    ["example.com,", "example.com"],
    ["someone@example.com;", "example.com"],
    ["xn--mnchen-3ya.de", "xn--mnchen-3ya.de"],
    ["XN--MNCHEN-3YA.de", "xn--mnchen-3ya.de"],
    ["münchen.de", "xn--mnchen-3ya.de"],
    ["MÜNCHEN.DE", "xn--mnchen-3ya.de"],
    ["mu\u0308nchen.de", "xn--mnchen-3ya.de"],
    ["faß.de", "xn--fa-hia.de"],
    ["例え。テスト", "xn--r8jz45g.xn--zckzah"],
    ["ｅｘａｍｐｌｅ．ｃｏｍ", "example.com"],
    ["ex\u00adample.com", "example.com"],
    ["r3---sn-4g5e.example.com", "r3---sn-4g5e.example.com"],
    ["ä--b.com", "xn----b-pla.com"],
    ["3com.com", "3com.com"],
    ["healthy.example", "healthy.example"],
    ["example.net", "example.net"],
    ["a.co.uk", "a.co.uk"],
    [`${"a".repeat(63)}.com`, `${"a".repeat(63)}.com`],
  ])("%j is %s", (text, domain) => {
    expect(domainOf(text)).toBe(domain);
  });
});

describe("what is refused, each with its own code", () => {
  test.each([
    ["", "empty"],
    ["   ", "empty"],
    ["<>", "empty"],
    ["https://", "empty"],
    ["mailto:", "empty"],
    ["my mail came back", "sentence"],
    ["example.com example.org", "sentence"],
    ["550 5.4.1 Recipient address rejected: Access denied", "sentence"],
    ["x".repeat(3000), "sentence"],
    ["192.0.2.1", "ip-address"],
    ["[192.0.2.1]", "ip-address"],
    ["user@[192.0.2.1]", "ip-address"],
    ["user@[IPv6:2001:db8::1]", "ip-address"],
    ["2001:db8::1", "ip-address"],
    ["::1", "ip-address"],
    ["fe80::1%eth0", "ip-address"],
    ["http://[::1]:8080/", "ip-address"],
    ["http://127.0.0.1:80/", "ip-address"],
    ["127.1", "ip-address"],
    ["0x7f.1", "ip-address"],
    ["0177.0.0.1", "ip-address"],
    ["2130706433", "ip-address"],
    ["0x7f000001", "ip-address"],
    ["１２７.０.０.１", "ip-address"],
    ["com", "single-label"],
    ["example", "single-label"],
    ["intranet-host", "single-label"],
    ["localhost", "special-use"],
    ["printer.local", "special-use"],
    ["PRINTER.LOCAL.", "special-use"],
    ["db.internal", "special-use"],
    ["router.home.arpa", "special-use"],
    ["1.2.0.192.in-addr.arpa", "special-use"],
    ["foo.test", "special-use"],
    ["foo.invalid", "special-use"],
    ["a.localhost", "special-use"],
    ["facebookcorewwwi.onion", "special-use"],
    ["x.alt", "special-use"],
    ["nas.lan", "special-use"],
    ["ad.corp", "special-use"],
    ["nas.home", "special-use"],
    ["dc.private", "special-use"],
    ["dc.intranet", "special-use"],
    ["ｌｏｃａｌ.ｌｏｃａｌ", "special-use"],
    ["example..com", "empty-label"],
    [".example.com", "empty-label"],
    ["example.com..", "empty-label"],
    [`${"a".repeat(64)}.com`, "label-too-long"],
    [`${"ä".repeat(60)}.com`, "label-too-long"],
    [`${"a.".repeat(130)}com`, "name-too-long"],
    ["exa_mple.com", "invalid-character"],
    ["_dmarc.example.com", "invalid-character"],
    ["*.example.com", "invalid-character"],
    ["exam!ple.com", "invalid-character"],
    ["example.com\u0000", "invalid-character"],
    ["-example.com", "misplaced-hyphen"],
    ["example-.com", "misplaced-hyphen"],
    ["xn--example.com", "invalid-idn"],
    ["xn--0.com", "invalid-idn"],
    ["xn--.com", "invalid-idn"],
    ["xn--example-.com", "invalid-idn"],
    ["xn--a-ecp.ru", "invalid-idn"],
    ["äb--c.com", "invalid-idn"],
    ["ab\u200dc.com", "invalid-idn"],
    ["\u0301abc.com", "invalid-idn"],
    ["א1a.com", "invalid-idn"],
  ])("%j is %s", (text, code) => {
    expect(domainOf(text)).toBe(code);
  });

  test("the final dot and the sum of labels keep to 253 characters", () => {
    const longest = `${"a".repeat(63)}.${"b".repeat(63)}.${"c".repeat(63)}.${"d".repeat(57)}.com`;
    expect(longest).toHaveLength(253);
    expect(domainOf(`${longest}.`)).toBe(longest);
    expect(domainOf(`x${longest}`.replace("xaaa", "xa.aa"))).toBe("name-too-long");
  });
});

describe("scripts", () => {
  test.each([
    ["example.com", null, false],
    ["münchen.de", "münchen.de", false],
    ["xn--mnchen-3ya.de", "münchen.de", false],
    ["пример.рф", "пример.рф", false],
    ["東京カフェtokyo.jp", "東京カフェtokyo.jp", false],
    ["раypal.com", "раypal.com", true],
    ["gооgle.com", "gооgle.com", true],
  ])("%s", (text, unicode, mixedScripts) => {
    const parsed = parseDomainInput(text);
    expect(parsed.ok && [parsed.value.unicode, parsed.value.mixedScripts]).toEqual([unicode, mixedScripts]);
  });
});

test("210 special names are refused, in any spelling", () => {
  const suffixes =
    "alt arpa corp home internal intranet invalid lan local localdomain localhost mail onion private test";
  const spellings = [
    (suffix: string) => `host.${suffix}`,
    (suffix: string) => `HOST.${suffix.toUpperCase()}.`,
    (suffix: string) => `a.b.c.${suffix}`,
    (suffix: string) => `user@host.${suffix}`,
    (suffix: string) => `https://host.${suffix}:8443/path`,
    (suffix: string) => `mailto:user@host.${suffix}?subject=x`,
    (suffix: string) => `host。${suffix}`,
    (suffix: string) => `xn--mnchen-3ya.${suffix}`,
    (suffix: string) => `<host.${suffix}>`,
    (suffix: string) => ` host.${suffix} `,
    (suffix: string) => `host.${suffix.charAt(0)}\u00ad${suffix.slice(1)}`,
    (suffix: string) =>
      `host.${suffix.replaceAll(/[a-z]/gu, char => String.fromCodePoint(char.charCodeAt(0) + 0xfee0))}`,
    (suffix: string) => `_x.host.${suffix}`.slice(3),
    (suffix: string) => `${suffix}.${suffix}`,
  ];
  const names = suffixes.split(" ").flatMap(suffix => spellings.map(spell => spell(suffix)));
  expect(names).toHaveLength(210);
  expect(names.filter(name => domainOf(name) !== "special-use")).toEqual([]);
});

test("a host name may be a single label or special, and stays syntax only", () => {
  expect(parseHostName("localhost")).toEqual({ ok: true, value: "localhost" });
  expect(parseHostName("DC.corp.local")).toEqual({ ok: true, value: "dc.corp.local" });
});

test("only .example is the sample zone", () => {
  expect(isSampleDomain("healthy.example")).toBe(true);
  expect(isSampleDomain("example.com")).toBe(false);
  expect(isSampleDomain("notexample")).toBe(false);
});

test("every code has one sentence, safe to print", () => {
  for (const code of DOMAIN_INPUT_ERRORS) {
    const message = domainInputMessage({ code, part: "\u202egpj.exe\u0007" });
    expect(message).toMatch(/^[^\n]+\.$/u);
    expect(message).not.toMatch(/\p{C}/u);
  }
});

test("any text is answered with a valid name or a code, never an exception", () => {
  fc.assert(
    fc.property(fc.string({ unit: "grapheme", maxLength: 300 }), text => {
      const parsed = parseDomainInput(text);
      if (parsed.ok) {
        expect(parsed.value.domain).toMatch(/^(?=.{3,253}$)[a-z0-9-]{1,63}(?:\.[a-z0-9-]{1,63})+$/u);
        expect(domainOf(parsed.value.domain)).toBe(parsed.value.domain);
      } else expect(DOMAIN_INPUT_ERRORS).toContain(parsed.error.code);
    }),
    { numRuns: 2000 },
  );
});
