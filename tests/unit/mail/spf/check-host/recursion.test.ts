import { describe, expect, test } from "vitest";
import { checkIn, txt } from "../../../../support/spf-check.ts";

const INNER: Readonly<Record<string, string>> = {
  pass: "v=spf1 +all",
  fail: "v=spf1 -all",
  softfail: "v=spf1 ~all",
  neutral: "v=spf1 ?all",
  open: "v=spf1",
  permerror: "v=spf1 moo",
};
const ZONE = Object.entries(INNER)
  .map(([name, record]) => txt(`${name}.example.net`, record))
  .join("");
const FAULTS = [{ name: "temperror.example.net", failure: "servfail" as const }];

const of = async (record: string, more = "") => {
  const outcome = await checkIn(ZONE + more + txt("example.com", record), {
    mailFrom: "user@example.com",
    faults: FAULTS,
  });
  return outcome.result;
};

describe("include (5.2)", () => {
  test.each([
    ["pass", "pass"],
    ["fail", "softfail"],
    ["softfail", "softfail"],
    ["neutral", "softfail"],
    ["open", "softfail"],
    ["temperror", "temperror"],
    ["permerror", "permerror"],
    ["none", "permerror"],
  ])("of a record that gives %s: %s", async (inner, expected) => {
    expect(await of(`v=spf1 include:${inner}.example.net ~all`)).toBe(expected);
  });
  test.each([
    ["-include:pass.example.net", "fail"],
    ["~include:pass.example.net", "softfail"],
    ["?include:pass.example.net", "neutral"],
    ["-include:fail.example.net +all", "pass"],
  ])("%s: %s", async (terms, expected) => {
    expect(await of(`v=spf1 ${terms}`)).toBe(expected);
  });
  test.each(["include:foo..example.net", "include:%{h}x..com", "include:%{v}", "include:%{i}"])(
    "a name that is none gives none inside, and so permerror: %s",
    async term => {
      expect(await of(`v=spf1 ${term} +all`)).toBe("permerror");
    },
  );
  test("of a name without SPF among its TXT", async () => {
    expect(await of("v=spf1 include:other.example.net +all", txt("other.example.net", "hello"))).toBe(
      "permerror",
    );
  });
  test("of two records", async () => {
    const two = txt("two.example.net", "v=spf1 +all") + txt("two.example.net", "v=spf1 -all");
    expect(await of("v=spf1 include:two.example.net +all", two)).toBe("permerror");
  });
  test("of itself ends at the limit", async () => {
    expect(await of("v=spf1 include:example.com +all")).toBe("permerror");
  });
  test("a redirect inside is followed there", async () => {
    expect(
      await of("v=spf1 include:r.example.net -all", txt("r.example.net", "v=spf1 redirect=pass.example.net")),
    ).toBe("pass");
  });
  test("a broken redirect inside is permerror", async () => {
    expect(
      await of("v=spf1 include:r.example.net -all", txt("r.example.net", "v=spf1 redirect=none.example.net")),
    ).toBe("permerror");
  });
  test("<domain> is that of the include, and restored behind it", async () => {
    const more = `${txt("in.example.net", "v=spf1 a:%{d1r}.x.example.org -all")}in.x.example.org. 300 IN A 203.0.113.1
example.x.example.org. 300 IN A 192.0.2.3
`;
    expect(await of("v=spf1 include:in.example.net a:%{d1r}.x.example.org -all", more)).toBe("pass");
  });
});

describe("redirect (6.1)", () => {
  test.each([
    ["pass", "pass"],
    ["fail", "fail"],
    ["softfail", "softfail"],
    ["neutral", "neutral"],
    ["open", "neutral"],
    ["temperror", "temperror"],
    ["permerror", "permerror"],
    ["none", "permerror"],
  ])("to a record that gives %s: %s", async (inner, expected) => {
    expect(await of(`v=spf1 redirect=${inner}.example.net`)).toBe(expected);
  });
  test.each(["redirect=foo..example.net", "redirect=%{v}", "redirect=%{i}"])("to no name: %s", async term => {
    expect(await of(`v=spf1 ${term}`)).toBe("permerror");
  });
  test.each([
    ["v=spf1 redirect=pass.example.net ip4:192.0.2.99", "pass"],
    ["v=spf1 redirect=pass.example.net -ip4:192.0.2.3", "fail"],
    ["v=spf1 redirect=pass.example.net ?all", "neutral"],
    ["v=spf1 redirect=none.example.net -all", "fail"],
    ["v=spf1 REDIRECT=pass.example.net", "pass"],
    ["v=spf1 redirect=pass.example.net.", "pass"],
    ["v=spf1 redirect=pass.%{d1r}.net", "pass"],
  ])("%s: %s", async (record, expected) => {
    expect(await of(record)).toBe(expected);
  });
  test("in a circle ends at the limit", async () => {
    expect(
      await of("v=spf1 redirect=r.example.net", txt("r.example.net", "v=spf1 redirect=example.com")),
    ).toBe("permerror");
  });
  test("by a macro of the sender", async () => {
    expect(await of("v=spf1 redirect=%{l}.%{o}", txt("user.example.com", "v=spf1 +all"))).toBe("pass");
  });
});

