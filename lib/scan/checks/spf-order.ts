import { unseenRecords } from "#lib/mail/spf/analysis/summarize.ts";
import type { SpfNode } from "#lib/mail/spf/analysis/tree.ts";
import { editableNodes } from "#lib/mail/spf/propose/edits.ts";
import { heal } from "#lib/mail/spf/propose/heal.ts";
import type { Proposal } from "#lib/mail/spf/propose/proposal.ts";
import { defineCheck, notApplicable, outcome } from "../define-check.ts";
import { treeOf } from "../spf-evidence.ts";
import { spfFix } from "../spf-fixes.ts";
import { listed } from "../spf-words.ts";

type Args = {
  readonly domain: string;
  readonly terms: readonly string[];
  readonly proposal: Proposal | null;
};

/** Does every term of the SPF record stand where receivers see it? */
export const spfOrder = defineCheck({
  id: "spf-order",
  section: "authentication",
  question: "Do all terms of the SPF record count?",
  why: "Receivers stop at “all”. What stands behind it looks as if it allowed a server, but never does.",
  reference: "RFC 7208, the all mechanism and the redirect modifier",
  weighty: true,
  needs: ["spf"],
  outcomes: {
    ok: outcome({
      status: "pass",
      title: () => "Every term of the record counts",
      example: {},
    }),
    "terms-after-all": outcome<Args>({
      status: "warn",
      title: ({ terms }) =>
        `${listed(terms)} ${terms.length === 1 ? "stands" : "stand"} behind “all” and never ${terms.length === 1 ? "counts" : "count"}`,
      fix: ({ proposal, terms }, context) =>
        spfFix(context, proposal, {
          before: terms.every(isAll)
            ? []
            : [
                `Decide whether ${listed(terms.filter(term => !isAll(term)))} should be allowed to send. If so, move that in front of “all” instead of publishing the record below.`,
              ],
        }),
      example: { domain: "example.com", terms: ["ip4:192.0.2.1"], proposal: null },
    }),
    "redirect-ignored": outcome<Args>({
      status: "warn",
      title: ({ terms }) => `${listed(terms)} is ignored, because the record has an “all”`,
      fix: ({ proposal }, context) => spfFix(context, proposal),
      example: { domain: "example.com", terms: ["redirect=_spf.example.com"], proposal: null },
    }),
  },
  run: ({ spf }, { need }) => {
    const tree = treeOf(spf);
    if (typeof tree === "string") return notApplicable(tree);
    const nodes = editableNodes(tree);
    const findings = nodes.flatMap(node => [
      ...findingFor(node, "terms-after-all", term => term.name !== "redirect"),
      ...findingFor(node, "redirect-ignored", term => term.name === "redirect"),
    ]);
    if (findings.length === 0) {
      const unseen = unseenRecords(tree, tree.domain);
      if (unseen !== null) need({ ok: false, failure: unseen });
      return { outcome: "ok", args: {} };
    }
    const proposal = heal(spf);
    return findings.map(one => ({ ...one, args: { ...one.args, proposal } }));
  },
});

const isAll = (term: string): boolean => /^[+\-~?]?all$/iu.test(term);

function findingFor<Code extends string>(
  node: SpfNode,
  code: Code,
  concerns: (term: SpfNode["terms"][number]) => boolean,
) {
  const terms = node.terms.filter(term => !term.reached && concerns(term)).map(term => term.text);
  const args = { domain: node.domain, terms: terms.slice(0, 20) };
  return terms.length === 0 ? [] : [{ outcome: code, subject: node.domain, args }];
}
