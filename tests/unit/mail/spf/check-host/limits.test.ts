import { describe, expect, test } from "vitest";
import { checkIn, txt } from "../../../../support/spf-check.ts";

const numbers = (count: number) => Array.from({ length: count }, (_, index) => index + 1);
const repeated = (count: number, term: (number: number) => string) => numbers(count).map(term).join(" ");
const hosts = numbers(20)
  .map(number => `h${number}.example.net. 300 IN A 203.0.113.${number}\n`)
  .join("");
const inner = numbers(20)
  .map(number => txt(`s${number}.example.net`, "v=spf1 -all"))
  .join("");

const of = (record: string, more = "", one = {}) =>
  checkIn(hosts + inner + more + txt("example.com", record), { mailFrom: "user@example.com", ...one });

describe("ten terms that cause queries (4.6.4)", () => {
  test.each([
    ["a", (number: number) => `a:h${number}.example.net`],
    ["include", (number: number) => `include:s${number}.example.net`],
    ["exists", (number: number) => `-exists:x.h${number}.example.net`],
    ["ptr", () => "ptr:example.net"],
    ["mx", () => "mx:m.example.net"],
  ])("%s", async (_, term) => {
    const more =
      "m.example.net. 300 IN MX 10 h1.example.net.\n3.2.0.192.in-addr.arpa. 300 IN PTR h1.example.net.\n";
    const unlimited = { options: { limits: { voidLookups: null } } };
    const ten = await of(`v=spf1 ${repeated(10, term)} ~all`, more, unlimited);
    const eleven = await of(`v=spf1 ${repeated(11, term)} ~all`, more, unlimited);
    expect([ten.result, ten.lookups, eleven.result, eleven.reason.code]).toEqual([
      "softfail",
      10,
      "permerror",
      "lookup-limit",
    ]);
  });
  test("redirect is one of them", async () => {
    const nine = await of(
      `v=spf1 ${repeated(9, number => `a:h${number}.example.net`)} redirect=s1.example.net`,
    );
    const ten = await of(
      `v=spf1 ${repeated(10, number => `a:h${number}.example.net`)} redirect=s1.example.net`,
    );
    expect([nine.result, nine.lookups, ten.result]).toEqual(["fail", 10, "permerror"]);
  });
  test("all, ip4, ip6 and exp are not", async () => {
    const record = `v=spf1 ${repeated(10, number => `a:h${number}.example.net`)} ip4:203.0.113.99 ip6:2001:db8::1 exp=why.example.net -all`;
    const outcome = await of(record, txt("why.example.net", "No."));
    expect([outcome.result, outcome.lookups, outcome.explanation]).toEqual(["fail", 10, "No."]);
  });
  test("over all records together", async () => {
    const two = txt("one.example.net", `v=spf1 ${repeated(4, number => `a:h${number}.example.net`)} -all`);
    const ok = await of(
      `v=spf1 include:one.example.net ${repeated(5, number => `a:h${number}.example.net`)} -all`,
      two,
    );
    const over = await of(
      `v=spf1 include:one.example.net ${repeated(6, number => `a:h${number}.example.net`)} -all`,
      two,
    );
    expect([ok.result, ok.lookups, over.result]).toEqual(["fail", 10, "permerror"]);
  });
  test("the same name twice counts twice", async () => {
    expect((await of(`v=spf1 ${repeated(11, () => "a:h1.example.net")} -all`)).result).toBe("permerror");
  });
  test("a match before the limit is a match", async () => {
    const record = `v=spf1 ip4:192.0.2.3 ${repeated(20, number => `a:h${number}.example.net`)} -all`;
    const outcome = await of(record);
    expect([outcome.result, outcome.lookups]).toEqual(["pass", 0]);
  });
  test("terms whose name is none count too: the limit is one of terms", async () => {
    expect((await of(`v=spf1 ${repeated(11, () => "a:foo..example.net")} -all`)).result).toBe("permerror");
  });
  test("the addresses of mx and ptr names do not count", async () => {
    const more = `${numbers(10)
      .map(number => `m.example.net. 300 IN MX 10 h${number}.example.net.\n`)
      .join("")}`;
    expect((await of("v=spf1 mx:m.example.net -all", more)).lookups).toBe(1);
  });
  test("%{p} needs a PTR query, which is included in the limit", async () => {
    const outcome = await of("v=spf1 exists:%{p}.x.example.net exists:%{d}.x.example.net -all");
    expect(outcome.lookups).toBe(3);
    expect(
      (
        await of(`v=spf1 ${repeated(6, () => "-exists:%{p}.h1.example.net")} -all`, "", {
          options: { limits: { voidLookups: null } },
        })
      ).result,
    ).toBe("permerror");
  });
});

const servers = (count: number) =>
  numbers(count)
    .map(number => `m.example.net. 300 IN MX ${number} h${number}.example.net.\n`)
    .join("");

