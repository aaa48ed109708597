import { describe, expect, test } from "vitest";
import { parseRecord } from "#lib/mail/spf/parse-record.ts";
import { printRecord } from "#lib/mail/spf/print-record.ts";

/** The record printed again, or the first mistake as "code@offset". */
function read(text: string): string {
  const parsed = parseRecord(text);
  if (parsed.ok) return printRecord(parsed.value);
  const [first] = parsed.error;
  return `${first?.code}@${first?.at}`;
}

const term = (text: string): string => read(`v=spf1 ${text}`).replace(/^v=spf1 /u, "");

describe("the record (12: version terms *SP)", () => {
  test.each([
    ["v=spf1", "v=spf1"],
    ["v=spf1 ", "v=spf1"],
    ["v=spf1    ", "v=spf1"],
    ["v=spf1 -all", "v=spf1 -all"],
    ["v=spf1   a    mx   -all  ", "v=spf1 a mx -all"],
    ["V=SPF1 A MX -ALL", "v=spf1 a mx -all"],
    ["v=spf1 +mx a:colo.example.com/28 -all", "v=spf1 mx a:colo.example.com/28 -all"],
  ])("%j", (text, expected) => {
    expect(read(text)).toBe(expected);
  });

  test.each([
    ["v=spf10", "not-spf@0"],
    ["", "not-spf@0"],
    ["v=spf1 a\t-all", "bad-character@8"],
    ["v=spf1 a\n-all", "bad-character@8"],
    ["v=spf1 \u0000", "bad-character@7"],
    ["v=spf1 mx \u00e2\u0080\u0093all", "bad-character@10"],
    ["v=spf1 a\u007f", "bad-character@8"],
  ])("%j is refused", (text, expected) => {
    expect(read(text)).toBe(expected);
  });
});

describe("qualifiers (4.6.2)", () => {
  test.each([
    ["+all", "all"],
    ["-all", "-all"],
    ["~all", "~all"],
    ["?all", "?all"],
    ["all", "all"],
    ["--all", "unknown-mechanism@8"],
    ["-", "unknown-mechanism@8"],
    ["!all", "unknown-mechanism@7"],
    ["- all", "unknown-mechanism@8"],
  ])("%s", (text, expected) => {
    expect(term(text)).toBe(expected);
  });
});

describe("all (5.1) takes nothing", () => {
  test.each([
    ["ALL", "all"],
    ["-all:example.com", "value-not-allowed@11"],
    ["-all/8", "value-not-allowed@11"],
    ["-all.", "unknown-mechanism@8"],
    ["allx", "unknown-mechanism@7"],
    ["all:", "value-not-allowed@10"],
  ])("%s", (text, expected) => {
    expect(term(text)).toBe(expected);
  });
});

describe("include (5.2) and exists (5.7) need a domain-spec and nothing else", () => {
  test.each([
    ["include:example.com", "include:example.com"],
    ["Include:Example.COM", "include:Example.COM"],
    ["include", "domain-missing@14"],
    ["include:", "domain-missing@15"],
    ["include/24", "domain-missing@14"],
    ["include:example.com/24", "domain-end@15"],
    ["include:/24", "domain-end@15"],
    ["exists:%{i}._spf.example.com", "exists:%{i}._spf.example.com"],
    ["exists:%{d}", "exists:%{d}"],
    ["exists", "domain-missing@13"],
    ["exists:", "domain-missing@14"],
    ["exists:example.com/24", "domain-end@14"],
    ["exists:example.com//64", "domain-end@14"],
  ])("%s", (text, expected) => {
    expect(term(text)).toBe(expected);
  });
});

