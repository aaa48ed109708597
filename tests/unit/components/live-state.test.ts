import { expect, test } from "vitest";
import { afterNews, NOTHING_YET } from "#components/live/live-state.ts";
import type { LiveFinding, LiveNews } from "#lib/web/live-news.ts";

const finding = (check: string, status: LiveFinding["status"]): LiveFinding => ({
  check,
  status,
  question: "?",
  title: status,
  subject: null,
});

const progress = (lookups: number, ...findings: LiveFinding[]): LiveNews => ({
  type: "progress",
  lookups,
  asking: `TXT ${lookups}`,
  findings,
});

const after = (...news: readonly LiveNews[]) => news.reduce(afterNews, NOTHING_YET);

test("one row a check, spoken for by its gravest finding", () => {
  const state = after(
    progress(3, finding("mx-target", "pass"), finding("spf-all", "warn")),
    progress(9, finding("mx-target", "fail"), finding("mx-target", "pass")),
  );
  expect(state.rows.map(row => [row.check, row.status])).toEqual([
    ["mx-target", "fail"],
    ["spf-all", "warn"],
  ]);
  expect(state).toMatchObject({ lookups: 9, asking: "TXT 9", ended: false });
});

test("when another worker begins again, what was found before is void", () => {
  const state = after(progress(5, finding("a", "pass")), { type: "begun", at: "2026-11-25T00:00:00.000Z" });
  expect(state).toEqual({ ...NOTHING_YET, begunAt: Date.UTC(2026, 10, 25) });
});

test("a connection that was lost and taken up again keeps what was found", () => {
  const begun = { type: "begun", at: "2026-11-25T00:00:00.000Z" } as const;
  const state = after(begun, progress(5, finding("a", "pass")), begun, progress(7, finding("b", "warn")));
  expect(state.rows.map(row => row.check)).toEqual(["a", "b"]);
});

test("the end keeps what was found", () => {
  expect(after(progress(5, finding("a", "pass")), { type: "ended" })).toMatchObject({
    ended: true,
    lookups: 5,
  });
});
