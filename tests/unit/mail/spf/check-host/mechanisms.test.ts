import { describe, expect, test } from "vitest";
import type { Fault } from "#lib/dns/resolvers/zone.ts";
import { checkIn, txt } from "../../../../support/spf-check.ts";

const HOSTS = `
$ORIGIN example.com.
$TTL 300
host    A    192.0.2.3
host    A    192.0.2.4
net     A    192.0.2.200
host6   AAAA 2001:db8::3
both    A    192.0.2.3
both    AAAA 2001:db8::3
alias   CNAME host
mail    MX   10 mx1
mail    MX   20 mx2
mx1     A    192.0.2.10
mx2     A    192.0.2.3
mail6   MX   10 host6
nullmx  MX   0 .
selfmx  MX   10 selfmx
selfmx  A    192.0.2.3
onlya   A    192.0.2.3
deadmx  MX   10 gone
deadmx  MX   20 host
listed  A    127.0.0.2
empty   TXT  "nothing"
3.2.0.192.in-addr.arpa. PTR host
9.2.0.192.in-addr.arpa. PTR host
20.2.0.192.in-addr.arpa. PTR mail.bad-example.com.
mail.bad-example.com. A 192.0.2.20
3.0.0.0.0.0.0.0.0.0.0.0.0.0.0.0.0.0.0.0.0.0.0.0.8.b.d.0.1.0.0.2.ip6.arpa. PTR host6
`;

const of = async (record: string, ip = "192.0.2.3", faults: readonly Fault[] = []) =>
  (await checkIn(HOSTS + txt("example.com", record), { ip, mailFrom: "user@example.com", faults })).result;

describe("qualifiers are results (4.6.2)", () => {
  test.each([
    ["+ip4:192.0.2.3", "pass"],
    ["ip4:192.0.2.3", "pass"],
    ["-ip4:192.0.2.3", "fail"],
    ["~ip4:192.0.2.3", "softfail"],
    ["?ip4:192.0.2.3", "neutral"],
    ["?ip4:192.0.2.3 +all", "neutral"],
    ["-ip4:192.0.2.99 +all", "pass"],
  ])("v=spf1 %s: %s", async (terms, expected) => {
    expect(await of(`v=spf1 ${terms}`)).toBe(expected);
  });
});

describe("all (5.1)", () => {
  test.each([
    ["v=spf1 all", "pass"],
    ["v=spf1 -all +all", "fail"],
    ["v=spf1 -all ip4:192.0.2.3", "fail"],
    ["v=spf1 redirect=gone.example.com -all", "fail"],
    ["v=spf1 -all redirect=gone.example.com", "fail"],
  ])("%s: %s", async (record, expected) => {
    expect(await of(record)).toBe(expected);
  });
});

describe("a (5.3)", () => {
  test.each([
    ["a:host.example.com", "192.0.2.3", "pass"],
    ["a:host.example.com", "192.0.2.4", "pass"],
    ["a:host.example.com", "192.0.2.5", "fail"],
    ["a:HOST.Example.com.", "192.0.2.3", "pass"],
    ["a:alias.example.com", "192.0.2.3", "pass"],
    ["a:net.example.com/24", "192.0.2.3", "pass"],
    ["a:net.example.com/25", "192.0.2.3", "fail"],
    ["a:net.example.com/0", "203.0.113.9", "pass"],
    ["a:net.example.com//0", "203.0.113.9", "fail"],
    ["a:host6.example.com", "2001:db8::3", "pass"],
    ["a:host6.example.com", "2001:db8::4", "fail"],
    ["a:host6.example.com//64", "2001:db8::4", "pass"],
    ["a:host6.example.com/0", "2001:db8:1::4", "fail"],
    ["a:host6.example.com//0", "fe80::1", "pass"],
    ["a:host.example.com//0", "2001:db8::3", "fail"],
    ["a:both.example.com/32//128", "2001:db8::3", "pass"],
    ["a:both.example.com", "192.0.2.3", "pass"],
    ["a:gone.example.com/0", "192.0.2.3", "fail"],
    ["a:empty.example.com/0", "192.0.2.3", "fail"],
    ["a:foo..example.com/0", "192.0.2.3", "fail"],
  ])("%s for %s: %s", async (term, ip, expected) => {
    expect(await of(`v=spf1 ${term} -all`, ip)).toBe(expected);
  });
  test("without a name it is the domain", async () => {
    const zone = `${txt("d.example.net", "v=spf1 a -all")}d.example.net. 300 IN A 192.0.2.3\n`;
    expect((await checkIn(zone, { mailFrom: "user@d.example.net" })).result).toBe("pass");
  });
});