describe("a (5.3) and mx (5.4): domain-spec and dual-cidr-length", () => {
  test.each([
    ["a", "a"],
    ["A:Example.com", "a:Example.com"],
    ["a/0", "a/0"],
    ["a/32", "a/32"],
    ["a//0", "a//0"],
    ["a//128", "a//128"],
    ["a/24//64", "a/24//64"],
    ["a/0//0", "a/0//0"],
    ["mx://64", "domain-missing@10"],
    ["mx//64", "mx//64"],
    ["a:example.com/24", "a:example.com/24"],
    ["a:example.com//64", "a:example.com//64"],
    ["a:example.com/24//64", "a:example.com/24//64"],
    ["a:example.com./24", "a:example.com./24"],
    ["a:%{d}/24", "a:%{d}/24"],
    ["a:%{d/}/24", "a:%{d/}/24"],
    ["a:foo/24.example.com", "a:foo/24.example.com"],
    ["a:foo/24.example.com/24", "a:foo/24.example.com/24"],
    ["a:foo:8080.example.com", "a:foo:8080.example.com"],
    ["a:foo%-/24", "a:foo%-/24"],
    ["a:.com", "a:.com"],
  ])("%s", (text, expected) => {
    expect(term(text)).toBe(expected);
  });

  test.each([
    ["a:", "domain-missing@9"],
    ["mx:", "domain-missing@10"],
    ["a:/24", "domain-missing@9"],
    ["a/", "bad-prefix@8"],
    ["a//", "bad-prefix@8"],
    ["a///64", "bad-prefix@8"],
    ["a/24/64", "bad-prefix@8"],
    ["a/24//", "bad-prefix@8"],
    ["a/24//64//64", "bad-prefix@8"],
    ["a/33", "bad-prefix@8"],
    ["a/00", "bad-prefix@8"],
    ["a/024", "bad-prefix@8"],
    ["a//129", "bad-prefix@8"],
    ["a//064", "bad-prefix@8"],
    ["a//00", "bad-prefix@8"],
    ["a/-1", "bad-prefix@8"],
    ["a/x", "bad-prefix@8"],
    ["a/example.com", "bad-prefix@8"],
    ["a:example.com/", "bad-prefix@20"],
    ["a:example.com/24x", "domain-end@9"],
    ["a:example.com/abc", "domain-end@9"],
    ["mx/33", "bad-prefix@9"],
    ["a=example.com:", "a=example.com:"],
  ])("%s", (text, expected) => {
    expect(term(text)).toBe(expected);
  });
});

describe("ptr (5.5) takes no prefix length", () => {
  test.each([
    ["ptr", "ptr"],
    ["PTR:example.com", "ptr:example.com"],
    ["ptr:", "domain-missing@11"],
    ["ptr/24", "value-not-allowed@10"],
    ["ptr:example.com/24", "domain-end@11"],
  ])("%s", (text, expected) => {
    expect(term(text)).toBe(expected);
  });
});

describe("ip4 (5.6)", () => {
  test.each([
    ["ip4:192.0.2.1", "ip4:192.0.2.1"],
    ["IP4:192.0.2.0/24", "ip4:192.0.2.0/24"],
    ["ip4:192.0.2.1/32", "ip4:192.0.2.1"],
    ["ip4:0.0.0.0/0", "ip4:0.0.0.0/0"],
    ["ip4:255.255.255.255", "ip4:255.255.255.255"],
  ])("%s", (text, expected) => {
    expect(term(text)).toBe(expected);
  });
  test.each([
    "ip4",
    "ip4:",
    "ip4/24",
    "ip4:/24",
    "ip4:1.2.3",
    "ip4:1.2.3.4.5",
    "ip4:1.2.3.256",
    "ip4:01.2.3.4",
    "ip4:1.2.3.04",
    "ip4:1.2.3.4:8080",
    "ip4:0x1.2.3.4",
    "ip4:16909060",
    "ip4:1.2.3.4.",
    "ip4:.1.2.3.4",
    "ip4:2001:db8::1",
    "ip4:example.com",
    "ip4:%{i}",
  ])("%s is no address", text => {
    expect(term(text)).toBe("bad-ip4@10");
  });
  test.each([
    "ip4:1.2.3.4/",
    "ip4:1.2.3.4/33",
    "ip4:1.2.3.4/00",
    "ip4:1.2.3.4/032",
    "ip4:1.2.3.4/1e1",
    "ip4:1.2.3.4//32",
    "ip4:1.2.3.4/24/24",
    "ip4:1.2.3.4/24//64",
    "ip4:1.2.3.4/-1",
  ])("%s is no prefix", text => {
    expect(term(text)).toBe("bad-prefix@18");
  });
});

