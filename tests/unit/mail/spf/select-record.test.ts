import { describe, expect, test } from "vitest";
import { isSpfRecord, selectRecord } from "#lib/mail/spf/select-record.ts";

describe("the version section (RFC 7208 4.5, 12)", () => {
  test.each([
    ["v=spf1", true],
    ["v=spf1 ", true],
    ["v=spf1 -all", true],
    ["V=SPF1 -all", true],
    ["v=SpF1", true],
    ["v=spf10", false],
    ["v=spf10 -all", false],
    ["v=spf1-all", false],
    ["v=spf1;", false],
    ["v=spf1\t-all", false],
    ["v=spf1\n-all", false],
    ["v=spf1\u00a0-all", false],
    [" v=spf1 -all", false],
    ["v =spf1 -all", false],
    ["v=spf2 -all", false],
    ["v=spf", false],
    ["spf1 -all", false],
    ["", false],
  ])("%j: %s", (text, expected) => {
    expect(isSpfRecord(text)).toBe(expected);
  });
});

describe("the choice among TXT records (RFC 7208 3.2, 4.5)", () => {
  test("none", () => {
    expect(selectRecord(["hello", "v=spf10 -all"])).toEqual({ kind: "none" });
  });
  test("one among others", () => {
    expect(selectRecord(["hello", "v=spf1 -all", "spf2.0/pra -all"])).toEqual({
      kind: "one",
      text: "v=spf1 -all",
    });
  });
  test("two, even when they are equal", () => {
    expect(selectRecord(["v=spf1 -all", "v=spf1 -all"]).kind).toBe("multiple");
  });
});
