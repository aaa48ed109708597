import * as fc from "fast-check";
import { describe, expect, test } from "vitest";
import { zoneResolver } from "#lib/dns/resolvers/zone.ts";
import { parseMacroString } from "#lib/mail/spf/parse-macro-string.ts";
import { parseRecord } from "#lib/mail/spf/parse-record.ts";
import { printRecord } from "#lib/mail/spf/print-record.ts";
import { mergeRecords } from "#lib/mail/spf/propose/merge-records.ts";
import { repairText } from "#lib/mail/spf/propose/repair-text.ts";
import { checkHost } from "#lib/mail/spf/check-host.ts";
import { analyze } from "#lib/mail/spf/analyze.ts";
import { systemClock } from "#lib/values/clock.ts";
import { parseIpAddress } from "#lib/values/ip-address.ts";
import { spfWorld } from "../../support/spf-worlds.ts";
import { txt } from "../../support/spf-check.ts";
import { leastThreadTime } from "../../support/thread-time.ts";

const SEED = { seed: 7208, numRuns: 3000 } as const;

/** Text that looks like SPF at every step and is wrong at most of them. */
const scraps = fc
  .array(
    fc.constantFrom(
      "v=spf1",
      " ",
      " ",
      "a",
      "mx",
      "ptr",
      "ip4",
      "ip6",
      "include",
      "exists",
      "all",
      "redirect",
      "exp",
      ":",
      "/",
      "//",
      "=",
      "+",
      "-",
      "~",
      "?",
      "%",
      "%{",
      "}",
      "%{d}",
      "%{i1r.}",
      "%%",
      "%_",
      "%-",
      ".",
      "com",
      "example.com",
      "192.0.2.1",
      "2001:db8::",
      "24",
      "0",
      "00",
      "129",
      "\t",
      "\u00e9",
      "\u0000",
      "_",
      "__proto__",
    ),
    { maxLength: 40 },
  )
  .map(parts => parts.join(""));
const anyText = fc.oneof(
  scraps,
  scraps.map(text => `v=spf1 ${text}`),
  fc.string({ unit: "binary", maxLength: 80 }),
);

/** The same, one character per octet as in a TXT record. */
const anyOctets = anyText.map(text =>
  Array.from(text, char => String.fromCharCode((char.codePointAt(0) ?? 0) & 0xff)).join(""),
);

/** The record without what only says where it stood. */
const meaning = (text: string): unknown => {
  const parsed = parseRecord(text);
  return parsed.ok
    ? parsed.value.terms.map(({ text: _text, start: _start, end: _end, ...term }) => term)
    : parsed.error;
};

describe("the parser", () => {
  test("never throws, and its positions lie inside the text", () => {
    fc.assert(
      fc.property(anyText, text => {
        const parsed = parseRecord(text);
        if (parsed.ok) {
          for (const { start, end, text: term } of parsed.value.terms)
            expect(text.slice(start, end)).toBe(term);
        } else {
          expect(parsed.error.length).toBeGreaterThan(0);
          for (const { at, start, term } of parsed.error) {
            expect(at).toBeGreaterThanOrEqual(start);
            expect(at).toBeLessThanOrEqual(start + term.length);
          }
        }
      }),
      SEED,
    );
  });

  test("reads what it prints as what it was", () => {
    fc.assert(
      fc.property(spfWorld, ({ zone }) => {
        for (const [, text = ""] of zone.matchAll(/"(v=spf1[^"]*)"/giu)) {
          const parsed = parseRecord(text);
          if (!parsed.ok) continue;
          const printed = printRecord(parsed.value);
          expect(meaning(printed)).toEqual(meaning(text));
          expect(printRecord(parsed.value)).toBe(printed);
        }
      }),
      { ...SEED, numRuns: 500 },
    );
  });

  test("knows no difference between spaces", () => {
    fc.assert(
      fc.property(scraps, fc.integer({ min: 1, max: 4 }), (text, count) => {
        const tight = `v=spf1 ${text.replaceAll(/ +/gu, " ")}`;
        const wide = tight.replaceAll(" ", " ".repeat(count));
        expect(parseRecord(wide).ok).toBe(parseRecord(tight).ok);
      }),
      SEED,
    );
  });

  test("one bad term spoils the record, whatever stands around it", () => {
    fc.assert(
      fc.property(scraps, scraps, (before, after) => {
        expect(parseRecord(`v=spf1 ${before} moo: ${after}`).ok).toBe(false);
      }),
      SEED,
    );
  });
});

