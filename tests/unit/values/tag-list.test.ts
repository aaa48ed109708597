import { describe, expect, test } from "vitest";
import { duplicateNames, lastTags, parseTagList } from "#lib/values/tag-list.ts";

const pairs = (text: string) => parseTagList(text).tags.map(({ name, value }) => [name, value]);
const defects = (text: string) => parseTagList(text).defects.map(({ code, text: part }) => [code, part]);

describe("tag=value lists (RFC 6376 3.2)", () => {
  test("tags in the order written, blanks around name and value removed", () => {
    expect(pairs("v=DMARC1; p = none ;\trua=mailto:a@example.com")).toEqual([
      ["v", "DMARC1"],
      ["p", "none"],
      ["rua", "mailto:a@example.com"],
    ]);
  });

  test("blanks inside a value and further equals signs stay", () => {
    expect(pairs("n=a b; p=AB==")).toEqual([
      ["n", "a b"],
      ["p", "AB=="],
    ]);
  });

  test("an empty value is a value", () => {
    expect(pairs("p=;v=x")).toEqual([
      ["p", ""],
      ["v", "x"],
    ]);
  });

  test("one final semicolon is no defect, an empty segment before others is", () => {
    expect(defects("v=x;")).toEqual([]);
    expect(defects("v=x; ")).toEqual([]);
    expect(defects("v=x;;")).toEqual([["empty-segment", ""]]);
    expect(defects("v=x; ;p=y")).toEqual([["empty-segment", ""]]);
  });

  test("what is no tag is reported and the rest is read", () => {
    expect(defects("v=x; reject; =y; 1a=z; a-b=c")).toEqual([
      ["no-equals", "reject"],
      ["bad-name", "=y"],
      ["bad-name", "1a=z"],
      ["bad-name", "a-b=c"],
    ]);
    expect(pairs("nonsense; p=y")).toEqual([["p", "y"]]);
  });

  test("positions point into the text", () => {
    const text = "v=x;  p =\tnone ; q=1";
    const [, p] = parseTagList(text).tags;
    expect(p).toEqual({ name: "p", value: "none", start: 6, end: 14, valueStart: 10 });
    expect(text.slice(6, 14)).toBe("p =\tnone");
  });

  test("repeated names are kept, named once, and the last one counts", () => {
    const { tags } = parseTagList("a=1;b=2;a=3;a=4");
    expect(tags).toHaveLength(4);
    expect(duplicateNames(tags)).toEqual(["a"]);
    expect(lastTags(tags).get("a")?.value).toBe("4");
  });

  test("names cannot reach a prototype", () => {
    const { tags, defects: bad } = parseTagList("__proto__=x; constructor=y; toString=z");
    expect(bad.map(({ code }) => code)).toEqual(["bad-name"]);
    expect(lastTags(tags).get("constructor")?.value).toBe("y");
    expect(lastTags(parseTagList("a=1").tags).get("constructor")).toBeUndefined();
  });

  test("empty text has neither tags nor defects", () => {
    expect(parseTagList("")).toEqual({ tags: [], defects: [] });
  });
});
