import { chromium } from "playwright";
import { createElement } from "react";
import { renderToStaticMarkup } from "react-dom/server";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { BounceReport } from "#components/report/bounce/bounce-report.tsx";
import { LookupsPage } from "#components/report/lookups-page.tsx";
import { ScanReport } from "#components/report/scan-report.tsx";
import { FrozenNotice } from "#components/share/frozen-notice.tsx";
import type { BounceView } from "#lib/web/bounce-view/bounce-view.ts";
import type { ScanView } from "#lib/web/scan-view/scan-view.ts";
import { bounce541 } from "../../fixtures/reports/bounce-541.ts";
import { troubled } from "../../fixtures/reports/troubled.ts";
import { CHROMIUM_ARGS, findChromium } from "../../support/chromium.ts";
import { HOSTILE_TEXTS, withHostileText } from "../../support/hostile-texts.ts";

/**
 * Every string of a report that a stranger can have written, replaced by each payload, in a real browser that
 * has no content policy to help it: nothing runs, nothing is loaded, and no element appears that is not ours.
 */

/** Strings that no stranger can have written: closed vocabularies, our questions, names from our tables. */
const OURS = new Set(
  (
    "status result action letter state kind at who id whose from to type question answer reference engine servers " +
    "service provider list clear key figure language label file"
  ).split(" "),
);

/** Titles are ours in these places only, where elsewhere they quote. */
const scan = (text: string): ScanView => {
  const hostile = withHostileText(troubled, text, OURS);
  const sections = hostile.sections.map((section, at) => ({ ...section, title: `Section ${at}` }));
  return { ...hostile, sections };
};
const bounce = (text: string): BounceView => {
  const hostile = withHostileText(bounce541, text, OURS);
  const refusals = hostile.refusals.map((refusal, at) => ({
    ...refusal,
    path: {
      ...refusal.path,
      stops: refusal.path.stops.map((stop, place) => ({ ...stop, title: `Stop ${place}` })),
    },
    // Made by us of parts that are encoded one by one.
    messages: refusal.messages.map((message, place) => ({
      ...message,
      mailto: bounce541.refusals[at]?.messages[place]?.mailto ?? "",
    })),
  }));
  const message = hostile.message ?? { text, matched: [], fields: [] };
  const fields = message.fields.map((field, at) => ({ ...field, name: `Field ${at}` }));
  return { ...hostile, refusals, message: { ...message, fields } };
};

const HIDDEN_CHARACTERS =
  "[\\u200B-\\u200F\\u202A-\\u202E\\u2060-\\u2069\\uFEFF\\u00AD\\u0000-\\u0008\\u000B\\u000C\\u000E-\\u001F]";

const page = (text: string): string =>
  renderToStaticMarkup(
    createElement("main", null, [
      createElement(ScanReport, { key: 1, base: "/scans/x", scan: scan(text) }),
      createElement(BounceReport, { key: 2, bounce: bounce(text), reader: "sender" }),
      createElement(LookupsPage, {
        key: 3,
        domain: text,
        base: "/scans/x",
        lookups: withHostileText(troubled.lookups, text, new Set(["status", "server", "type"])),
      }),
      createElement(FrozenNotice, { key: 4, note: text, expiresAt: "2026-12-25T00:00:00.000Z" }),
    ]),
  );

const browser = await chromium.launch({ executablePath: findChromium() ?? "", args: CHROMIUM_ARGS });
afterAll(() => browser.close());

describe("hostile text", () => {
  let open: Awaited<ReturnType<typeof browser.newPage>>;
  const requests: string[] = [];
  let ownElements: readonly string[] = [];
  beforeAll(async () => {
    open = await browser.newPage();
    await open.route("**/*", route => {
      requests.push(route.request().url());
      return route.abort();
    });
    await open.setContent(page("harm.less"));
    ownElements = await elementNames();
  });

  const elementNames = () =>
    open.evaluate(() =>
      [...new Set([...document.querySelectorAll("*")].map(one => one.localName))].toSorted(),
    );

  test("there are a hundred", () => {
    expect(HOSTILE_TEXTS.length).toBeGreaterThanOrEqual(100);
  });

  test.each(HOSTILE_TEXTS.map(text => [JSON.stringify(text).slice(0, 70), text] as const))(
    "%s",
    async (_, text) => {
      await open.setContent(page(text));
      const seen = await open.evaluate(HIDDEN_SOURCE => {
        const HIDDEN = new RegExp(HIDDEN_SOURCE, "u");
        return {
          ran: "__ran" in globalThis,
          handlers: [...document.querySelectorAll("*")].flatMap(one =>
            one.getAttributeNames().filter(name => name.startsWith("on")),
          ),
          links: [...document.querySelectorAll("[href], [action], [src], [formaction]")].flatMap(one =>
            ["href", "action", "src", "formaction"].flatMap(name => one.getAttribute(name) ?? []),
          ),
          // What would turn text around or hide it must not be in the page as itself.
          hidden: [...document.querySelectorAll("*")]
            .filter(one =>
              [...one.childNodes].some(node => node.nodeType === 3 && HIDDEN.test(node.nodeValue ?? "")),
            )
            .map(one => `${one.localName}.${one.className} in ${one.parentElement?.className}`),
        };
      }, HIDDEN_CHARACTERS);
      expect(seen).toMatchObject({ ran: false, handlers: [], hidden: [] });
      for (const link of seen.links) expect(link).toMatch(/^(?:[#/]|mailto:)/u);
      expect((await elementNames()).filter(name => !ownElements.includes(name))).toEqual([]);
      expect(requests).toEqual([]);
    },
  );
});