describe("repairs", () => {
  test("always end in a record that can be read", () => {
    fc.assert(
      fc.property(anyText, text => {
        expect(parseRecord(repairText(text).text).ok).toBe(true);
      }),
      SEED,
    );
  });
  test("leave a sound record as it is", () => {
    fc.assert(
      fc.property(scraps, text => {
        const record = `v=spf1 ${text}`.trim().replaceAll(/ +/gu, " ");
        if (parseRecord(record).ok)
          expect(repairText(record).text).toBe(record.replace(/^v=spf1/iu, "v=spf1"));
      }),
      SEED,
    );
  });
  test("and so do merged ones", () => {
    fc.assert(
      fc.property(fc.array(anyText, { minLength: 2, maxLength: 4 }), texts => {
        expect(parseRecord(mergeRecords(texts)).ok).toBe(true);
      }),
      SEED,
    );
  });
});

describe("evaluation and analysis", () => {
  test("never throw, and stay within the limits", async () => {
    await fc.assert(
      fc.asyncProperty(
        anyOctets,
        fc.string({ unit: "binary", maxLength: 40 }),
        fc.string({ maxLength: 30 }),
        async (record, local, helo) => {
          const resolver = zoneResolver(txt("example.com", `v=spf1 ${record}`));
          const ip = parseIpAddress("192.0.2.1");
          if (ip === null) return;
          const outcome = await checkHost(
            { ip, mailFrom: `${local}@example.com`, helo },
            { resolver, clock: systemClock },
          );
          expect(outcome.lookups).toBeLessThanOrEqual(12);
          expect(outcome.voidLookups).toBeLessThanOrEqual(3);
          expect((await analyze("example.com", resolver)).ok).toBe(true);
        },
      ),
      { ...SEED, numRuns: 800 },
    );
  });

  test("the worst case is never below what a message spends", async () => {
    await fc.assert(
      fc.asyncProperty(spfWorld, async ({ zone, ip, helo }) => {
        const resolver = zoneResolver(zone);
        const address = parseIpAddress(ip);
        const analysis = await analyze("example.com", resolver);
        if (address === null || !analysis.ok || analysis.value.tree === null) return;
        const outcome = await checkHost(
          { ip: address, mailFrom: "user@example.com", helo },
          { resolver, clock: systemClock },
        );
        const worst = analysis.value.tree.terms.reduce((sum, term) => sum + term.total, 0);
        const dynamic = JSON.stringify(analysis.value.tree).includes('"dynamic":true');
        const broken = /"status":"(?:loop|no-record|invalid-record|multiple-records|not-followed)"/u.test(
          JSON.stringify(analysis.value.tree),
        );
        if (!dynamic && !broken) expect(worst).toBeGreaterThanOrEqual(Math.min(outcome.lookups, 10));
      }),
      { ...SEED, numRuns: 800 },
    );
  });
});

describe("work grows with the length of the text, not faster", () => {
  const EVIL: readonly [string, (length: number) => string][] = [
    ["spaces", length => `v=spf1${" ".repeat(length)}`],
    ["short terms", length => `v=spf1${" a".repeat(length / 2)}`],
    ["one long name", length => `v=spf1 a:${"x".repeat(length)}.com`],
    ["digits at the end", length => `v=spf1 a:${"1".repeat(length)}`],
    ["slashes at the end", length => `v=spf1 a:x.com${"/".repeat(length)}`],
    ["many labels", length => `v=spf1 a:${"x.".repeat(length / 2)}com`],
    ["hyphens", length => `v=spf1 a:x.${"-".repeat(length)}`],
    ["percents", length => `v=spf1 exists:${"%%".repeat(length / 2)}`],
    ["macros", length => `v=spf1 exists:${"%{d}".repeat(length / 4)}`],
    ["an open macro", length => `v=spf1 exists:%{d${"1".repeat(length)}`],
    ["delimiters", length => `v=spf1 exists:%{d${".".repeat(length)}}`],
    ["modifiers", length => `v=spf1${" x=y".repeat(length / 4)}`],
    ["a name before =", length => `v=spf1 ${"x".repeat(length)}=y`],
    ["colons", length => `v=spf1 ip6:${":".repeat(length)}`],
    ["quotes and dashes", length => `v=spf1 ${'"-\u00e2\u0080\u0093'.repeat(length / 5)}`],
  ];
  const BIG = 32_000;
  const MEASURING = { enough: 0, rounds: 12 };

  /** About 4 for work that grows with the length, 16 for work that grows with its square. */
  test.each(EVIL)("%s", async (_, make) => {
    for (const work of [parseRecord, repairText, (text: string) => parseMacroString(text, "explanation")]) {
      const [short, long] = [make(BIG), make(4 * BIG)];
      const once = await leastThreadTime(() => work(short), MEASURING);
      const fourfold = await leastThreadTime(() => work(long), MEASURING);
      expect(fourfold / Math.max(once, 2)).toBeLessThan(10);
    }
  });
});
