import { describe, expect, test } from "vitest";
import { longestChain, waterfallLanes } from "#components/report/waterfall-lanes.ts";
import type { LookupEntry } from "#lib/scan/report.ts";

const lookup = (id: string, startedMs: number, ms: number): LookupEntry => ({
  id,
  name: id,
  type: "TXT",
  status: "records",
  rcode: 0,
  answers: [],
  ttl: 60,
  ad: false,
  extendedErrors: [],
  server: null,
  attempts: 1,
  startedMs,
  ms,
});

describe("waterfallLanes", () => {
  test("lookups at the same time stand in rows below each other, later ones reuse a free row", () => {
    const lookups = [lookup("a", 0, 10), lookup("b", 5, 10), lookup("c", 12, 5)];
    const [lane] = waterfallLanes(lookups, { spf: ["a", "b", "c"] });
    expect(lane?.rows).toBe(2);
    expect(lane?.bars.map(bar => [bar.lookup.id, bar.row])).toEqual([
      ["a", 0],
      ["b", 1],
      ["c", 0],
    ]);
  });

  test("a shared lookup is drawn once, one that nobody claims under “other”", () => {
    const lanes = waterfallLanes([lookup("a", 0, 1), lookup("b", 0, 1)], { spf: ["a"], dmarc: ["a"] });
    expect(lanes.map(lane => [lane.name, lane.bars.length])).toEqual([
      ["spf", 1],
      ["other", 1],
    ]);
  });
});

describe("longestChain", () => {
  test("goes back from the last answer over what had ended before each began", () => {
    const lookups = [lookup("a", 0, 10), lookup("b", 0, 4), lookup("c", 11, 20), lookup("d", 11, 5)];
    expect(longestChain(lookups).map(one => one.id)).toEqual(["a", "c"]);
  });

  test("ends for lookups without duration, and for none", () => {
    expect(longestChain([lookup("a", 5, 0), lookup("b", 5, 0)]).length).toBeGreaterThan(0);
    expect(longestChain([])).toEqual([]);
  });
});