describe("ip6 (5.6; RFC 4291 2.2)", () => {
  test.each([
    ["ip6:2001:db8::cd30", "ip6:2001:db8::cd30"],
    ["ip6:2001:DB8:0:0:0:0:0:CD30", "ip6:2001:db8::cd30"],
    ["ip6:2001:0db8::0001", "ip6:2001:db8::1"],
    ["ip6:2001:db8::/32", "ip6:2001:db8::/32"],
    ["ip6:::/0", "ip6:::/0"],
    ["ip6:::1", "ip6:::1"],
    ["ip6:::1.1.1.1/0", "ip6:::101:101/0"],
    ["ip6:::1.1.1.1/128", "ip6:::101:101"],
    ["ip6:1:2:3:4:5:6:7::", "ip6:1:2:3:4:5:6:7:0"],
    ["ip6:1:2:3:4:5:6:1.2.3.4", "ip6:1:2:3:4:5:6:102:304"],
    ["ip6:::ffff:1.2.3.4", "ip6:::ffff:1.2.3.4"],
  ])("%s", (text, expected) => {
    expect(term(text)).toBe(expected);
  });
  test.each([
    "ip6",
    "ip6:",
    "ip6/64",
    "ip6::CAFE",
    "ip6:1:2:3:4:5:6:7",
    "ip6:1:2:3:4:5:6:7:8:9",
    "ip6:1:2:3:4:5:6:7:8::",
    "ip6:1::2::3",
    "ip6:12345::",
    "ip6:g::",
    "ip6:::1.2.3",
    "ip6:::1.2.3.04",
    "ip6:1.2.3.4::",
    "ip6:fe80::1%25eth0",
    "ip6:[2001:db8::1]",
    "ip6:192.0.2.1",
  ])("%s is no address", text => {
    expect(term(text)).toBe("bad-ip6@10");
  });
  test.each([
    "ip6:2001:db8::/129",
    "ip6:2001:db8::/064",
    "ip6:2001:db8::/",
    "ip6:2001:db8:://64",
    "ip6:2001:db8::/1000",
  ])("%s is no prefix", text => {
    expect(term(text)).toBe("bad-prefix@21");
  });
});

describe("the end of a domain-spec (7.1: domain-end, toplabel)", () => {
  test.each([
    "a:example.com",
    "a:example.com.",
    "a:example.xn--zckzah",
    "a:example.c0m",
    "a:example.1com",
    "a:example.1-2",
    "a:example.a-b",
    "a:_spf.example.com",
    "a:-.example.com",
    "a:foo..example.com",
    "a:%{d}.com",
    "a:%{d}",
    "a:%%",
    "a:%_",
    "a:%-",
    "a:foo%{d}",
    "a:foo.%{d1}",
    "a:foo%%bar.com",
    `a:${"x".repeat(70)}.com`,
  ])("%s is well-formed", text => {
    expect(term(text)).toBe(text);
  });
  test.each([
    "a:museum",
    "a:museum.",
    "a:foo-bar",
    "a:foo-bar.",
    "a:example.com:8080",
    "a:111.222.33.44",
    "a:example.123",
    "a:example.-com",
    "a:example.com-",
    "a:example.",
    "a:example..",
    "a:example.com..",
    "a:example.co_m",
    "a:.",
    "a:%{d}.",
    "a:%{d}com",
    "a:%{d}-x",
    "a:example.co%%m",
    "a:[192.0.2.1]",
    "a:example.com,",
    "a:example.com;",
    "a:*",
  ])("%s is not", text => {
    expect(term(text)).toMatch(/^domain-end@/u);
  });
});

describe("macro-strings (7.1, 7.3)", () => {
  test.each([
    "exists:%{s}",
    "exists:%{S}",
    "exists:%{l}.%{o}.%{d}.%{i}.%{p}.%{v}.%{h}.x.com",
    "exists:%{d1}",
    "exists:%{d1r}",
    "exists:%{dR}",
    "exists:%{d0001}",
    "exists:%{d127}",
    "exists:%{d999999999999999999999999}",
    "exists:%{l.-+,/_=}",
    "exists:%{s5r-/=}",
    "exists:%%%_%-x.example.com",
    "exists:!$&'()*+,-./:;<=>?@[]^_`{|}~.com",
  ])("%s is well-formed", text => {
    expect(term(text)).toBe(text);
  });
  test.each([
    ["exists:%(ir).sbl.example.org", "bare-percent@14"],
    ["exists:%.example.org", "bare-percent@14"],
    ["exists:foo%", "bare-percent@17"],
    ["exists:%ab.example.org", "bare-percent@14"],
    ["exists:%{d", "macro-not-closed@17"],
    ["exists:%{", "macro-not-closed@16"],
    ["exists:%{}", "unknown-macro-letter@16"],
    ["exists:%{a}", "unknown-macro-letter@16"],
    ["exists:%{q}.com", "unknown-macro-letter@16"],
    ["exists:%{-d}", "unknown-macro-letter@16"],
    ["exists:%{d0}", "macro-keeps-nothing@17"],
    ["exists:%{d00}", "macro-keeps-nothing@17"],
    ["exists:%{dr5}", "bad-transformer@18"],
    ["exists:%{d-r}", "bad-transformer@18"],
    ["exists:%{d.5}", "bad-transformer@18"],
    ["exists:%{drr}", "bad-transformer@18"],
    ["exists:%{dx}", "bad-transformer@17"],
    ["exists:%{d:}", "bad-transformer@17"],
    ["exists:%{c}.com", "macro-letter-only-in-exp@16"],
    ["exists:%{R}.com", "macro-letter-only-in-exp@16"],
    ["exists:%{t}.com", "macro-letter-only-in-exp@16"],
    ["redirect=%{c}.com", "macro-letter-only-in-exp@18"],
    ["exp=%{r}.com", "macro-letter-only-in-exp@13"],
  ])("%s", (text, expected) => {
    expect(term(text)).toBe(expected);
  });
});

