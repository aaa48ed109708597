import { describe, expect, test } from "vitest";
import { compareRecords } from "#components/report/compare-records.ts";
import { explainPieces } from "#components/report/explain-pieces.ts";

const explained = (record: string, ...terms: readonly string[]) =>
  explainPieces(
    compareRecords("", record).after,
    terms.map(text => ({ text, meaning: `about ${text}` })),
  ).map(({ text, meaning }) => [text.trim(), meaning]);

describe("explainPieces", () => {
  test("a piece means what its term means, with or without the separator behind it", () => {
    expect(explained("v=DMARC1; p=none", "v=DMARC1", "p=none")).toEqual([
      ["v=DMARC1;", "about v=DMARC1"],
      ["p=none", "about p=none"],
    ]);
  });

  test("a term of several pieces explains each of them", () => {
    const list = "rua=mailto:a@example.com, mailto:b@example.com";
    expect(explained(`p=none; ${list}`, "p=none", list).slice(1)).toEqual([
      ["rua=mailto:a@example.com,", `about ${list}`],
      ["mailto:b@example.com", `about ${list}`],
    ]);
  });

  test("equal terms are told apart by their place", () => {
    const pieces = compareRecords("", "a mx a").after;
    const terms = ["first", "second", "third"].map((meaning, at) => ({
      text: ["a", "mx", "a"][at] ?? "",
      meaning,
    }));
    expect(explainPieces(pieces, terms).map(({ meaning }) => meaning)).toEqual(["first", "second", "third"]);
  });

  test("what no term explains has no meaning", () => {
    expect(explained("10 mx.example.com")).toEqual([
      ["10", null],
      ["mx.example.com", null],
    ]);
  });
});
