import { unseenRecords } from "#lib/mail/spf/analysis/summarize.ts";
import { type PlacedTerm, reachedTerms } from "#lib/mail/spf/analysis/tree.ts";
import { RFC_LIMITS } from "#lib/mail/spf/limits.ts";
import { heal } from "#lib/mail/spf/propose/heal.ts";
import type { Proposal } from "#lib/mail/spf/propose/proposal.ts";
import { defineCheck, notApplicable, outcome } from "../define-check.ts";
import { treeOf } from "../spf-evidence.ts";
import { spfFix } from "../spf-fixes.ts";

type ExceededArgs = {
  readonly term: string;
  readonly domain: string;
  readonly names: number;
  readonly limit: number;
  readonly proposal: Proposal | null;
};

/** Does every mx term name at most ten servers? */
export const spfNameLimit = defineCheck({
  id: "spf-name-limit",
  section: "authentication",
  question: "Do the mx terms name at most ten servers?",
  why: "Receivers look at ten names behind an mx term. With more, they call the whole record broken.",
  reference: "RFC 7208, DNS lookup limits (mx)",
  weighty: true,
  needs: ["spf"],
  outcomes: {
    within: outcome<{ names: number; limit: number }>({
      status: "pass",
      title: ({ names, limit }) =>
        names === 0
          ? "No mx term names too many servers"
          : `The mx terms name at most ${names} of ${limit} servers`,
      figure: ({ names, limit }) => `${names} / ${limit}`,
      example: { names: 2, limit: RFC_LIMITS.mxNames },
    }),
    exceeded: outcome<ExceededArgs>({
      status: "fail",
      title: ({ term, names, limit }) => `“${term}” names ${names} servers; receivers stop at ${limit}`,
      detail: ({ domain }) =>
        `The term is in the record of ${domain}. Every check that comes to it ends in an error.`,
      figure: ({ names, limit }) => `${names} / ${limit}`,
      fix: ({ proposal }, context) =>
        spfFix(context, proposal, {
          after: ["List only servers that send. Those that only receive need no place in SPF."],
        }),
      example: { term: "mx", domain: "example.com", names: 12, limit: RFC_LIMITS.mxNames, proposal: null },
    }),
  },
  run: ({ spf }, { need }) => {
    const tree = treeOf(spf);
    if (typeof tree === "string") return notApplicable(tree);
    const placed = [...reachedTerms(tree)].filter(({ term }) => term.name === "mx" && term.found !== null);
    const excessive = placed.filter(one => namesOf(one) > RFC_LIMITS.mxNames);
    if (excessive.length > 0) {
      const proposal = heal(spf);
      return excessive.map(one => ({
        outcome: "exceeded" as const,
        subject: one.term.target ?? one.term.text,
        args: {
          term: one.term.text,
          domain: one.node.domain,
          names: namesOf(one),
          limit: RFC_LIMITS.mxNames,
          proposal,
        },
      }));
    }
    for (const { term } of placed) if (term.found !== null) need(term.found);
    const unseen = unseenRecords(tree);
    if (unseen !== null) need({ ok: false, failure: unseen });
    return {
      outcome: "within",
      args: { names: Math.max(0, ...placed.map(namesOf)), limit: RFC_LIMITS.mxNames },
    };
  },
});

const namesOf = ({ term }: PlacedTerm): number => (term.found?.ok === true ? term.found.value.mxNames : 0);