describe("names behind mx (4.6.4)", () => {
  test("ten are fine", async () => {
    expect((await of("v=spf1 mx:m.example.net -all", servers(10), { ip: "203.0.113.10" })).result).toBe(
      "pass",
    );
  });
  test("eleven are permerror, whichever of them it is", async () => {
    for (const ip of ["203.0.113.1", "203.0.113.11", "192.0.2.3"]) {
      const outcome = await of("v=spf1 mx:m.example.net -all", servers(11), { ip });
      expect([outcome.result, outcome.reason.code]).toEqual(["permerror", "mx-limit"]);
    }
  });
  test("but only when evaluation gets there", async () => {
    expect((await of("v=spf1 ip4:192.0.2.3 mx:m.example.net -all", servers(11))).result).toBe("pass");
  });
});

const names = (count: number, valid: number) =>
  numbers(count)
    .map(number => `3.2.0.192.in-addr.arpa. 300 IN PTR p${number}.example.com.\n`)
    .join("") + `p${valid}.example.com. 300 IN A 192.0.2.3\n`;

describe("names behind ptr (4.6.4): the first ten, and no error", () => {
  test("the tenth counts", async () => {
    expect((await of("v=spf1 ptr -all", names(10, 10))).result).toBe("pass");
  });
  test("the eleventh does not", async () => {
    expect((await of("v=spf1 ptr -all", names(12, 11))).result).toBe("fail");
  });
});

describe("void look-ups (4.6.4)", () => {
  test.each([
    ["a:gone1.example.com", 1],
    ["mx:gone1.example.com", 1],
    ["exists:gone1.example.com", 1],
    ["ptr", 1],
    ["a:h1.example.net", 0],
    ["a:foo..example.net", 0],
    ["exists:%{l}..x.com", 0],
  ])("%s: %i", async (term, expected) => {
    expect((await of(`v=spf1 ${term} -all`)).voidLookups).toBe(expected);
  });
  test("a name that has records of another type only", async () => {
    expect((await of("v=spf1 a:s1.example.net -all")).voidLookups).toBe(1);
  });
  test("an IPv6 client asks for AAAA", async () => {
    expect((await of("v=spf1 a:h1.example.net -all", "", { ip: "2001:db8::1" })).voidLookups).toBe(1);
  });
  test("a host of an MX that has no address is no void term", async () => {
    expect(
      (await of("v=spf1 mx:m.example.net -all", "m.example.net. 300 IN MX 10 gone.example.net.\n"))
        .voidLookups,
    ).toBe(0);
  });
  test("a PTR name that has no address is none either", async () => {
    expect(
      (await of("v=spf1 ptr -all", "3.2.0.192.in-addr.arpa. 300 IN PTR gone.example.net.\n")).voidLookups,
    ).toBe(0);
  });
  test("a failed look-up is no void one", async () => {
    const faults = [{ name: "3.2.0.192.in-addr.arpa", failure: "timeout" as const }];
    expect((await of("v=spf1 ptr -all", "", { faults })).voidLookups).toBe(0);
  });
  test("two are fine, three are not", async () => {
    const two = await of("v=spf1 a:g1.example.com mx:g2.example.com ~all");
    const three = await of("v=spf1 a:g1.example.com mx:g2.example.com exists:g3.example.com ~all");
    expect([two.result, three.result, three.reason.code, three.voidLookups]).toEqual([
      "softfail",
      "permerror",
      "void-limit",
      3,
    ]);
  });
  test("over all records together", async () => {
    const more = txt("v.example.net", "v=spf1 a:g1.example.com a:g2.example.com -all");
    expect((await of("v=spf1 include:v.example.net a:g3.example.com -all", more)).result).toBe("permerror");
  });
  test("a match before the third is a match", async () => {
    expect(
      (await of("v=spf1 a:g1.example.com a:g2.example.com ip4:192.0.2.3 a:g3.example.com -all")).result,
    ).toBe("pass");
  });
  test("the limit can be changed and taken away", async () => {
    const record = `v=spf1 ${repeated(5, number => `a:g${number}.example.com`)} ~all`;
    const limited = await of(record, "", { options: { limits: { voidLookups: 4 } } });
    const free = await of(record, "", { options: { limits: { voidLookups: null } } });
    expect([limited.result, free.result, free.voidLookups]).toEqual(["permerror", "softfail", 5]);
  });
});

/** A clock that jumps ahead every time it is read. */
const jumping = (ms: number) => {
  let at = 0;
  return { now: () => new Date(0), monotonic: () => (at += ms), sleep: async () => {} };
};

describe("elapsed time (4.6.4)", () => {
  test("within twenty seconds", async () => {
    expect((await of("v=spf1 a:h1.example.net -all", "", { options: { clock: jumping(100) } })).result).toBe(
      "fail",
    );
  });
  test("beyond: temperror", async () => {
    const outcome = await of("v=spf1 a:h1.example.net a:h2.example.net -all", "", {
      options: { clock: jumping(3000) },
    });
    expect([outcome.result, outcome.reason.code]).toEqual(["temperror", "time-limit"]);
  });
  test("ptr does not hide it", async () => {
    const outcome = await of("v=spf1 ptr +all", "", { options: { clock: jumping(9000) } });
    expect(outcome.result).toBe("temperror");
  });
});
