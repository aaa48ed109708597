import { isAtOrBelow } from "#lib/values/dns-name.ts";
import { type PlacedTerm, reachedTerms, type SpfNode } from "#lib/mail/spf/analysis/tree.ts";
import { heal } from "#lib/mail/spf/propose/heal.ts";
import type { Proposal } from "#lib/mail/spf/propose/proposal.ts";
import { isMisnamed } from "#lib/mail/spf/services.ts";
import { defineCheck, notApplicable, outcome } from "../define-check.ts";
import { treeOf } from "../spf-evidence.ts";
import { spfFix } from "../spf-fixes.ts";

type Args = {
  /** The name, or the term itself where it yields no usable name. */
  readonly target: string;
  readonly term: string;
  /** The record that names it. */
  readonly domain: string;
  /** The terms that lead there from the domain's own record. */
  readonly path: readonly string[];
};
type BrokenArgs = Args & {
  /** Whether the record that names it is the domain's own. */
  readonly own: boolean;
  /** The name is known from tutorials, but its service publishes no SPF record there. */
  readonly misnamed: boolean;
  readonly proposal: Proposal | null;
};

const EXAMPLE: BrokenArgs = {
  target: "spf.example.net",
  term: "include:spf.example.net",
  domain: "example.com",
  path: [],
  own: true,
  misnamed: false,
  proposal: {
    changes: [
      { name: "example.com", from: ["v=spf1 include:spf.example.net mx -all"], to: "v=spf1 mx -all" },
    ],
    dropped: [
      {
        domain: "example.com",
        term: "include:spf.example.net",
        because: "broken-target",
        service: null,
      },
    ],
  },
};

/** Is there a good SPF record behind every include and redirect? */
export const spfIncludeTarget = defineCheck({
  id: "spf-include-target",
  section: "authentication",
  question: "Is there a valid SPF record behind every include?",
  why: "An include or redirect that leads to no record, to several or to a broken one makes the including record broken as well. The mistake of one service then takes the whole domain's SPF with it.",
  reference: "RFC 7208, include and redirect",
  weighty: true,
  needs: ["spf"],
  outcomes: {
    ok: outcome<Args>({
      status: "pass",
      title: ({ target }) => `${target} has a valid SPF record`,
      example: {
        target: "spf.example.net",
        term: "include:spf.example.net",
        domain: "example.com",
        path: [],
      },
    }),
    "no-record": broken(
      ({ target, term }) =>
        target === term
          ? `${term} leads to no SPF record: the name cannot exist`
          : `${term} leads to no SPF record: there is none at ${target}`,
      "Receivers treat that as a permanent error of the record that names it.",
    ),
    "multiple-records": broken(
      ({ target }) => `${target} has several SPF records, so receivers use none of them`,
      "Whoever includes it gets a permanent error.",
    ),
    "invalid-record": broken(
      ({ target }) => `The SPF record of ${target} cannot be read`,
      "Whoever includes it gets a permanent error.",
    ),
    loop: broken(
      ({ term, domain }) => `${term} in the record of ${domain} leads in a circle`,
      "Receivers follow it until their ten look-ups are used up, and then call the record broken.",
    ),
  },
  run: ({ spf }, { need, each }) => {
    const tree = treeOf(spf);
    if (typeof tree === "string") return notApplicable(tree);
    const targets = targetsOf(tree);
    if (targets.length === 0) return notApplicable("no-include");
    return each(targets, subjectOf, placed => {
      const { term, node, path } = placed;
      const args = {
        target: subjectOf(placed),
        term: term.text,
        domain: node.domain,
        path: path.map(one => one.text),
      };
      const status = term.child?.status ?? "not-followed";
      if (term.child?.failure) need({ ok: false, failure: term.child.failure });
      if (status === "ok" || status === "failed" || status === "not-followed") return { outcome: "ok", args };
      const own = isAtOrBelow(node.domain, tree.domain);
      const misnamed = isMisnamed(args.target);
      return { outcome: status, args: { ...args, own, misnamed, proposal: heal(spf) } };
    });
  },
});

function broken(title: (args: BrokenArgs) => string, detail: string) {
  return outcome<BrokenArgs>({
    status: "fail",
    title,
    detail: ({ path }) => (path.length === 0 ? detail : `${detail} The way there: ${path.join(", ")}.`),
    fix: (args, context) => spfFix(context, args.proposal, stepsFor(args)),
    example: EXAMPLE,
  });
}

function stepsFor({ target, domain, own, misnamed, path }: BrokenArgs) {
  const before = misnamed
    ? [
        `${target} stands in many tutorials, but its service publishes no SPF record there: look up the right name in the service's help pages.`,
      ]
    : own
      ? []
      : [
          `The mistake is in the record of ${domain}: tell those who run it. Until they repair it, ${path[0] ?? "the include"} does your record harm.`,
        ];
  const foreign = !isAtOrBelow(target, domain);
  return {
    before,
    after: foreign ? ["If the service is still in use, ask it for its current include."] : [],
  };
}

/** Every target that was followed, each name once. */
function targetsOf(tree: SpfNode): readonly PlacedTerm[] {
  const targets = new Map<string, PlacedTerm>();
  for (const placed of reachedTerms(tree)) {
    const { child } = placed.term;
    if (child === null || child.status === "not-followed") continue;
    const key = `${child.status === "loop" ? `${placed.node.domain} ` : ""}${subjectOf(placed)}`;
    if (!targets.has(key)) targets.set(key, placed);
  }
  return [...targets.values()];
}

const subjectOf = ({ term }: PlacedTerm): string => term.target ?? term.text;
