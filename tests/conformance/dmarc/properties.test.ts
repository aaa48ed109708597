import * as fc from "fast-check";
import { describe, expect, test } from "vitest";
import { parseDmarcRecord } from "#lib/mail/dmarc/parse-record.ts";
import { parseReportUris } from "#lib/mail/dmarc/report-uri.ts";
import { walkDomains } from "#lib/mail/dmarc/tree-walk.ts";
import { editRecord, mergeRecords, repairRecord } from "#lib/mail/dmarc/write-record.ts";
import { parseTagList } from "#lib/values/tag-list.ts";
import { threadTime } from "../../support/thread-time.ts";

/** Text as DNS gives it: one character per octet, with what matters to the grammar more often than chance has it. */
const octets = fc
  .array(
    fc.oneof(
      fc.constantFrom(
        ";",
        "=",
        " ",
        "\t",
        ",",
        "!",
        ":",
        "@",
        "v",
        "p",
        "DMARC1",
        "v=DMARC1;",
        "none",
        "mailto:",
      ),
      fc.integer({ min: 0, max: 255 }).map(code => String.fromCharCode(code)),
    ),
    { maxLength: 60 },
  )
  .map(parts => parts.join(""));

const recordText = octets.map(text => `v=DMARC1;${text}`);

describe("parsers take anything", () => {
  test("tag lists never throw, and positions lie in the text", () => {
    fc.assert(
      fc.property(octets, text => {
        const { tags, defects } = parseTagList(text);
        for (const { name, value, start, end, valueStart } of tags) {
          expect(text.slice(start, end).startsWith(name)).toBe(true);
          expect(text.slice(valueStart, valueStart + value.length)).toBe(value);
          expect(end).toBeLessThanOrEqual(text.length);
        }
        for (const { start, end, text: part } of defects) expect(text.slice(start, end)).toBe(part);
      }),
      { numRuns: 5000 },
    );
  });

  test("records never throw, and problems lie in the text", () => {
    fc.assert(
      fc.property(fc.oneof(octets, recordText), text => {
        const parsed = parseDmarcRecord(text);
        if (parsed.kind !== "record") return;
        for (const { start, end } of parsed.record.problems) {
          expect(start).toBeGreaterThanOrEqual(0);
          expect(end).toBeGreaterThanOrEqual(start);
          expect(end).toBeLessThanOrEqual(text.length);
        }
        for (const { start, end, text: uri } of [...parsed.record.rua, ...parsed.record.ruf]) {
          expect(text.slice(start, end)).toBe(uri);
        }
      }),
      { numRuns: 5000 },
    );
  });

  test("a record is kept as it is by editing nothing twice", () => {
    fc.assert(
      fc.property(recordText, text => {
        const once = editRecord(text, {});
        expect(editRecord(once, {})).toBe(once);
        expect(parseDmarcRecord(once).kind).toBe("record");
      }),
      { numRuns: 3000 },
    );
  });

  test("a repaired record has no problems left, whatever it was made from", () => {
    fc.assert(
      fc.property(fc.oneof(octets, recordText), text => {
        const parsed = parseDmarcRecord(repairRecord(text, "none"));
        expect(parsed).toMatchObject({ kind: "record", record: { problems: [], invalidPolicies: [] } });
        if (parsed.kind === "record") {
          expect(parsed.record.p).not.toBeNull();
          expect([...parsed.record.rua, ...parsed.record.ruf].every(uri => uri.defect === null)).toBe(true);
        }
      }),
      { numRuns: 5000 },
    );
  });

  test("merged records are one record", () => {
    fc.assert(
      fc.property(fc.array(recordText, { minLength: 1, maxLength: 4 }), texts => {
        expect(parseDmarcRecord(mergeRecords(texts)).kind).toBe("record");
      }),
      { numRuns: 1000 },
    );
  });

  test("walks have at most eight names, from the start to the top, each below the next", () => {
    fc.assert(
      fc.property(fc.array(fc.constantFrom("a", "b", "xn--c"), { minLength: 1, maxLength: 120 }), labels => {
        const start = labels.join(".");
        const domains = walkDomains(start);
        expect(domains.length).toBe(Math.min(labels.length, 8));
        expect(domains[0]).toBe(start);
        expect(domains.at(-1)).toBe(labels.at(-1));
        domains
          .slice(1)
          .forEach((domain, index) => expect(domains[index]?.endsWith(`.${domain}`)).toBe(true));
      }),
    );
  });
});

describe("time grows with the text, not faster", () => {
  const hostile: readonly (readonly [string, (size: number) => string])[] = [
    ["semicolons", size => `v=DMARC1${";".repeat(size)}`],
    ["blanks", size => `v=DMARC1; p=${" ".repeat(size)}x`],
    ["equals signs", size => `v=DMARC1; ${"=".repeat(size)}`],
    ["blanks before the version", size => `${" ".repeat(size)}v=DMARC1 x`],
    ["quotes", size => `${'"'.repeat(size)}v=DMARC1${'"'.repeat(size)} x`],
    ["commas", size => `v=DMARC1; p=none; rua=${",".repeat(size)}`],
    ["exclamation marks", size => `v=DMARC1; p=none; rua=mailto:a@b${"!1".repeat(size / 2)}x`],
    ["at signs", size => `v=DMARC1; p=none; rua=mailto:${"@".repeat(size)}`],
    ["colons", size => `v=DMARC1; p=none; rua=x://${":1".repeat(size / 2)}x`],
    ["dots", size => `v=DMARC1; p=none; rua=a@${"a.".repeat(size / 2)}`],
    ["tags", size => `v=DMARC1; ${"p=none;".repeat(size / 7)}`],
    ["failure options", size => `v=DMARC1; p=none; fo=${"1:".repeat(size / 2)}`],
  ];

  test.each(hostile)("%s", (_, make) => {
    const text = make(1 << 18);
    const spent = threadTime();
    parseDmarcRecord(text);
    repairRecord(text, "none");
    mergeRecords([text, text]);
    parseReportUris(text, 0);
    // A quarter of a million characters in linear time is milliseconds; quadratic time would be minutes.
    expect(spent()).toBeLessThan(2000);
  });
});
