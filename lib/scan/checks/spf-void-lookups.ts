import { voidTotal } from "#lib/mail/spf/analysis/summarize.ts";
import type { PlacedTerm } from "#lib/mail/spf/analysis/tree.ts";
import { RFC_LIMITS } from "#lib/mail/spf/limits.ts";
import { dropVoid, heal } from "#lib/mail/spf/propose/heal.ts";
import type { Proposal } from "#lib/mail/spf/propose/proposal.ts";
import { defineCheck, notApplicable, outcome } from "../define-check.ts";
import { treeOf } from "../spf-evidence.ts";
import { spfFix } from "../spf-fixes.ts";
import { listed } from "../spf-words.ts";

type Args = {
  readonly terms: readonly { readonly term: string; readonly domain: string }[];
  readonly limit: number;
};

const LIMIT = RFC_LIMITS.voidLookups ?? 2;

/** Do the names in the SPF record exist? */
export const spfVoidLookups = defineCheck({
  id: "spf-void-lookups",
  section: "authentication",
  question: "Do the names in the SPF record lead anywhere?",
  why: "Receivers put up with two look-ups that find nothing; with a third the record counts as broken. Names of servers that were switched off long ago are the usual cause.",
  reference: "RFC 7208, DNS lookup limits (void lookups)",
  weighty: true,
  needs: ["spf"],
  outcomes: {
    within: outcome<Args>({
      status: "pass",
      title: ({ terms, limit }) =>
        terms.length === 0
          ? "Every name in the SPF record leads somewhere"
          : `${terms.length} of at most ${limit} look-ups find nothing: ${listed(terms.map(one => one.term))}`,
      figure: ({ terms, limit }) => `${terms.length} / ${limit}`,
      example: { terms: [], limit: LIMIT },
    }),
    exceeded: outcome<Args & { readonly proposal: Proposal | null }>({
      status: "fail",
      title: ({ terms, limit }) =>
        `${terms.length} look-ups of the SPF record find nothing; receivers stop after ${limit}`,
      detail: ({ terms }) =>
        `Nothing is found for ${listed(terms.map(one => `${one.term} (in ${one.domain})`))}.`,
      figure: ({ terms, limit }) => `${terms.length} / ${limit}`,
      fix: ({ proposal }, context) => spfFix(context, proposal),
      example: {
        terms: ["a:old1.example.com", "a:old2.example.com", "mx:old.example.com"].map(term => ({
          term,
          domain: "example.com",
        })),
        limit: LIMIT,
        proposal: null,
      },
    }),
  },
  run: ({ spf }, { need }) => {
    const tree = treeOf(spf);
    if (typeof tree === "string") return notApplicable(tree);
    const { terms, unknown } = voidTotal(tree);
    const args = { terms: terms.slice(0, 20).map(placeOf), limit: LIMIT };
    if (terms.length > LIMIT) {
      return { outcome: "exceeded", args: { ...args, proposal: heal(spf, dropVoid) } };
    }
    // A look-up that failed may have been a void one or not: nobody can tell.
    if (unknown !== null) need({ ok: false, failure: unknown });
    return { outcome: "within", args };
  },
});

const placeOf = ({ term, node }: PlacedTerm) => ({ term: term.text, domain: node.domain });