describe("mx (5.4)", () => {
  test.each([
    ["mx:mail.example.com", "192.0.2.3", "pass"],
    ["mx:mail.example.com", "192.0.2.10", "pass"],
    ["mx:mail.example.com", "192.0.2.11", "fail"],
    ["mx:mail.example.com/24", "192.0.2.77", "pass"],
    ["mx:mail.example.com//0", "192.0.2.77", "fail"],
    ["mx:mail6.example.com", "2001:db8::3", "pass"],
    ["mx:mail6.example.com//32", "2001:db8:9::3", "pass"],
    ["mx:mail6.example.com", "192.0.2.3", "fail"],
    ["mx:onlya.example.com", "192.0.2.3", "fail"],
    ["mx:selfmx.example.com", "192.0.2.3", "pass"],
    ["mx:nullmx.example.com/0", "192.0.2.3", "fail"],
    ["mx:deadmx.example.com", "192.0.2.3", "pass"],
    ["mx:gone.example.com/0", "192.0.2.3", "fail"],
  ])("%s for %s: %s", async (term, ip, expected) => {
    expect(await of(`v=spf1 ${term} -all`, ip)).toBe(expected);
  });
});

describe("ptr (5.5)", () => {
  test.each([
    ["ptr", "192.0.2.3", "pass"],
    ["ptr:example.com", "192.0.2.3", "pass"],
    ["ptr:host.example.com", "192.0.2.3", "pass"],
    ["ptr:EXAMPLE.com.", "192.0.2.3", "pass"],
    ["ptr:a.host.example.com", "192.0.2.3", "fail"],
    ["ptr:ost.example.com", "192.0.2.3", "fail"],
    ["ptr:example.net", "192.0.2.3", "fail"],
    ["ptr", "192.0.2.9", "fail"],
    ["ptr", "192.0.2.20", "fail"],
    ["ptr", "192.0.2.50", "fail"],
    ["ptr", "2001:db8::3", "pass"],
    ["ptr:host6.example.com", "2001:db8::3", "pass"],
    ["ptr", "2001:db8::4", "fail"],
  ])("%s for %s: %s", async (term, ip, expected) => {
    expect(await of(`v=spf1 ${term} -all`, ip)).toBe(expected);
  });
  test("a failed PTR look-up does not match, and nothing worse", async () => {
    expect(
      await of("v=spf1 ptr ~all", "192.0.2.3", [{ name: "3.2.0.192.in-addr.arpa", failure: "timeout" }]),
    ).toBe("softfail");
  });
  test("a name that cannot be looked up is skipped", async () => {
    const zone = `${txt("example.com", "v=spf1 ptr -all")}
3.2.0.192.in-addr.arpa. 300 IN PTR a.example.com.
3.2.0.192.in-addr.arpa. 300 IN PTR b.example.com.
b.example.com. 300 IN A 192.0.2.3
`;
    const faults = [{ name: "a.example.com", failure: "servfail" as const }];
    expect((await checkIn(zone, { mailFrom: "user@example.com", faults })).result).toBe("pass");
  });
});

