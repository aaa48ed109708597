import { expect, test } from "vitest";
import { heading, sentence } from "#lib/web/bounce-view/sentence.ts";

test.each([
  ["the domain's MX record names it", "The domain's MX record names it."],
  ["mx1.example.com refused", "mx1.example.com refused."],
  ["jane@example.com is unknown", "jane@example.com is unknown."],
  ["is it yours?", "Is it yours?"],
  ["it said “no”", "It said “no”"],
])("%s", (words, made) => {
  expect(sentence(words)).toBe(made);
});

test("a heading has no full stop", () => {
  expect(heading("It is gone.")).toBe("It is gone");
});
