import { expect, test } from "vitest";
import { filterIn, filterPath, valueWords, viewFilters } from "#lib/web/batch-view/batch-filter.ts";

test("only dimensions are read from an address, of repeated ones the first, and not without end", () => {
  const filter = filterIn({
    cause: "mailbox_full",
    domain: ["a.example", "b.example"],
    after: "50",
    __proto__: "x",
    code: "",
    provider: "x".repeat(1000),
  });
  expect(filter).toEqual({ cause: "mailbox_full", domain: "a.example", provider: "x".repeat(320) });
});

test("a filter and its address lead to each other, also for values that need escaping and for unknown ones", () => {
  const path = filterPath("/batches/x", { code: "550 5.4.1", domain: null });
  const search = Object.fromEntries(new URL(path, "http://h").searchParams);
  expect(filterIn(search)).toEqual({ code: "550 5.4.1", domain: "-" });
  expect(filterPath("/batches/x", {})).toBe("/batches/x");
  expect(filterPath("/batches/x", { cause: undefined })).toBe("/batches/x");
});

test("each filter can be taken off alone", () => {
  const views = viewFilters("/b", { cause: "mailbox_full", domain: "a.example" });
  expect(views.map(({ without }) => without)).toEqual(["/b?domain=a.example", "/b?cause=mailbox_full"]);
});

test("values that nobody knows are shown as they are", () => {
  expect(valueWords("cause", "no_such_cause")).toBe("no_such_cause");
  expect(valueWords("day", "tomorrow")).toBe("tomorrow");
  expect(valueWords("day", "2026-11-25")).toContain("November");
  expect(valueWords("domain", null)).not.toBe("");
});
