import { CAUSE_TITLES } from "#lib/bounce/cause-titles.ts";
import type { CodePage, VendorMeaning } from "#lib/bounce/codes/code-pages.ts";
import { ruleMeanings } from "#lib/bounce/codes/rule-meanings.ts";
import { providerName } from "#lib/bounce/provider.ts";
import { CAUSES } from "#lib/bounce/vocabulary.ts";
import type { VendorMeaningView, VendorView } from "./code-view.ts";
import { sourceView } from "./source-links.ts";

/** What each mail system means by a code: from the vendors' own pages, and from the rules where those say nothing. */
export function viewVendors(page: CodePage): readonly VendorView[] {
  const described = Map.groupBy(page.vendors, ({ provider }) => provider);
  const views = [...described].map(([provider, rows]) => ({ provider, meanings: rows.map(viewMeaning) }));
  return [...views, ...fromRules(page, [...described.keys()])];
}

const viewMeaning = (row: VendorMeaning): VendorMeaningView => ({
  code: row.code,
  words: row.match === row.code ? null : row.match,
  meaning: row.meaning,
  cause: causeTitle(row.cause),
  permanence: row.permanence,
  who: WHO[row.who_fixes] ?? row.who_fixes,
  fixSender: row.fix_sender === "" ? null : row.fix_sender,
  fixRecipientAdmin: row.fix_recipient_admin === "" ? null : row.fix_recipient_admin,
  examples: row.examples.filter(example => !MADE_UP.test(example)),
  source: sourceView(row.source),
});

/** Stands in the table where only the code counts. */
const MADE_UP = /\bSorry$/;

const WHO: Readonly<Record<string, string>> = {
  sender: "the sender",
  sender_admin: "the sender’s administrator",
  recipient: "the recipient",
  recipient_admin: "the recipient’s administrator",
  network: "nobody: the receiver’s own systems",
};

const causeTitle = (cause: string): string => {
  const known = CAUSES.find(one => one === cause);
  return known === undefined ? "Repeats an earlier refusal of the same address" : CAUSE_TITLES[known];
};

/** The tables and the rules name mail systems differently; the first word is the same. */
const isAmong = (provider: string, named: readonly string[]): boolean =>
  named.some(name => providerName(provider).split(/\W/)[0] === name.split(/\W/)[0]);

const fromRules = (page: CodePage, described: readonly string[]): readonly VendorView[] =>
  ruleMeanings(page)
    .filter(({ provider }) => !isAmong(provider, described))
    .map(({ provider, cause, codes, source }) => ({
      provider: providerName(provider),
      meanings: [
        {
          code: codes.join(" / "),
          words: null,
          meaning: CAUSE_TITLES[cause],
          cause: CAUSE_TITLES[cause],
          permanence: null,
          who: "",
          fixSender: null,
          fixRecipientAdmin: null,
          examples: [],
          source: sourceView(source),
        },
      ],
    }));
