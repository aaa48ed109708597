import { describe, expect, test } from "vitest";
import type { Fault } from "#lib/dns/resolvers/zone.ts";
import { zoneResolver } from "#lib/dns/resolvers/zone.ts";
import type { Resolver } from "#lib/dns/resolver.ts";
import { endingOf, lookupTotal, voidTotal } from "#lib/mail/spf/analysis/summarize.ts";
import { reachedTerms, type SpfNode } from "#lib/mail/spf/analysis/tree.ts";
import { analyze, type SpfAnalysis } from "#lib/mail/spf/analyze.ts";
import { txt } from "../../../support/spf-check.ts";

async function analysed(zone: string, faults: readonly Fault[] = []): Promise<SpfAnalysis> {
  const analysis = await analyze("example.com", zoneResolver(zone, { faults }));
  if (!analysis.ok) throw new Error(analysis.failure.reason);
  return analysis.value;
}

async function treeOf(zone: string, faults: readonly Fault[] = []): Promise<SpfNode> {
  const { tree } = await analysed(zone, faults);
  if (tree === null) throw new Error("no tree");
  return tree;
}

const counts = (tree: SpfNode) =>
  [...reachedTerms(tree)].map(({ term }) => [term.text, term.cost, term.total, term.count]);

describe("the include tree", () => {
  const ZONE =
    txt("example.com", "v=spf1 mx include:one.example.net ip4:192.0.2.1 exists:%{i}.x.example.net -all") +
    txt("one.example.net", "v=spf1 a:h.example.net include:two.example.net ~all") +
    txt("two.example.net", "v=spf1 ptr exp=why.example.net ?all");

  test("costs, totals and the running count in the order of evaluation", async () => {
    expect(counts(await treeOf(ZONE))).toEqual([
      ["mx", 1, 1, 1],
      ["include:one.example.net", 1, 4, 5],
      ["a:h.example.net", 1, 1, 3],
      ["include:two.example.net", 1, 2, 5],
      ["ptr", 1, 1, 5],
      ["exp=why.example.net", 0, 0, 5],
      ["?all", 0, 0, 5],
      ["~all", 0, 0, 5],
      ["ip4:192.0.2.1", 0, 0, 5],
      ["exists:%{i}.x.example.net", 1, 1, 6],
      ["-all", 0, 0, 6],
    ]);
  });

  test("each name is asked once, and nothing for macros of the message", async () => {
    const asked: string[] = [];
    const base = zoneResolver(ZONE + txt("twice.example.net", "v=spf1 include:one.example.net -all"));
    const resolver: Resolver = {
      lookup(name, type, options) {
        asked.push(`${type} ${name}`);
        return base.lookup(name, type, options);
      },
    };
    await analyze("example.com", resolver);
    expect(asked.filter(id => id.startsWith("TXT")).toSorted()).toEqual([
      "TXT example.com",
      "TXT one.example.net",
      "TXT two.example.net",
    ]);
    expect(asked.some(id => id.includes("x.example.net"))).toBe(false);
    expect(asked.some(id => id.includes("why.example.net"))).toBe(false);
  });

  test("all targets of a record are asked at once", async () => {
    const base = zoneResolver(ZONE);
    let waiting = 0;
    let most = 0;
    const resolver: Resolver = {
      async lookup(name, type, options) {
        waiting += 1;
        most = Math.max(most, waiting);
        await new Promise(resolve => setTimeout(resolve, 5));
        waiting -= 1;
        return base.lookup(name, type, options);
      },
    };
    await analyze("example.com", resolver);
    expect(most).toBeGreaterThan(2);
  });

  test("%{d} and %{o} are known without a message", async () => {
    const tree = await treeOf(
      txt("example.com", "v=spf1 include:_spf.%{d} -all") +
        txt("_spf.example.com", "v=spf1 include:%{d2}.%{o}.x.example.net -all") +
        txt("example.com.example.com.x.example.net", "v=spf1 -all"),
    );
    expect(lookupTotal(tree)).toEqual({ counted: 2, unknown: null, dynamic: [] });
    expect([...reachedTerms(tree)].map(({ term }) => term.child?.status ?? null)).toEqual([
      "ok",
      "ok",
      null,
      null,
      null,
    ]);
  });

  test("what depends on the message counts one and is named", async () => {
    const tree = await treeOf(
      txt("example.com", "v=spf1 include:%{i}.spf.example.net exists:%{p}.x.example.net -all"),
    );
    expect(lookupTotal(tree)).toEqual({
      counted: 3,
      unknown: null,
      dynamic: ["include:%{i}.spf.example.net"],
    });
  });

  test("a failed look-up makes the total unknown, not smaller", async () => {
    const tree = await treeOf(ZONE, [{ name: "two.example.net", failure: "timeout" }]);
    const total = lookupTotal(tree);
    expect(total.counted).toBe(5);
    expect(total.unknown).toEqual({ reason: "dns-failed", lookups: ["TXT two.example.net"] });
  });

  test("loops end", async () => {
    const tree = await treeOf(
      txt("example.com", "v=spf1 include:one.example.net -all") +
        txt("one.example.net", "v=spf1 include:EXAMPLE.com -all"),
    );
    expect([...reachedTerms(tree)].map(({ term }) => term.child?.status)).toEqual([
      "ok",
      "loop",
      undefined,
      undefined,
    ]);
  });

  test("a bomb is expanded only so far, and what is known is too much already", async () => {
    const zone = Array.from({ length: 12 }, (_, level) =>
      txt(
        level === 0 ? "example.com" : `l${level}.example.net`,
        `v=spf1${` include:l${level + 1}.example.net`.repeat(10)} -all`,
      ),
    ).join("");
    let asked = 0;
    const base = zoneResolver(zone);
    const resolver: Resolver = {
      lookup(name, type, options) {
        asked += 1;
        return base.lookup(name, type, options);
      },
    };
    const analysis = await analyze("example.com", resolver);
    expect(
      analysis.ok && analysis.value.tree !== null && lookupTotal(analysis.value.tree).counted,
    ).toBeGreaterThan(10);
    expect(asked).toBeLessThan(80);
    expect(JSON.stringify(analysis).length).toBeLessThan(600_000);
  });

  test("a record of 64 kB keeps its end", async () => {
    const record = `v=spf1${" ip4:192.0.2.1".repeat(4500)} -all`;
    const tree = await treeOf(txt("example.com", record));
    const ending = endingOf(tree);
    expect(ending.kind === "all" && ending.term.text).toBe("-all");
    expect(tree.terms.length).toBeLessThan(1100);
  });
});

