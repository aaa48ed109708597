import { describe, expect, test } from "vitest";
import { CODE_PAGES, findCodePage } from "#lib/bounce/codes/code-pages.ts";
import { codeIndex, pathOfCode } from "#lib/web/code-view/code-index.ts";
import { codeMetadata } from "#lib/web/code-view/code-metadata.ts";
import { viewCode } from "#lib/web/code-view/view-code.ts";

const found = (query: string, provider = "") =>
  codeIndex({ query, provider }).sections.flatMap(({ rows }) => rows.map(({ slug }) => slug));

describe("the index of codes", () => {
  test("holds every code once", () => {
    expect(found("").toSorted()).toEqual(CODE_PAGES.map(({ slug }) => slug).toSorted());
  });

  test.each([
    ["S3140", "5.7.1"],
    ["mailbox full", "5.2.2"],
    ["MAILBOX   Full", "5.2.2"],
    ["null mx", "5.1.10"],
  ])("“%s” finds %s among others", (query, slug) => {
    expect(found(query)).toContain(slug);
  });

  test("all words have to fit, and nonsense finds nothing", () => {
    expect(found("mailbox zeppelin")).toEqual([]);
  });

  test("can be narrowed to one mail system", () => {
    expect(found("", "Zoho")).toEqual(["5.4.1"]);
    expect(found("full", "Google")).toContain("5.2.2");
  });

  test("a code or a whole reply leads straight to its page, words do not", () => {
    expect(pathOfCode("550 5.4.1 Recipient address rejected")).toBe("/codes/5.4.1");
    expect(pathOfCode("4.4.1")).toBe("/codes/5.4.1");
    expect(pathOfCode("mailbox full")).toBeNull();
    expect(pathOfCode("")).toBeNull();
  });
});

function viewOf(code: string) {
  const page = findCodePage(code);
  if (page === null) throw new Error(`no page about ${code}`);
  return viewCode(page);
}

describe("the page of a code", () => {
  test("exists for every code, with a title and a description that fit a result of a search", () => {
    for (const page of CODE_PAGES) {
      const view = viewCode(page);
      const { title, description } = codeMetadata(page);
      expect([page.slug, view.lead === "", title === "", description === ""]).toEqual([
        page.slug,
        false,
        false,
        false,
      ]);
      expect(title.startsWith(view.title)).toBe(true);
    }
  });

  test("shows each meaning of each mail system, with where that is written", () => {
    const { vendors } = viewOf("5.4.1");
    expect(vendors.map(({ provider, meanings }) => [provider, meanings.length])).toEqual([
      ["Microsoft 365", 2],
      ["Zoho", 1],
    ]);
    expect(vendors[0]?.meanings[0]?.source.href).toMatch(/^https:\/\//);
  });

  test("shows no reply that only stands in for words", () => {
    for (const page of CODE_PAGES) {
      const examples = viewCode(page).vendors.flatMap(({ meanings }) =>
        meanings.flatMap(one => one.examples),
      );
      expect(examples.filter(example => example.endsWith("Sorry"))).toEqual([]);
    }
  });
});
