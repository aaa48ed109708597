import { expect, test } from "vitest";
import { waitWords } from "#lib/services/limits/wait-words.ts";

test.each([
  [1, "in 1 second"],
  [89, "in 89 seconds"],
  [90, "in 2 minutes"],
  [720, "in 12 minutes"],
  [721, "in 13 minutes"],
  [5_400, "in 2 hours"],
  [10_800, "in 3 hours"],
])("%i seconds: %s", (seconds, words) => {
  expect(waitWords(seconds)).toBe(words);
});
