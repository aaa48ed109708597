import { type Ending, endingOf } from "#lib/mail/spf/analysis/summarize.ts";
import { reachedTerms, type SpfNode } from "#lib/mail/spf/analysis/tree.ts";
import { endWith } from "#lib/mail/spf/propose/end-with.ts";
import { heal } from "#lib/mail/spf/propose/heal.ts";
import type { Proposal } from "#lib/mail/spf/propose/proposal.ts";
import { defineCheck, notApplicable, outcome } from "../define-check.ts";
import type { Fix, FixContext } from "../finding.ts";
import type { SpfEvidence } from "../probes/spf.ts";
import { treeOf } from "../spf-evidence.ts";
import { COMPLETE_STEPS, firstSpfRecord, spfFix } from "../spf-fixes.ts";

type Args = { readonly term: string; readonly domain: string };
type OpenArgs = {
  /** The record that ends so; not the domain's own where a redirect leads elsewhere. */
  readonly domain: string;
  /** Whether the policy names any sender at all. */
  readonly senders: boolean;
  readonly receives: "mail" | "null-mx" | "no-mx" | "unknown";
  readonly record: string;
  readonly proposal: Proposal | null;
};

const EXAMPLE: OpenArgs = {
  domain: "example.com",
  senders: true,
  receives: "mail",
  record: "v=spf1 mx",
  proposal: { changes: [{ name: "example.com", from: ["v=spf1 mx"], to: "v=spf1 mx ~all" }], dropped: [] },
};

/** What does the SPF record say about every other server? */
export const spfAll = defineCheck({
  id: "spf-all",
  section: "authentication",
  question: "What does SPF say about servers it does not list?",
  why: "The end of the record tells receivers what to think of everybody else. Only “-all” and “~all” make forged mail recognisable.",
  reference: "RFC 7208, the all mechanism and default result",
  weighty: true,
  needs: ["spf"],
  outcomes: {
    fail: outcome<Args>({
      status: "pass",
      title: () => "Servers that are not listed may not send (-all)",
      example: { term: "-all", domain: "example.com" },
    }),
    softfail: outcome<Args>({
      status: "pass",
      title: () => "Servers that are not listed are marked as suspicious (~all)",
      detail: () => "Together with DMARC this protects as well as “-all”.",
      example: { term: "~all", domain: "example.com" },
    }),
    "by-redirect": outcome<{ target: string; term: string | null }>({
      status: "pass",
      title: ({ target, term }) =>
        `The policy is that of ${target}${term === null ? "" : `, which ends in ${term}`}`,
      example: { target: "_spf.example.com", term: "-all" },
    }),
    neutral: outcome<OpenArgs>({
      status: "warn",
      title: () => "The record makes no statement about servers that are not listed (?all)",
      detail: () => "Receivers must treat that as if there were no SPF record for them.",
      fix: fixFor,
      example: EXAMPLE,
    }),
    absent: outcome<OpenArgs>({
      status: "warn",
      title: () => "The record has no end, so it says nothing about servers that are not listed",
      detail: () => "Without “all” or “redirect” the result for everybody else is neutral.",
      fix: fixFor,
      example: EXAMPLE,
    }),
    pass: outcome<OpenArgs>({
      status: "fail",
      title: () => "The record allows every server in the world to send for this domain (+all)",
      fix: fixFor,
      example: { ...EXAMPLE, record: "v=spf1 mx +all" },
    }),
  },
  run: ({ spf }, { need }) => {
    const tree = treeOf(spf);
    if (typeof tree === "string") return notApplicable(tree);
    const ending = endingOf(tree);
    if (ending.kind === "unknown") return need({ ok: false, failure: ending.failure });
    if (ending.kind === "elsewhere") {
      return { outcome: "by-redirect", args: { target: ending.target ?? "another record", term: null } };
    }
    if (ending.kind === "open") return { outcome: "absent", args: openArgs(spf, tree, ending) };
    const { term, node, redirected } = ending;
    if (term.qualifier === "+") return { outcome: "pass", args: openArgs(spf, tree, ending) };
    if (term.qualifier === "?") return { outcome: "neutral", args: openArgs(spf, tree, ending) };
    if (redirected) return { outcome: "by-redirect", args: { target: node.domain, term: term.text } };
    const args = { term: term.text, domain: node.domain };
    return term.qualifier === "-" ? { outcome: "fail", args } : { outcome: "softfail", args };
  },
});

function openArgs(
  spf: SpfEvidence,
  tree: SpfNode,
  ending: Extract<Ending, { kind: "all" | "open" }>,
): OpenArgs {
  const senders = [...reachedTerms(tree)].some(({ term }) => term.qualifier === "+" && term.name !== "all");
  return {
    domain: ending.node.domain,
    senders,
    receives: spf.receives.ok ? spf.receives.value : "unknown",
    record: spf.records[0]?.text ?? "",
    proposal: heal(spf, (root, edits) => endWith(root, edits, senders ? "~" : "-")),
  };
}

/** A record that names no sender is completed, or closed where the domain has no mail. */
function fixFor({ senders, receives, record, proposal, domain }: OpenArgs, context: FixContext): Fix {
  if (senders) {
    return spfFix(context, proposal, {
      before: ["Make sure that every service that sends in the domain's name is listed."],
      after: ["When DMARC reports show that nothing is missing, “~all” can become “-all”."],
    });
  }
  const to = firstSpfRecord(context, receives);
  const name = domain === context.domain ? domain : context.domain;
  const steps = to === "v=spf1 -all" ? {} : { after: COMPLETE_STEPS };
  return spfFix(context, { changes: [{ name, from: [record], to }], dropped: [] }, steps);
}