describe("modifiers (4.6.1, 6)", () => {
  test.each([
    ["redirect=_spf.example.com", "redirect=_spf.example.com"],
    ["REDIRECT=example.com", "redirect=example.com"],
    ["exp=explain._spf.%{d}", "exp=explain._spf.%{d}"],
    ["foo=bar", "foo=bar"],
    ["foo=", "foo="],
    ["Foo.b-a_r2=x", "Foo.b-a_r2=x"],
    ["moo.cow-far_out=man:dog/cat", "moo.cow-far_out=man:dog/cat"],
    ["foo==", "foo=="],
    ["foo=%{c}%{r}%{t}", "foo=%{c}%{r}%{t}"],
    ["include=example.com", "include=example.com"],
    ["all=x", "all=x"],
    ["ip4=192.0.2.1", "ip4=192.0.2.1"],
    ["a=b:c/d", "a=b:c/d"],
    ["v=spf1", "v=spf1"],
    ["default=deny", "default=deny"],
  ])("%s", (text, expected) => {
    expect(term(text)).toBe(expected);
  });
  test.each([
    ["redirect=", "domain-missing@16"],
    ["exp=", "domain-missing@11"],
    ["redirect=com", "domain-end@16"],
    ["redirect:example.com", "unknown-mechanism@7"],
    ["exp:example.com", "unknown-mechanism@7"],
    ["redirect", "unknown-mechanism@7"],
    ["-redirect=example.com", "bad-modifier-name@7"],
    ["+foo=bar", "bad-modifier-name@7"],
    ["=bar", "bad-modifier-name@7"],
    ["1foo=bar", "bad-modifier-name@7"],
    ["_foo=bar", "bad-modifier-name@7"],
    ["fo%o=bar", "bad-modifier-name@7"],
    ["foo=%", "bare-percent@11"],
    ["foo=%{x}", "unknown-macro-letter@13"],
    ["foo=%{d", "macro-not-closed@14"],
    ["redirect=example.com/24", "domain-end@16"],
  ])("%s", (text, expected) => {
    expect(term(text)).toBe(expected);
  });

  test.each(["redirect", "exp"])("%s at most once", name => {
    expect(term(`${name}=a.com ${name.toUpperCase()}=b.com`)).toBe(
      `duplicate-modifier@${7 + name.length + 7}`,
    );
  });
  test("unknown modifiers as often as they like", () => {
    expect(term("x=1 x=2 X=3")).toBe("x=1 x=2 X=3");
  });
  test("anywhere in the record", () => {
    expect(term("exp=e.com mx redirect=r.com -all")).toBe("exp=e.com mx redirect=r.com -all");
  });
});

describe("unknown mechanisms are errors (4.6.1)", () => {
  test.each([
    "ipv4:192.0.2.1",
    "foo",
    "foo:bar",
    "foo/24",
    "a.b",
    "mx-all",
    "ip:192.0.2.1",
    "spf1",
    "-",
    "+",
    "%all",
    "аll",
  ])("%s", text => {
    expect(term(text)).toMatch(/^(?:unknown-mechanism|bad-character)@/u);
  });
});

describe("positions and the list of mistakes", () => {
  test("every term knows its place", () => {
    const parsed = parseRecord("v=spf1  mx   -all");
    expect(parsed.ok && parsed.value.terms.map(({ text, start, end }) => [text, start, end])).toEqual([
      ["mx", 8, 10],
      ["-all", 13, 17],
    ]);
  });
  test("all mistakes in order, with their terms", () => {
    const parsed = parseRecord("v=spf1 foo mx ip4:1 -all");
    expect(parsed.ok ? [] : parsed.error).toEqual([
      { code: "unknown-mechanism", at: 7, term: "foo", start: 7 },
      { code: "bad-ip4", at: 17, term: "ip4:1", start: 14 },
    ]);
  });
  test("macros are taken apart", () => {
    const parsed = parseRecord("v=spf1 exists:a%%%{L2R-+}.com");
    const [one] = parsed.ok ? parsed.value.terms : [];
    expect(one !== undefined && "domain" in one && one.domain).toEqual([
      { kind: "literal", text: "a" },
      { kind: "escape", text: "%%" },
      {
        kind: "macro",
        text: "%{L2R-+}",
        letter: "l",
        escaped: true,
        keep: 2,
        reverse: true,
        delimiters: "-+",
      },
      { kind: "literal", text: ".com" },
    ]);
  });
});
