import { parseRecord } from "#lib/mail/spf/parse-record.ts";
import { heal } from "#lib/mail/spf/propose/heal.ts";
import type { Proposal } from "#lib/mail/spf/propose/proposal.ts";
import type { SyntaxCode } from "#lib/mail/spf/syntax-problem.ts";
import { defineCheck, notApplicable, outcome } from "../define-check.ts";
import { spfFix } from "../spf-fixes.ts";
import { count, listed, SYNTAX_WORDS } from "../spf-words.ts";

type InvalidArgs = {
  readonly record: string;
  /** The first mistake: its term, the offset of the offending character, and why. */
  readonly term: string;
  readonly position: number;
  readonly reason: SyntaxCode;
  readonly problems: readonly Problem[];
  readonly proposal: Proposal | null;
};

type Problem = { readonly term: string; readonly position: number; readonly reason: SyntaxCode };

/** Modifiers of RFC 6652, which are rare but right. */
const REGISTERED: readonly string[] = ["ra", "rp", "rr"];

const MOST_PROBLEMS = 10;
const LONGEST_TERM = 200;

/** Can receivers read the SPF record? */
export const spfSyntax = defineCheck({
  id: "spf-syntax",
  section: "authentication",
  question: "Is the SPF record written correctly?",
  why: "One mistake anywhere makes the whole record void: receivers stop before they look at the first term. Mail then counts as not authorised by SPF.",
  reference: "RFC 7208, record evaluation and collected ABNF",
  weighty: true,
  needs: ["spf"],
  outcomes: {
    valid: outcome<{ record: string }>({
      status: "pass",
      title: () => "The SPF record is written correctly",
      example: { record: "v=spf1 mx -all" },
    }),
    invalid: outcome<InvalidArgs>({
      status: "fail",
      title: ({ term, reason }) => `The SPF record is void: “${term}” ${SYNTAX_WORDS[reason]}`,
      detail: ({ problems }) =>
        problems.length === 1
          ? "A mistake in one term makes receivers ignore the whole record."
          : `There are ${count(problems.length, "mistake")}: ${listed(problems.map(one => `“${one.term}” ${SYNTAX_WORDS[one.reason]}`))}.`,
      fix: ({ proposal }, context) =>
        spfFix(context, proposal, {
          before: ["Compare the record below with what you meant: a term that made no sense is left out."],
        }),
      example: {
        record: "v=spf1 ipv4:192.0.2.1 -all",
        term: "ipv4:192.0.2.1",
        position: 7,
        reason: "unknown-mechanism",
        problems: [{ term: "ipv4:192.0.2.1", position: 7, reason: "unknown-mechanism" }],
        proposal: {
          changes: [
            {
              name: "example.com",
              from: ["v=spf1 ipv4:192.0.2.1 -all"],
              to: "v=spf1 ip4:192.0.2.1 -all",
            },
          ],
          dropped: [],
        },
      },
    }),
    "unknown-modifier": outcome<{ modifiers: readonly string[] }>({
      status: "info",
      title: ({ modifiers }) => `The record has ${listed(modifiers)}, which receivers skip`,
      detail: () =>
        "A modifier that nobody knows is allowed and ignored. If it was meant as a mechanism, it needs a colon instead of the equals sign.",
      example: { modifiers: ["include=spf.example.net"] },
    }),
  },
  run: ({ spf }) => {
    const [only] = spf.records;
    if (!spf.exists) return notApplicable("domain-does-not-exist");
    if (only === undefined) return notApplicable("no-spf-record");
    if (spf.records.length > 1) return notApplicable("invalid-spf-record");
    const parsed = parseRecord(only.text);
    if (!parsed.ok) return { outcome: "invalid", args: invalidArgs(only.text, parsed.error, heal(spf)) };
    const modifiers = parsed.value.terms.flatMap(term =>
      term.name === "unknown" && !REGISTERED.includes(term.key.toLowerCase()) ? [cut(term.text)] : [],
    );
    const valid = { outcome: "valid", args: { record: only.text } } as const;
    return modifiers.length === 0 ? valid : [valid, { outcome: "unknown-modifier", args: { modifiers } }];
  },
});

function invalidArgs(
  record: string,
  found: readonly { readonly code: SyntaxCode; readonly at: number; readonly term: string }[],
  proposal: Proposal | null,
): InvalidArgs {
  const problems = found
    .slice(0, MOST_PROBLEMS)
    .map(({ code, at, term }) => ({ term: cut(term), position: at, reason: code }));
  const [first = { term: "", position: 0, reason: "not-spf" as const }] = problems;
  return { record, ...first, problems, proposal };
}

const cut = (term: string): string => (term.length > LONGEST_TERM ? `${term.slice(0, LONGEST_TERM)}…` : term);
