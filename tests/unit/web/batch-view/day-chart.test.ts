import { describe, expect, test } from "vitest";
import { dayChart } from "#lib/web/batch-view/day-chart.ts";

const hrefOf = (day: string) => `/x?day=${day}`;
const chart = (days: Parameters<typeof dayChart>[0]) => dayChart(days, { undated: 0, hrefOf });

describe("failures over time", () => {
  test("days without a failure are columns too, so that the distances are right", () => {
    const made = chart([
      { day: "2026-02-27", fate: "remove", failures: 2 },
      { day: "2026-02-27", fate: "retry", failures: 3 },
      { day: "2026-03-02", fate: "ask", failures: 1 },
    ]);
    expect(made?.unit).toBe("day");
    expect(made?.columns.map(({ label, failures }) => [label, failures])).toEqual([
      ["27 Feb", 5],
      ["28 Feb", 0],
      ["1 Mar", 0],
      ["2 Mar", 1],
    ]);
    expect(made?.columns[0]?.parts).toEqual([
      { fate: "remove", failures: 2 },
      { fate: "retry", failures: 3 },
    ]);
    expect(made?.columns.map(({ href }) => href)).toEqual([
      "/x?day=2026-02-27",
      null,
      null,
      "/x?day=2026-03-02",
    ]);
    expect(made?.most).toBe(5);
  });

  test("a quarter is told in weeks that begin on Monday", () => {
    const made = chart([
      // A Thursday and a Wednesday.
      { day: "2026-01-01", fate: "remove", failures: 1 },
      { day: "2026-04-01", fate: "remove", failures: 1 },
    ]);
    expect(made?.unit).toBe("week");
    expect(made?.columns[0]?.label).toBe("week of 29 Dec");
    expect(made?.columns.at(-1)?.label).toBe("week of 30 Mar");
    // 29 December to 30 March: 13 weeks later.
    expect(made?.columns).toHaveLength(14);
    expect(made?.columns.every(({ href }) => href === null)).toBe(true);
  });

  test("years are told in months, over the end of a year", () => {
    const made = chart([
      { day: "2024-10-31", fate: "remove", failures: 1 },
      { day: "2026-02-01", fate: "remove", failures: 1 },
    ]);
    expect(made?.unit).toBe("month");
    // October 2024 to February 2026.
    expect(made?.columns).toHaveLength(17);
    expect(made?.columns.reduce((sum, { failures }) => sum + failures, 0)).toBe(2);
  });

  test("no times, no picture", () => {
    expect(chart([])).toBeNull();
  });
});
