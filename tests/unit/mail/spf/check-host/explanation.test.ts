import { describe, expect, test } from "vitest";
import { checkIn, txt } from "../../../../support/spf-check.ts";

const of = async (record: string, more = "", one = {}) => {
  const outcome = await checkIn(txt("example.com", record) + more, { mailFrom: "user@example.com", ...one });
  return [outcome.result, outcome.explanation];
};
const WHY = (text: string) => txt("why.example.com", text);

describe("when there is an explanation (6.2)", () => {
  test.each([
    ["v=spf1 -all exp=why.example.com", "fail", "Because."],
    ["v=spf1 exp=why.example.com -all", "fail", "Because."],
    ["v=spf1 -ip4:192.0.2.3 exp=why.example.com +all", "fail", "Because."],
    ["v=spf1 -all EXP=why.example.com.", "fail", "Because."],
    ["v=spf1 -all", "fail", ""],
    ["v=spf1 ~all exp=why.example.com", "softfail", ""],
    ["v=spf1 ?all exp=why.example.com", "neutral", ""],
    ["v=spf1 +all exp=why.example.com", "pass", ""],
    ["v=spf1 exp=why.example.com", "neutral", ""],
    ["v=spf1 moo -all exp=why.example.com", "permerror", ""],
  ])("%s: %s %j", async (record, result, explanation) => {
    expect(await of(record, WHY("Because."))).toEqual([result, explanation]);
  });
});

describe("whose explanation (6.2)", () => {
  const INNER =
    txt("in.example.net", "v=spf1 -all exp=theirs.example.net") + txt("theirs.example.net", "theirs");
  test("not that of an include", async () => {
    expect(await of("v=spf1 include:in.example.net -all exp=why.example.com", INNER + WHY("ours"))).toEqual([
      "fail",
      "ours",
    ]);
    expect(await of("v=spf1 include:in.example.net -all", INNER)).toEqual(["fail", ""]);
  });
  test("the including one's when -include matches", async () => {
    const inner =
      txt("in.example.net", "v=spf1 +all exp=theirs.example.net") + txt("theirs.example.net", "theirs");
    expect(await of("v=spf1 -include:in.example.net exp=why.example.com", inner + WHY("ours"))).toEqual([
      "fail",
      "ours",
    ]);
  });
  test("that of a redirect, and only that", async () => {
    expect(await of("v=spf1 redirect=in.example.net exp=why.example.com", INNER + WHY("ours"))).toEqual([
      "fail",
      "theirs",
    ]);
    const without = txt("in.example.net", "v=spf1 -all");
    expect(await of("v=spf1 redirect=in.example.net exp=why.example.com", without + WHY("ours"))).toEqual([
      "fail",
      "",
    ]);
  });
  test("through two redirects", async () => {
    const chain = txt("r1.example.net", "v=spf1 redirect=in.example.net exp=why.example.com");
    expect(await of("v=spf1 redirect=r1.example.net", chain + INNER + WHY("ours"))).toEqual([
      "fail",
      "theirs",
    ]);
  });
  test("a redirect inside an include is inside the include", async () => {
    const chain = txt("r1.example.net", "v=spf1 redirect=in.example.net");
    expect(
      await of("v=spf1 include:r1.example.net -all exp=why.example.com", chain + INNER + WHY("ours")),
    ).toEqual(["fail", "ours"]);
  });
  test("<domain> is that of the record that failed", async () => {
    const chain =
      txt("in.example.net", "v=spf1 -all exp=why.%{d}") + txt("why.in.example.net", "%{d} of %{o}");
    expect(await of("v=spf1 redirect=in.example.net", chain)).toEqual([
      "fail",
      "in.example.net of example.com",
    ]);
  });
});