describe("ip4 and ip6 (5.6)", () => {
  test.each([
    ["ip4:192.0.2.3", "192.0.2.3", "pass"],
    ["ip4:192.0.2.3", "192.0.2.4", "fail"],
    ["ip4:192.0.2.0/24", "192.0.2.255", "pass"],
    ["ip4:192.0.2.77/24", "192.0.2.3", "pass"],
    ["ip4:192.0.2.0/25", "192.0.2.128", "fail"],
    ["ip4:0.0.0.0/0", "203.0.113.1", "pass"],
    ["ip4:0.0.0.0/0", "2001:db8::1", "fail"],
    ["ip6:2001:db8::/32", "2001:db8:ffff::1", "pass"],
    ["ip6:2001:db8::/33", "2001:db8:ffff::1", "fail"],
    ["ip6:::/0", "2001:db8::1", "pass"],
    ["ip6:::/0", "192.0.2.3", "fail"],
    ["ip6:::1.1.1.1/0", "fe80::1", "pass"],
    ["ip6:::ffff:192.0.2.3", "192.0.2.3", "fail"],
    // An IPv4-mapped client is an IPv4 client (5).
    ["ip4:192.0.2.3", "::ffff:192.0.2.3", "pass"],
    ["ip6:::ffff:192.0.2.3", "::ffff:192.0.2.3", "fail"],
    ["ip6:::/0", "::ffff:192.0.2.3", "fail"],
    ["a:host.example.com", "::ffff:c000:203", "pass"],
    // The deprecated compatible form is not.
    ["ip4:192.0.2.3", "::192.0.2.3", "fail"],
  ])("%s for %s: %s", async (term, ip, expected) => {
    expect(await of(`v=spf1 ${term} -all`, ip)).toBe(expected);
  });
});

describe("exists (5.7)", () => {
  test.each([
    ["exists:listed.example.com", "192.0.2.3", "pass"],
    ["exists:listed.example.com", "2001:db8::1", "pass"],
    ["exists:host6.example.com", "2001:db8::3", "fail"],
    ["exists:gone.example.com", "192.0.2.3", "fail"],
    ["exists:empty.example.com", "192.0.2.3", "fail"],
    ["exists:foo..example.com", "192.0.2.3", "fail"],
    [
      "exists:%{l}%{l}%{l}%{l}%{l}%{l}%{l}%{l}%{l}%{l}%{l}%{l}%{l}%{l}%{l}%{l}.example.com",
      "192.0.2.3",
      "fail",
    ],
    ["exists:%{h}", "192.0.2.3", "fail"],
  ])("%s for %s: %s", async (term, ip, expected) => {
    expect(await of(`v=spf1 ${term} -all`, ip)).toBe(expected);
  });
  test("names with odd characters are asked as they are", async () => {
    const zone = `${txt("example.com", "v=spf1 exists:%{l}.u.example.com -all")}o\\039b\\ r\\\\x.u.example.com. 300 IN A 127.0.0.1\n`;
    expect((await checkIn(zone, { mailFrom: "o'b r\\x@example.com" })).result).toBe("pass");
  });
});

describe("errors of look-ups (5)", () => {
  test.each([
    ["a:host.example.com", "host.example.com"],
    ["mx:mail.example.com", "mail.example.com"],
    ["mx:mail.example.com", "mx1.example.com"],
    ["exists:listed.example.com", "listed.example.com"],
  ])("%s when %s fails is temperror", async (term, name) => {
    expect(await of(`v=spf1 ${term} +all`, "192.0.2.3", [{ name, failure: "servfail" }])).toBe("temperror");
  });
  test("a host of the MX that matches before the one that fails decides", async () => {
    expect(
      await of("v=spf1 mx:mail.example.com -all", "192.0.2.10", [
        { name: "mx2.example.com", failure: "timeout" },
      ]),
    ).toBe("pass");
  });
  test("what stands behind the matching term is not missed", async () => {
    expect(
      await of("v=spf1 ip4:192.0.2.3 a:host.example.com -all", "192.0.2.3", [
        { name: "host.example.com", failure: "timeout" },
      ]),
    ).toBe("pass");
  });
  test("a look-up of the other family is not needed", async () => {
    expect(
      await of("v=spf1 a:both.example.com -all", "192.0.2.3", [
        { name: "both.example.com", type: "AAAA", failure: "timeout" },
      ]),
    ).toBe("pass");
  });
});