describe("void look-ups", () => {
  test("only what is known to be empty", async () => {
    const zone = `${txt("example.com", "v=spf1 a:gone.example.com mx:gone.example.com exists:gone.example.com a:six.example.com a:slow.example.com -all")}six.example.com. 300 IN AAAA 2001:db8::1\n`;
    const tree = await treeOf(zone, [{ name: "slow.example.com", failure: "servfail" }]);
    const { terms, unknown } = voidTotal(tree);
    expect(terms.map(({ term }) => term.text)).toEqual([
      "a:gone.example.com",
      "mx:gone.example.com",
      "exists:gone.example.com",
    ]);
    expect(unknown?.lookups).toEqual(["A slow.example.com", "AAAA slow.example.com"]);
  });
  test("one family that answers is enough to know that there are addresses", async () => {
    const zone = `${txt("example.com", "v=spf1 a:h.example.com -all")}h.example.com. 300 IN A 192.0.2.1\n`;
    const tree = await treeOf(zone, [{ name: "h.example.com", type: "AAAA", failure: "timeout" }]);
    expect(voidTotal(tree)).toEqual({ terms: [], unknown: null });
    expect(tree.terms[0]?.found).toMatchObject({
      ok: true,
      value: { addresses: ["192.0.2.1"], complete: false },
    });
  });
});

describe("what stands at the domain", () => {
  test("nothing is known when TXT cannot be asked", async () => {
    const analysis = await analyze(
      "example.com",
      zoneResolver(txt("example.com", "v=spf1 -all"), {
        faults: [{ name: "example.com", type: "TXT", failure: "refused" }],
      }),
    );
    expect(analysis).toEqual({ ok: false, failure: { reason: "dns-failed", lookups: ["TXT example.com"] } });
  });
  test.each([
    ["example.com. 300 IN MX 0 .\n", "null-mx"],
    ["example.com. 300 IN MX 10 mx.example.com.\n", "mail"],
    ["example.com. 300 IN A 192.0.2.1\n", "no-mx"],
  ])("%j receives %s", async (zone, expected) => {
    expect((await analysed(zone)).receives).toEqual({ ok: true, value: expected });
  });
  test("existence", async () => {
    expect((await analysed("")).exists).toBe(false);
    expect((await analysed("example.com. 300 IN A 192.0.2.1\n")).exists).toBe(true);
  });
  test("a doubled record is analysed as what it was meant to be", async () => {
    const { tree, meant } = await analysed(
      txt("example.com", "v=spf1 mx -all") +
        txt("example.com", "v=spf1 include:a.example.net -all") +
        txt("a.example.net", "v=spf1 -all"),
    );
    expect(tree).toBeNull();
    expect(meant?.records).toEqual(["v=spf1 mx include:a.example.net -all"]);
    expect(meant?.terms[1]?.child?.status).toBe("ok");
  });
  test("sizes as RFC 7208 3.4 counts them", async () => {
    const { txt: size } = await analysed(
      txt("example.com", "v=spf1 -all") + txt("example.com", "x".repeat(100)),
    );
    // Name 11, texts 11 and 100. Message: header 12, question 13 + 4, and for each record 12, its length octet and text.
    expect(size).toEqual({
      records: 2,
      octets: 122,
      messageOctets: 12 + 17 + (12 + 1 + 11) + (12 + 1 + 100),
    });
  });
});

describe("how a policy ends", () => {
  test.each([
    ["v=spf1 mx -all", "all", false],
    ["v=spf1 mx", "open", false],
    ["v=spf1 redirect=r.example.net", "all", true],
    ["v=spf1 redirect=o.example.net", "open", true],
    ["v=spf1 redirect=gone.example.net", "elsewhere", null],
    ["v=spf1 redirect=%{l}.example.net", "elsewhere", null],
    ["v=spf1 redirect=slow.example.net", "unknown", null],
  ])("%s: %s", async (record, kind, redirected) => {
    const zone =
      txt("example.com", record) + txt("r.example.net", "v=spf1 ~all") + txt("o.example.net", "v=spf1 mx");
    const ending = endingOf(await treeOf(zone, [{ name: "slow.example.net", failure: "timeout" }]));
    expect(ending.kind).toBe(kind);
    if ("redirected" in ending) expect(ending.redirected).toBe(redirected);
  });
});
