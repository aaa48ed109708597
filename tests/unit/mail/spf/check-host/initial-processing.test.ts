import { describe, expect, test } from "vitest";
import { checkIn, txt } from "../../../../support/spf-check.ts";

const label = (length: number) => "x".repeat(length);

describe("which domain is asked (RFC 7208 2.3, 2.4, 4.3)", () => {
  const ZONE = txt("example.com", "v=spf1 ip4:192.0.2.3 -all") + txt("mx.example.org", "v=spf1 -all");
  test.each([
    ["the domain of MAIL FROM", { mailFrom: "user@example.com" }, "pass"],
    ["that of HELO for the null reverse-path", { mailFrom: "", helo: "mx.example.org" }, "fail"],
    ["the same in brackets", { mailFrom: "<>", helo: "mx.example.org" }, "fail"],
    ["any case", { mailFrom: "user@Example.COM" }, "pass"],
    ["with a final dot", { mailFrom: "user@example.com." }, "pass"],
    ["without a local part", { mailFrom: "@example.com" }, "pass"],
    ["without an at sign", { mailFrom: "example.com" }, "pass"],
  ])("%s", async (_, one, expected) => {
    expect((await checkIn(ZONE, one)).result).toBe(expected);
  });
});

describe("malformed domains give none (4.3)", () => {
  // Whatever is asked exists and allows everything: an answer other than "none" would show.
  const ZONE = `${txt("*.com", "v=spf1 +all")}${txt("com", "v=spf1 +all")}${txt("*.1", "v=spf1 +all")}${txt("*", "v=spf1 +all")}`;
  test.each([
    ["a single label", "user@com"],
    ["an empty domain", "user@"],
    ["an empty label", "user@a..com"],
    ["a leading dot", "user@.example.com"],
    ["two final dots", "user@example.com.."],
    ["a label of 64 characters", `user@${label(64)}.com`],
    ["a name of 254 characters", `user@${`${label(62)}.`.repeat(4)}ab`],
    ["an address literal", "user@[192.0.2.1]"],
    ["an IPv6 literal", "user@[IPv6:2001:db8::1]"],
    ["an address", "user@192.0.2.1"],
    ["control characters", "user@exam\nple.com"],
    ["a name that is no name in any script", "user@\u200b\u0300.com"],
  ])("%s", async (_, mailFrom) => {
    const outcome = await checkIn(ZONE, { mailFrom });
    expect([outcome.result, outcome.reason.code]).toEqual(["none", "malformed-domain"]);
  });

  test.each(["localhost", "[192.0.2.1]", "192.0.2.1", "", "-", "x..com"])(
    "HELO %j with the null reverse-path",
    async helo => {
      expect((await checkIn(ZONE, { mailFrom: "", helo })).result).toBe("none");
    },
  );

  test("a label of 63 characters is fine", async () => {
    expect((await checkIn(ZONE, { mailFrom: `user@${label(63)}.com` })).result).toBe("pass");
  });
  test("a name of 253 characters is fine", async () => {
    const name = `${`${label(60)}.`.repeat(4)}${label(5)}.com`;
    expect((await checkIn(ZONE, { mailFrom: `user@${name}` })).result).toBe("pass");
  });
  test("underscores are fine", async () => {
    expect((await checkIn(ZONE, { mailFrom: "user@_x.com" })).result).toBe("pass");
  });
  test("U-labels are looked up as A-labels", async () => {
    const zone = txt("xn--bcher-kva.com", "v=spf1 +all");
    expect((await checkIn(zone, { mailFrom: "user@bücher.com" })).result).toBe("pass");
  });
});

describe("record look-up (4.4)", () => {
  const ZONE = txt("example.com", "v=spf1 +all");
  test.each([
    "servfail",
    "refused",
    "timeout",
    "malformed",
    "unreachable",
    "other-rcode",
    "too-large",
    "cname-loop",
    "over-budget",
  ] as const)("%s is temperror", async failure => {
    const faults = [{ name: "example.com", failure }];
    const outcome = await checkIn(ZONE, { mailFrom: "user@example.com", faults });
    expect([outcome.result, outcome.reason.code]).toEqual(["temperror", "dns-failed"]);
  });
  test("NXDOMAIN is none", async () => {
    expect((await checkIn(ZONE, { mailFrom: "user@example.net" })).result).toBe("none");
  });
  test("no TXT is none", async () => {
    expect((await checkIn("example.com. 1 IN A 192.0.2.3\n", { mailFrom: "user@example.com" })).result).toBe(
      "none",
    );
  });
  test("an alias is followed", async () => {
    const zone = `${ZONE}alias.example.net. 300 IN CNAME example.com.\n`;
    expect((await checkIn(zone, { mailFrom: "user@alias.example.net" })).result).toBe("pass");
  });
  test("an alias to nowhere is none", async () => {
    const zone = "alias.example.net. 300 IN CNAME gone.example.com.\n";
    expect((await checkIn(zone, { mailFrom: "user@alias.example.net" })).result).toBe("none");
  });
  test("the old type 99 is not asked", async () => {
    const zone = 'example.com. 300 IN SPF "v=spf1 +all"\n';
    expect((await checkIn(zone, { mailFrom: "user@example.com" })).result).toBe("none");
  });
});

