import { expect, test } from "vitest";
import { parseRate, rateWords } from "#lib/values/rate.ts";

test.each([
  ["120/hour", { burst: 120, periodSeconds: 3_600 }],
  ["1/second", { burst: 1, periodSeconds: 1 }],
  ["10/minute", { burst: 10, periodSeconds: 60 }],
  ["5000/day", { burst: 5_000, periodSeconds: 86_400 }],
  ["off", null],
  ["0/hour", undefined],
  ["-1/hour", undefined],
  ["1.5/hour", undefined],
  ["10", undefined],
  ["10/week", undefined],
  ["10 / hour", undefined],
  ["", undefined],
])("%j", (text, rate) => {
  expect(parseRate(text)).toEqual(rate);
});

test("rates in words", () => {
  expect(rateWords({ burst: 120, periodSeconds: 3_600 })).toBe("120 an hour");
  expect(rateWords({ burst: 5, periodSeconds: 86_400 })).toBe("5 a day");
});
