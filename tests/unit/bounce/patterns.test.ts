import { describe, expect, test } from "vitest";
import { indexPatterns } from "#lib/bounce/pattern-index.ts";
import { PROVIDER_MARKERS } from "#lib/bounce/provider-markers.ts";
import { requiredLiterals } from "#lib/bounce/required-literals.ts";
import { patternsOf } from "#lib/bounce/rulebook.ts";
import { RULE_SETS } from "#lib/bounce/rules/index.ts";
import { leastThreadTime } from "../../support/thread-time.ts";

const RULES = RULE_SETS.flatMap(set =>
  set.rules.flatMap(rule => patternsOf(rule).map(pattern => ({ rule, pattern }))),
);
const PATTERNS = [
  ...RULES.map(({ rule, pattern }, at) => ({ name: `${at} ${rule.id}`, pattern })),
  ...PROVIDER_MARKERS.map(({ provider, text }, at) => ({
    name: `marker ${at} (${provider})`,
    pattern: text,
  })),
];

/** What stands outside classes and escapes, where quantifiers have a meaning. */
const skeleton = (pattern: RegExp): string =>
  pattern.source.replaceAll(/\\./g, "x").replaceAll(/\[[^\]]*\]/g, "x");

/** Text made to keep a pattern busy: its own pieces over and over, and the fillers that gaps run over. */
const hostile = (pattern: RegExp, length: number): readonly string[] => {
  const pieces = pattern.source.match(/[a-z][a-z ]{2,}/gi) ?? [];
  const seeds = [
    "a",
    " ",
    "a ",
    "a@",
    "1.",
    "<",
    "[",
    pieces[0] ?? "x",
    pieces.slice(0, 3).join(" "),
    `${pieces[0] ?? "x"} ${"a".repeat(35)} `,
    `${pieces.join(" ").slice(0, 200)} `,
  ];
  return seeds
    .filter(seed => seed !== "")
    .map(seed => seed.repeat(Math.ceil(length / seed.length)).slice(0, length));
};

async function slowest(pattern: RegExp, texts: readonly string[]): Promise<number> {
  const times: number[] = [];
  for (const text of texts)
    times.push(await leastThreadTime(() => pattern.exec(text), { enough: 20, rounds: 5 }));
  return Math.max(...times);
}

describe("patterns take linear time", () => {
  test.each(PATTERNS)(
    "$name: nothing repeats without bound, so the work at each position is bounded",
    ({ pattern }) => {
      expect(skeleton(pattern)).not.toMatch(/[*+]|\{\d+,\}/);
    },
  );

  test.each(PATTERNS)("$name: no repetition inside a long repetition", ({ pattern }) => {
    // (?:...{0,40}...){0,40} would multiply; up to six short words in a row do not.
    for (const [, low, high] of skeleton(pattern).matchAll(/\)\{(\d+),(\d+)\}/g)) {
      expect(Number(high ?? low)).toBeLessThanOrEqual(6);
    }
  });

  test.each(PATTERNS)(
    "$name: the longest text that is looked at takes a moment, however hostile",
    async ({ pattern }) => {
      expect(await slowest(pattern, hostile(pattern, 4000))).toBeLessThan(100);
    },
  );
});

describe("the index", () => {
  test("every pattern that reads words is filed, so that few are tried for a text", () => {
    for (const { name, pattern } of PATTERNS) {
      const texts = requiredLiterals(pattern);
      expect([name, texts?.filter(text => text.length < 2)]).toEqual([name, []]);
    }
  });

  test("loses nothing: it finds the pattern of every example", () => {
    const index = indexPatterns(RULES, entry => entry.pattern);
    for (const { rule, pattern } of RULES) {
      for (const example of rule.examples) {
        if (!pattern.test(example)) continue;
        const found = index
          .candidates(example.toLowerCase())
          .some(candidate => candidate.rule.id === rule.id);
        expect([rule.id, found]).toEqual([rule.id, true]);
      }
    }
  });

  test.each([
    [/mailbox full/i, ["mailbox full"]],
    [/(?:mailbox|inbox) is full/i, [" is full"]],
    [/user (?:unknown|not found)/i, ["unknown", "not found"]],
    [/over ?quota/i, ["quota"]],
    [/colou?r blind/i, ["r blind"]],
    [/spf|dkim/i, ["spf", "dkim"]],
    [/\d{3} [a-z]+/i, [" "]],
    [/[0-9]|x/i, null],
    [/(?<!pre)fix(?=ed)/i, ["fix"]],
    [/a{2,4}b/i, ["a"]],
    [/rate\.limit/i, ["rate.limit"]],
  ])("%s requires %j", (pattern, expected) => {
    expect(requiredLiterals(pattern)).toEqual(expected);
  });
});
