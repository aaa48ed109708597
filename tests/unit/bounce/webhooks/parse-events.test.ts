import { expect, it } from "vitest";
import { parseEvents } from "#lib/bounce/webhooks/parse-events.ts";

it.each([
  ["one object", '{"a":1}'],
  ["an array", '[{"a":1}]'],
  ["a trailing comma", '[{"a":1,},]'],
  ["an array within an array", '[[{"a":1}]]'],
  ["a list in an object", '{"items":[{"a":1}]}'],
])("%s holds one event", (_, text) => {
  expect(parseEvents(text)).toEqual([{ a: 1 }]);
});

it.each([
  ["one a line", '{"a":1}\n{"b":"}"}\n'],
  ["one a line with commas", '{"a":1},\n{"b":"}"},\n'],
  ["one after the other", '{"a":1}{"b":"}"}'],
])("%s: two events", (_, text) => {
  expect(parseEvents(text)).toEqual([{ a: 1 }, { b: "}" }]);
});

it("other text is no JSON", () => {
  expect(parseEvents("550 5.1.1 {x}")).toBeNull();
  expect(parseEvents("[mx.example.com] said no")).toBeNull();
});
