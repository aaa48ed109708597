import { describe, expect, test } from "vitest";
import statusCodes from "../../../../data/enhanced-status-codes.json" with { type: "json" };
import vendorCodes from "../../../../data/provider-ndr-codes.json" with { type: "json" };
import { examplesOf } from "#lib/bounce/codes/code-examples.ts";
import { codesIn, nameOfKey } from "#lib/bounce/codes/code-key.ts";
import { CODE_PAGES, findCodePage } from "#lib/bounce/codes/code-pages.ts";

const names = (text: string) => codesIn(text).map(({ key }) => nameOfKey(key));

describe("codes in a text", () => {
  test.each([
    ["5.4.1", ["4.1"]],
    ["X.4.1", ["4.1"]],
    ["550 5.4.1 Recipient address rejected", ["4.1"]],
    ["550-5.4.1", ["4.1"]],
    ["421 4.7.26 / 550 5.7.26", ["7.26", "7.26"]],
    ["4.7.500-4.7.699", ["7.500-699"]],
    ["5.4.14", ["4.14"]],
    ["554 no enhanced code", ["554"]],
    ["550/554 null MX", ["550", "554"]],
    ["192.0.2.5 said hello", []],
    ["version 5.4.1.2", []],
    ["mailbox full", []],
  ])("%s", (text, expected) => {
    expect(names(text)).toEqual(expected);
  });
});

describe("pages about codes", () => {
  test("every code of the registry has one, and so has every code of a vendor's table", () => {
    for (const { code } of statusCodes.codes)
      expect([code, findCodePage(code)?.registered?.meaning]).not.toContain(undefined);
    for (const row of vendorCodes.codes) {
      for (const written of codesIn(row.code)) {
        const page = CODE_PAGES.find(({ key }) => nameOfKey(key) === nameOfKey(written.key));
        expect([row.code, page?.vendors.includes(row)]).toEqual([row.code, true]);
      }
    }
  });

  test("have addresses of their own that find them again", () => {
    expect(new Set(CODE_PAGES.map(({ slug }) => slug)).size).toBe(CODE_PAGES.length);
    for (const page of CODE_PAGES) expect([page.slug, findCodePage(page.slug)]).toEqual([page.slug, page]);
  });

  test.each([
    ["4.4.1", "5.4.1"],
    ["x.4.1", "5.4.1"],
    ["550 5.4.1 Recipient address rejected: Access denied", "5.4.1"],
    ["5.4.14", "5.4.14"],
    ["5.7.609", "5.7.606-5.7.649"],
    ["4.7.609", "4.7.500-4.7.699"],
    ["5.7.499", undefined],
    ["4.7.650", "4.7.650"],
    ["554", "554"],
    ["9.9.9", undefined],
    ["", undefined],
  ])("%s is told on %s", (text, slug) => {
    expect(findCodePage(text)?.slug).toBe(slug);
  });

  test("who means something else by a code is named", () => {
    const page = findCodePage("5.4.1");
    expect(page?.registered?.clash).toContain("Directory-Based Edge Blocking");
    expect(new Set(page?.vendors.map(({ provider }) => provider))).toEqual(
      new Set(["Microsoft 365", "Zoho"]),
    );
  });

  test("examples carry the code that they are examples of", () => {
    for (const page of CODE_PAGES) {
      for (const { reply } of examplesOf(page)) {
        const [first] = codesIn(reply);
        expect([reply, first && nameOfKey(first.key)]).toEqual([reply, nameOfKey(page.key)]);
      }
    }
  });
});
