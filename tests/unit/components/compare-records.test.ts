import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { compareRecords } from "#components/report/compare-records.ts";

const changed = (pieces: readonly { text: string; changed: boolean }[]): readonly string[] =>
  pieces.filter(piece => piece.changed).map(piece => piece.text.trim());

describe("compareRecords", () => {
  test("marks the tag that changed", () => {
    const { before, after } = compareRecords(
      "v=DMARC1; p=none; rua=mailto:a@b",
      "v=DMARC1; p=reject; rua=mailto:a@b",
    );
    expect([changed(before), changed(after)]).toEqual([["p=none;"], ["p=reject;"]]);
  });

  test("marks what was taken out and nothing else", () => {
    const { before, after } = compareRecords(
      "v=spf1 a mx include:x include:y ~all",
      "v=spf1 mx include:y ~all",
    );
    expect([changed(before), changed(after)]).toEqual([["a", "include:x"], []]);
  });

  test("against nothing, everything is new", () => {
    expect(changed(compareRecords("", "v=spf1 -all").after)).toEqual(["v=spf1", "-all"]);
  });

  test("loses no character, and equal records have no marks", () => {
    fc.assert(
      fc.property(fc.string(), fc.string(), (old, fresh) => {
        const { before, after } = compareRecords(old, fresh);
        expect(before.map(piece => piece.text).join("")).toBe(old);
        expect(after.map(piece => piece.text).join("")).toBe(fresh);
        expect(changed(compareRecords(old, old).after)).toEqual([]);
      }),
    );
  });
});
