import { expect, test } from "vitest";
import { dateOnly, dateTime, dayMonth, thousands } from "#components/report/format.ts";

test("times are told in UTC, whatever they were written in", () => {
  expect(dateTime("2026-11-25T22:14:59.999Z")).toBe("25 November 2026, 22:14 UTC");
  expect(dateTime("2026-01-01T00:05:00+02:00")).toBe("31 December 2025, 22:05 UTC");
  expect(dateOnly("2026-02-03T23:59:59Z")).toBe("3 February 2026");
  expect(dayMonth("2026-09-09T00:00:00Z")).toBe("9 Sep");
});

test("a stored text that is no time is told as unknown", () => {
  expect([dateTime("soon"), dateOnly(""), dayMonth("x")]).toEqual(["an unknown time", "an unknown day", "?"]);
});

test("thousands are set apart", () => {
  expect([0, 12, 999, 1_000, 12_400, 1_234_567].map(thousands)).toEqual([
    "0",
    "12",
    "999",
    "1,000",
    "12,400",
    "1,234,567",
  ]);
});