describe("appendix A", () => {
  const A = `
$ORIGIN example.com.
$TTL 300
@           MX  10 mail-a
            MX  20 mail-b
            A   192.0.2.10
            A   192.0.2.11
amy         A   192.0.2.65
bob         A   192.0.2.66
mail-a      A   192.0.2.129
mail-b      A   192.0.2.130
www         CNAME example.com.
$ORIGIN example.org.
@           MX  10 mail-c
mail-c      A   192.0.2.140
$ORIGIN 2.0.192.in-addr.arpa.
10          PTR example.com.
11          PTR example.com.
65          PTR amy.example.com.
66          PTR bob.example.com.
129         PTR mail-a.example.com.
130         PTR mail-b.example.com.
140         PTR mail-c.example.org.
$ORIGIN 0.0.10.in-addr.arpa.
4           PTR bob.example.com.
`;
  const passing = async (record: string, ...ips: readonly string[]) => {
    const zone = A + txt("example.com", record);
    const results = await Promise.all(ips.map(ip => checkIn(zone, { ip, mailFrom: "user@example.com" })));
    return ips.filter((_, index) => results[index]?.result === "pass");
  };
  const HOSTS = [
    "192.0.2.10",
    "192.0.2.11",
    "192.0.2.65",
    "192.0.2.129",
    "192.0.2.130",
    "192.0.2.131",
    "192.0.2.140",
    "192.0.2.143",
    "10.0.0.4",
  ];

  test.each([
    ["v=spf1 +all", HOSTS],
    ["v=spf1 a -all", ["192.0.2.10", "192.0.2.11"]],
    ["v=spf1 a:example.org -all", []],
    ["v=spf1 mx -all", ["192.0.2.129", "192.0.2.130"]],
    ["v=spf1 mx:example.org -all", ["192.0.2.140"]],
    ["v=spf1 mx mx:example.org -all", ["192.0.2.129", "192.0.2.130", "192.0.2.140"]],
    [
      "v=spf1 mx/30 mx:example.org/30 -all",
      ["192.0.2.129", "192.0.2.130", "192.0.2.131", "192.0.2.140", "192.0.2.143"],
    ],
    ["v=spf1 ptr -all", ["192.0.2.10", "192.0.2.11", "192.0.2.65", "192.0.2.129", "192.0.2.130"]],
    [
      "v=spf1 ip4:192.0.2.128/28 -all",
      ["192.0.2.129", "192.0.2.130", "192.0.2.131", "192.0.2.140", "192.0.2.143"],
    ],
  ])("A.1: %s", async (record, expected) => {
    expect(await passing(record, ...HOSTS)).toEqual(expected);
  });

  test("A.2: records that share one", async () => {
    const zone = `${A}${txt("example.org", "v=spf1 include:example.com include:example.net -all")}${txt("la.example.org", "v=spf1 redirect=example.org")}${txt("example.com", "v=spf1 mx -all")}${txt("example.net", "v=spf1 ip4:203.0.113.1 -all")}`;
    const at = async (ip: string) => (await checkIn(zone, { ip, mailFrom: "user@la.example.org" })).result;
    expect([await at("192.0.2.129"), await at("203.0.113.1"), await at("203.0.113.2")]).toEqual([
      "pass",
      "pass",
      "fail",
    ]);
  });

  test.each([
    ["mary@example.com", "203.0.113.9", "pass"],
    ["mary+list@example.com", "203.0.113.9", "pass"],
    ["joel@example.com", "192.168.15.15", "pass"],
    ["joel@example.com", "192.168.15.17", "fail"],
    ["nobody@example.com", "203.0.113.9", "fail"],
  ])("A.3: %s from %s: %s", async (mailFrom, ip, expected) => {
    const zone = `${A}
$ORIGIN _spf.example.com.
mary.mobile-users                   A 127.0.0.2
fred.mobile-users                   A 127.0.0.2
15.15.168.192.joel.remote-users     A 127.0.0.2
16.15.168.192.joel.remote-users     A 127.0.0.2
${txt("example.com", "v=spf1 mx include:mobile-users._spf.%{d} include:remote-users._spf.%{d} -all")}${txt("mobile-users._spf.example.com", "v=spf1 exists:%{l1r+}.%{d}")}${txt("remote-users._spf.example.com", "v=spf1 exists:%{ir}.%{l1r+}.%{d}")}`;
    expect((await checkIn(zone, { mailFrom, ip })).result).toBe(expected);
  });

  test.each([
    ["192.0.2.65", "pass"],
    ["192.0.2.140", "fail"],
    ["10.0.0.4", "fail"],
  ])("A.4: address and name of %s: %s", async (ip, expected) => {
    const zone = `${A}${txt("example.com", "v=spf1 -include:ip4._spf.%{d} -include:ptr._spf.%{d} +all")}${txt("ip4._spf.example.com", "v=spf1 -ip4:192.0.2.0/24 +all")}${txt("ptr._spf.example.com", "v=spf1 -ptr:example.com +all")}`;
    expect((await checkIn(zone, { ip, mailFrom: "user@example.com" })).result).toBe(expected);
  });
});

test("10.1.2: www of a domain that sends no mail", async () => {
  expect(
    (await checkIn(txt("www.example.com", "v=spf1 -all"), { mailFrom: "", helo: "www.example.com" })).result,
  ).toBe("fail");
});
