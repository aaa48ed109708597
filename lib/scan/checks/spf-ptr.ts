import { unseenRecords } from "#lib/mail/spf/analysis/summarize.ts";
import { editableNodes } from "#lib/mail/spf/propose/edits.ts";
import { heal } from "#lib/mail/spf/propose/heal.ts";
import type { Proposal } from "#lib/mail/spf/propose/proposal.ts";
import { defineCheck, notApplicable, outcome } from "../define-check.ts";
import { treeOf } from "../spf-evidence.ts";
import { spfFix } from "../spf-fixes.ts";
import { listed } from "../spf-words.ts";

type Args = {
  readonly terms: readonly { readonly term: string; readonly domain: string }[];
  readonly proposal: Proposal | null;
};

/** Does the SPF record rely on reverse names? */
export const spfPtr = defineCheck({
  id: "spf-ptr",
  section: "authentication",
  question: "Does SPF do without ptr?",
  why: "The ptr mechanism is slow, unreliable and burdens name servers that have nothing to do with the domain. The standard says not to use it, and some receivers skip it.",
  reference: "RFC 7208, ptr (do not use)",
  weighty: true,
  needs: ["spf"],
  outcomes: {
    unused: outcome({
      status: "pass",
      title: () => "The record does not use ptr",
      example: {},
    }),
    used: outcome<Args>({
      status: "warn",
      title: ({ terms }) =>
        `The record uses ${listed(terms.map(one => one.term))}, which the standard advises against`,
      fix: ({ proposal }, context) =>
        spfFix(context, proposal, {
          before: ["Find out which servers were meant, and list those that still send with ip4, ip6 or a."],
        }),
      example: { terms: [{ term: "ptr", domain: "example.com" }], proposal: null },
    }),
  },
  run: ({ spf }, { need }) => {
    const tree = treeOf(spf);
    if (typeof tree === "string") return notApplicable(tree);
    const terms = editableNodes(tree).flatMap(node =>
      node.terms
        .filter(term => term.name === "ptr" && term.reached)
        .map(term => ({ term: term.text, domain: node.domain })),
    );
    if (terms.length > 0) {
      return { outcome: "used", args: { terms: terms.slice(0, 20), proposal: heal(spf) } };
    }
    const unseen = unseenRecords(tree, tree.domain);
    if (unseen !== null) need({ ok: false, failure: unseen });
    return { outcome: "unused", args: {} };
  },
});
