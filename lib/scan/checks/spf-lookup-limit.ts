import { lookupTotal } from "#lib/mail/spf/analysis/summarize.ts";
import type { SpfNode } from "#lib/mail/spf/analysis/tree.ts";
import { RFC_LIMITS } from "#lib/mail/spf/limits.ts";
import { fitLookups } from "#lib/mail/spf/propose/fit-lookups.ts";
import { heal } from "#lib/mail/spf/propose/heal.ts";
import type { Proposal } from "#lib/mail/spf/propose/proposal.ts";
import { defineCheck, notApplicable, outcome } from "../define-check.ts";
import { treeOf } from "../spf-evidence.ts";
import { spfFix } from "../spf-fixes.ts";
import { listed } from "../spf-words.ts";

type Args = {
  readonly lookups: number;
  readonly limit: number;
  /** What each term of the domain's own record costs. */
  readonly costs: readonly {
    readonly term: string;
    readonly lookups: number;
    readonly service: string | null;
  }[];
  /** Includes whose name depends on the message; what is behind them is not in the number. */
  readonly dynamic: readonly string[];
};
type FixableArgs = Args & { readonly proposal: Proposal | null };

/** From here on one more include somewhere breaks the record. */
const NEAR = RFC_LIMITS.lookups - 1;

const EXAMPLE: FixableArgs = {
  lookups: 9,
  limit: RFC_LIMITS.lookups,
  costs: [
    { term: "include:_spf.example.net", lookups: 8, service: null },
    { term: "mx", lookups: 1, service: null },
  ],
  dynamic: [],
  proposal: null,
};

/** Does the SPF record stay within the ten look-ups that receivers make? */
export const spfLookupLimit = defineCheck({
  id: "spf-lookup-limit",
  section: "authentication",
  question: "Does the SPF record need ten DNS look-ups or fewer?",
  why: "Receivers stop after ten look-ups and call the record broken. Whether a sender is still found before that depends on its place in the record, so some mail passes and some does not.",
  reference: "RFC 7208, DNS lookup limits",
  weighty: true,
  needs: ["spf"],
  outcomes: {
    within: outcome<Args>({
      status: "pass",
      title: ({ lookups, limit }) => `The SPF record needs ${lookups} of ${limit} look-ups`,
      detail: args => costDetail(args),
      figure: ({ lookups, limit }) => `${lookups} / ${limit}`,
      example: { ...EXAMPLE, lookups: 4 },
    }),
    near: outcome<FixableArgs>({
      status: "warn",
      title: ({ lookups, limit }) =>
        `The SPF record needs ${lookups} of ${limit} look-ups: next to nothing is left`,
      detail: args => costDetail(args),
      figure: ({ lookups, limit }) => `${lookups} / ${limit}`,
      fix: ({ proposal }, context) => spfFix(context, proposal, STEPS),
      example: EXAMPLE,
    }),
    exceeded: outcome<FixableArgs>({
      status: "fail",
      title: ({ lookups, limit }) =>
        `The SPF record needs ${lookups} look-ups; receivers stop after ${limit}`,
      detail: args => costDetail(args),
      figure: ({ lookups, limit }) => `${lookups} / ${limit}`,
      fix: ({ proposal }, context) => spfFix(context, proposal, STEPS),
      example: { ...EXAMPLE, lookups: 12 },
    }),
  },
  run: ({ spf }, { need }) => {
    const tree = treeOf(spf);
    if (typeof tree === "string") return notApplicable(tree);
    const { counted, unknown, dynamic } = lookupTotal(tree);
    const args = {
      lookups: counted,
      limit: RFC_LIMITS.lookups,
      costs: costsOf(tree),
      dynamic: dynamic.slice(0, 20),
    };
    const fixable = () => ({ ...args, proposal: heal(spf, fitLookups) });
    // What is already known to be too much stays too much, whatever could not be looked up.
    if (counted > RFC_LIMITS.lookups) return { outcome: "exceeded", args: fixable() };
    if (unknown !== null) need({ ok: false, failure: unknown });
    return counted >= NEAR ? { outcome: "near", args: fixable() } : { outcome: "within", args };
  },
});

const costsOf = (tree: SpfNode): Args["costs"] =>
  tree.terms
    .filter(term => term.total > 0)
    .slice(0, 20)
    .map(({ text, total, service }) => ({ term: text, lookups: total, service: service?.name ?? null }));

function costDetail({ costs, dynamic }: Args): string {
  const spent = costs.map(({ term, lookups }) => `${term} ${lookups}`);
  const behind =
    dynamic.length === 0
      ? ""
      : ` What is behind ${listed(dynamic)} depends on each message and comes on top.`;
  const spentText =
    costs.length === 0 ? "No term needs a look-up." : `It spends them on: ${listed(spent, 12)}.`;
  return `${spentText} This is the worst case, in which no term matches before the end.${behind}`;
}

const STEPS = {
  before: [
    "Take out what no longer sends: a service that was tried once, a server that was switched off. Which that is, only you can know; the record below, where there is one, is a proposal.",
  ],
  after: ["Do not copy the addresses of a service into your record: they change without notice."],
};
