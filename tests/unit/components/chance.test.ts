import { expect, test } from "vitest";
import { chance } from "#components/report/bounce/chance.ts";

test.each([
  [1, "practically certain"],
  [0.95, "about 9 in 10"],
  [0.72, "about 7 in 10"],
  [0.18, "about 2 in 10"],
  [0.04, "about 4 in 100"],
  [0.01, "hardly possible"],
])("%d is %s", (probability, words) => {
  expect(chance(probability)).toBe(words);
});
