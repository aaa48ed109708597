import { codesIn } from "#lib/bounce/codes/code-key.ts";
import { examplesOf } from "#lib/bounce/codes/code-examples.ts";
import { CODE_PAGES, type CodePage, findCodePage } from "#lib/bounce/codes/code-pages.ts";
import type { CodeIndexView, CodeRow } from "./code-view.ts";
import { viewVendors } from "./vendor-view.ts";
import { codeTitle, meaningOf } from "./view-code.ts";

export interface CodeSearch {
  readonly query: string;
  readonly provider: string;
}

/** Longer questions are replies: their code is looked for. */
const LONGEST_QUERY = 500;

/** All codes by subject, as far as they fit the search. */
export function codeIndex({ query, provider }: CodeSearch): CodeIndexView {
  const asked = query.slice(0, LONGEST_QUERY).trim();
  const found = INDEX.filter(
    entry => fits(entry, asked) && (provider === "" || entry.row.vendors.includes(provider)),
  );
  const sections = SECTIONS.map(({ id, title }) => ({
    id,
    title,
    rows: found.filter(entry => entry.section === id).map(({ row }) => row),
  }));
  return {
    query: asked,
    provider,
    providers: PROVIDERS,
    sections: sections.filter(({ rows }) => rows.length > 0),
    found: found.length,
    of: CODE_PAGES.length,
  };
}

/** The page of the code in a search for one: "5.4.1", or a reply that holds it; null for words and no known code. */
export function pathOfCode(query: string): string | null {
  const page = codesIn(query.slice(0, LONGEST_QUERY)).length === 0 ? null : findCodePage(query);
  return page === null ? null : `/codes/${page.slug}`;
}

interface Entry {
  readonly section: string;
  readonly row: CodeRow;
  /** Everything that may be searched for, in lower case. */
  readonly text: string;
}

/** Every page that has all the words. */
const fits = ({ text }: Entry, asked: string): boolean =>
  asked
    .toLowerCase()
    .split(/\s+/)
    .every(word => text.includes(word));

const INDEX: readonly Entry[] = CODE_PAGES.map(page => {
  const vendors = viewVendors(page);
  const row = {
    slug: page.slug,
    label: codeTitle(page),
    meaning: meaningOf(page),
    vendors: vendors.map(({ provider }) => provider),
  };
  return { section: sectionOf(page), row, text: searchText(page, row) };
});

function sectionOf({ key }: CodePage): string {
  return key.kind === "reply" ? "reply" : `x${key.subject}`;
}

function searchText(page: CodePage, { label, meaning, vendors }: CodeRow): string {
  const said = page.vendors.flatMap(row => [row.code, row.match, row.meaning, row.cause]);
  const examples = examplesOf(page).map(({ reply }) => reply);
  return [label, meaning, page.registered?.meaning ?? "", ...vendors, ...said, ...examples]
    .join(" ")
    .toLowerCase();
}

const SECTIONS: readonly { readonly id: string; readonly title: string }[] = [
  { id: "x0", title: "X.0, nothing in particular" },
  { id: "x1", title: "X.1, addresses" },
  { id: "x2", title: "X.2, mailboxes" },
  { id: "x3", title: "X.3, mail systems" },
  { id: "x4", title: "X.4, network and routing" },
  { id: "x5", title: "X.5, the SMTP protocol" },
  { id: "x6", title: "X.6, content" },
  { id: "x7", title: "X.7, security and policy" },
  { id: "reply", title: "Reply codes alone" },
];

const PROVIDERS: readonly string[] = [...new Set(INDEX.flatMap(({ row }) => row.vendors))].toSorted();