const selected = async (...records: readonly string[]) => {
  const zone = records.map(record => `example.com. 300 IN TXT ${record}\n`).join("");
  return (await checkIn(zone, { mailFrom: "user@example.com" })).result;
};

describe("selecting records (4.5, 3.2, 3.3)", () => {
  test.each<[string, readonly string[], string]>([
    ["one among others", ['"hello"', '"v=spf1 +all"', '"spf2.0/pra -all"'], "pass"],
    ["two", ['"v=spf1 +all"', '"v=spf1 -all"'], "permerror"],
    ["two that differ in nothing but strings", ['"v=spf1 +all"', '"v=spf1 " "+all"'], "permerror"],
    ["spf10 does not count", ['"v=spf1 +all"', '"v=spf10 -all"'], "pass"],
    ["spf10 alone", ['"v=spf10 +all"'], "none"],
    ["a broken one beside a good one is two", ['"v=spf1 +all"', '"v=spf1 moo"'], "permerror"],
    ["strings are joined without a space", ['"v=spf1 ip4:192.0." "2.3 -all"'], "pass"],
    ["so that this is no record", ['"v=spf1" "+all"'], "none"],
    ["and this is one", ['"v=sp" "f1 +all"'], "pass"],
    ["and this has an unknown term", ['"v=spf1 ip4:192.0.2.3" "-all"'], "permerror"],
    ["the version alone", ['"v=spf1"'], "neutral"],
    ["trailing spaces", ['"v=spf1 +all   "'], "pass"],
    ["a leading space", ['" v=spf1 +all"'], "none"],
    ["a tab behind the version", ['"v=spf1\\009+all"'], "none"],
    ["a tab further on", ['"v=spf1 +all\\009"'], "permerror"],
    ["upper case", ['"V=SPF1 +ALL"'], "pass"],
    ["octets beyond ASCII in the record", ['"v=spf1 +all \\195\\169"'], "permerror"],
    ["octets beyond ASCII in a modifier nobody knows", ['"v=spf1 x=\\195\\169 +all"'], "permerror"],
    ["octets beyond ASCII in another record", ['"\\195\\169"', '"v=spf1 +all"'], "pass"],
    ["an empty TXT record", ['""', '"v=spf1 +all"'], "pass"],
  ])("%s", async (_, records, expected) => {
    expect(await selected(...records)).toBe(expected);
  });
});

describe("syntax comes first (4.6)", () => {
  test.each([
    ["v=spf1 +all moo", "permerror"],
    ["v=spf1 ip4:192.0.2.3 a:bad", "permerror"],
    ["v=spf1 -all redirect=a.com redirect=b.com", "permerror"],
    ["v=spf1 -all exp=a.com exp=b.com", "permerror"],
    ["v=spf1 +all x=%", "permerror"],
    ["v=spf1 +all x=y", "pass"],
  ])("%s: %s", async (record, expected) => {
    expect((await checkIn(txt("example.com", record), { mailFrom: "user@example.com" })).result).toBe(
      expected,
    );
  });
  test("and nothing is looked up", async () => {
    const zone = txt("example.com", "v=spf1 a:slow.example.com mooo -all");
    const faults = [{ name: "slow.example.com", failure: "timeout" as const }];
    const outcome = await checkIn(zone, { mailFrom: "user@example.com", faults });
    expect([outcome.result, outcome.lookups, outcome.trace.length]).toEqual(["permerror", 0, 0]);
  });
});

describe("the default result (4.7)", () => {
  test.each([
    ["v=spf1", "neutral"],
    ["v=spf1 ip4:192.0.2.99", "neutral"],
    ["v=spf1 -ip4:192.0.2.99", "neutral"],
    ["v=spf1 redirect=pass.example.net", "pass"],
    ["v=spf1 -ip4:192.0.2.3 redirect=pass.example.net", "fail"],
  ])("%s: %s", async (record, expected) => {
    const zone = txt("example.com", record) + txt("pass.example.net", "v=spf1 +all");
    expect((await checkIn(zone, { mailFrom: "user@example.com" })).result).toBe(expected);
  });
});