describe("the text (6.2, 7)", () => {
  test.each([
    [
      "%{i} is not one of %{d}'s designated mail servers.",
      "192.0.2.3 is not one of example.com's designated mail servers.",
    ],
    [
      "See http://%{d}/why.html?s=%{S}&i=%{I}",
      "See http://example.com/why.html?s=user%40example.com&i=192.0.2.3",
    ],
    ["%{c} %{r} %{h}", "192.0.2.3 unknown mx.example.org"],
    ["100%% sure,%_really%-so", "100% sure, really%20so"],
    ["a  b ", "a  b "],
    ["Trailing dot.", "Trailing dot."],
    ["%{d}.", "example.com."],
    ["", ""],
  ])("%s", async (text, expected) => {
    expect(await of("v=spf1 -all exp=why.example.com", WHY(text))).toEqual(["fail", expected]);
  });
  test("strings are joined without a space", async () => {
    expect(
      await of("v=spf1 -all exp=why.example.com", 'why.example.com. 300 IN TXT "Be" "cause %{" "d}"\n'),
    ).toEqual(["fail", "Because example.com"]);
  });
  test("the receiver and the time", async () => {
    const clock = { now: () => new Date(1_234_567_890_999), monotonic: () => 0, sleep: async () => {} };
    expect(
      await of("v=spf1 -all exp=why.example.com", WHY("%{r} %{t}"), {
        receiver: "mta.example.net",
        options: { clock },
      }),
    ).toEqual(["fail", "mta.example.net 1234567890"]);
  });
  test("a very long one is cut", async () => {
    const [, explanation = ""] = await of("v=spf1 -all exp=why.example.com", WHY("%{s}".repeat(2000)));
    expect(explanation).toHaveLength(4096);
  });
});

describe("anything wrong means no explanation, never another result (6.2)", () => {
  test.each([
    ["no such name", "", {}],
    ["no TXT there", "why.example.com. 300 IN A 192.0.2.1\n", {}],
    ["two records", WHY("one") + WHY("two"), {}],
    ["SERVFAIL", WHY("x"), { faults: [{ name: "why.example.com", failure: "servfail" }] }],
    ["a time-out", WHY("x"), { faults: [{ name: "why.example.com", failure: "timeout" }] }],
    ["a bare percent", WHY("100% sure"), {}],
    ["an unknown macro", WHY("%{x}"), {}],
    ["an open macro", WHY("%{d"), {}],
    ["octets beyond ASCII", WHY("Gr\u00fc\u00dfe"), {}],
    ["a control character", WHY("a\tb"), {}],
    ["a sender beyond ASCII", WHY("%{l}"), { mailFrom: "jürgen@example.com" }],
    ["a HELO with a line end", WHY("%{h}"), { helo: "x\r\n250 ok" }],
  ])("%s", async (_, more, one) => {
    expect(await of("v=spf1 -all exp=why.example.com", more, one)).toEqual(["fail", ""]);
  });
  test.each(["exp=foo..example.com", "exp=%{v}", "exp=%{l}.example.com"])(
    "%s is no name for a sender like that",
    async exp => {
      expect(await of(`v=spf1 -all ${exp}`, "", { mailFrom: "jürgen@example.com" })).toEqual(["fail", ""]);
    },
  );
  test("URL-escaped, a local part beyond ASCII may be told", async () => {
    expect(
      await of("v=spf1 -all exp=why.example.com", WHY("%{L}"), { mailFrom: "jürgen@example.com" }),
    ).toEqual(["fail", "j%C3%BCrgen"]);
  });
  test("its look-ups are not counted", async () => {
    const outcome = await checkIn(txt("example.com", "v=spf1 -all exp=%{p}.why.example.com") + WHY("%{p}"), {
      mailFrom: "user@example.com",
    });
    expect([outcome.lookups, outcome.voidLookups]).toEqual([0, 0]);
  });
});

test("the trace tells each term in the order of evaluation, outer before inner", async () => {
  const zone =
    txt("example.com", "v=spf1 a:gone.example.com include:in.example.net -all") +
    txt("in.example.net", "v=spf1 ip4:203.0.113.1 -all");
  const { trace, reason } = await checkIn(zone, { mailFrom: "user@example.com" });
  expect(
    trace.map(({ domain, depth, term, target, outcome, void: found, lookups }) => [
      domain,
      depth,
      term,
      target,
      outcome,
      found,
      lookups,
    ]),
  ).toEqual([
    ["example.com", 0, "a:gone.example.com", "gone.example.com", "no-match", true, 1],
    ["example.com", 0, "include:in.example.net", "in.example.net", "no-match", false, 2],
    ["in.example.net", 1, "ip4:203.0.113.1", null, "no-match", false, 2],
    ["in.example.net", 1, "-all", null, "match", false, 2],
    ["example.com", 0, "-all", null, "match", false, 2],
  ]);
  expect(reason).toEqual({ code: "matched", domain: "example.com", term: "-all" });
});
