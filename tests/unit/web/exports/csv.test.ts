import Papa from "papaparse";
import fc from "fast-check";
import { expect, test } from "vitest";
import { csvTable } from "#lib/web/exports/csv.ts";

test("every cell is quoted, quotes are doubled, lines end with CRLF", () => {
  expect(csvTable([["a", 'say "b"', "c,d\ne"]])).toBe('"a","say ""b""","c,d\ne"\r\n');
});

test.each(["=1+1", "+1", "-1", "@SUM(A1)", "\t=1", "\r=1"])("%j is no formula in a spreadsheet", text => {
  expect(csvTable([[text]]).startsWith("\"'")).toBe(true);
});

test("hidden characters are shown", () => {
  expect(csvTable([["a\u202Eb"]])).toBe('"a⟨U+202E⟩b"\r\n');
});

test("another program reads back what was written", () => {
  const plain = fc.string({ unit: "grapheme-ascii" }).filter(text => !/^[=+\-@]/u.test(text));
  fc.assert(
    fc.property(fc.array(fc.array(plain, { minLength: 1 }), { minLength: 1 }), rows => {
      const parsed = Papa.parse<string[]>(csvTable(rows), { delimiter: ",", newline: "\r\n" });
      expect(parsed.data.slice(0, -1)).toEqual(rows);
    }),
  );
});
