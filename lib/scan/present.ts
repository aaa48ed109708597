import type { InapplicableReason } from "./define-check.ts";
import type { FailureReason, Finding, Fix, FixContext } from "./finding.ts";
import type { GradeReason } from "./grade.ts";
import { checkById } from "./registry.ts";

/** A finding in words. Rendered late, so that better wording reaches old reports too. */
export interface PresentedFinding extends Finding {
  readonly question: string;
  readonly title: string;
  readonly detail: string | null;
  readonly fix: Fix | null;
}

/** Puts a stored finding into words: the question, the answer, what it means and what to do. */
export function presentFinding(finding: Finding, context: FixContext): PresentedFinding {
  const check = checkById(finding.check);
  const question = check?.question ?? finding.check;
  const words = wordsOf(finding, context);
  return { ...finding, question, ...words };
}

type Words = Pick<PresentedFinding, "title" | "detail" | "fix">;

function wordsOf(finding: Finding, context: FixContext): Words {
  if (finding.status === "inconclusive") return inconclusiveWords(finding);
  if (finding.outcome === "not-applicable") return inapplicableWords(finding);
  const outcome = checkById(finding.check)?.outcomes[finding.outcome];
  if (outcome === undefined) {
    return { title: `Judged by an older version as “${finding.outcome}”`, detail: null, fix: null };
  }
  return {
    title: outcome.title(finding.args),
    detail: outcome.detail?.(finding.args) ?? null,
    fix: fixOf(outcome.fix?.(finding.args, context)),
  };
}

/** A fix of which nothing is for anybody to do is none. */
const fixOf = (fix: Fix | undefined): Fix | null =>
  fix === undefined || fix.steps.length + fix.records.length === 0 ? null : fix;

const WHY_INCONCLUSIVE: { readonly [Reason in FailureReason]: string } = {
  "dns-failed": "Could not be checked: DNS did not answer",
  "resolver-untrusted": "Not checked: the DNS resolver in use does not give honest answers",
  "resolver-not-validating": "Could not be checked: the DNS resolver in use does not validate DNSSEC",
  "over-budget": "Could not be checked: the domain needs more lookups than one scan may make",
  "network-failed": "Could not be checked: the connection failed on our side",
  deadline: "Could not be checked within the time of one scan",
  "not-gathered": "Not checked: the evidence for this was not gathered at the time",
  crashed: "Could not be checked because of a fault in Mailtriage",
};

function inconclusiveWords(finding: Finding): Words {
  const reason = finding.args["reason"] as FailureReason;
  const asked = finding.lookups.map(id => `dig ${digArguments(id)}`);
  const detail =
    asked.length === 0
      ? "This says nothing about the domain, neither good nor bad."
      : `This says nothing about the domain, neither good nor bad. See for yourself: ${asked.slice(0, 3).join(" ; ")}`;
  return { title: WHY_INCONCLUSIVE[reason] ?? WHY_INCONCLUSIVE.crashed, detail, fix: null };
}

/** A lookup id as arguments of `dig`: "TXT example.com +cd @192.0.2.1". */
const digArguments = (id: string): string => {
  const [type = "", name = "", ...flags] = id.split(" ");
  return [name, type, ...flags.map(flag => (flag === "+cd" ? "+cdflag" : flag))].join(" ");
};

const WHY_INAPPLICABLE: { readonly [Reason in InapplicableReason]: string } = {
  "domain-does-not-exist": "Does not apply: the domain does not exist",
  "no-mx": "Does not apply: the domain has no mail servers",
  "null-mx": "Does not apply: the domain says that it accepts no mail",
  "no-null-mx": "Does not apply: the domain has no null MX, which would say that it accepts no mail",
  "no-spf-record": "Does not apply: there is no SPF record",
  "invalid-spf-record": "Does not apply: the SPF record cannot be read",
  "no-include": "Does not apply: the SPF record includes no other",
  "no-dkim-key": "Does not apply: no DKIM key was found",
  "no-dmarc-record": "Does not apply: there is no DMARC record",
  "does-not-send": "Does not apply: the domain sends no mail",
  "does-not-receive": "Does not apply: the domain receives no mail",
  "no-address-to-check": "Does not apply: there is no address to check",
  "not-signed": "Does not apply: the zone is not signed",
  "no-policy": "Does not apply: there is no policy",
  "nothing-to-compare": "Does not apply: there is nothing to compare",
};

const inapplicableWords = (finding: Finding): Words => ({
  title: WHY_INAPPLICABLE[finding.args["because"] as InapplicableReason] ?? "Does not apply",
  detail: null,
  fix: null,
});

/** Why a report carries no letter, in one sentence. */
export function presentGradeReason(reason: GradeReason): string {
  switch (reason.code) {
    case "resolver-untrusted":
      return "No grade: the DNS resolver in use did not give honest answers, so nothing was judged.";
    case "domain-does-not-exist":
      return "No grade: this domain does not exist.";
    case "public-suffix":
      return "No grade: this is a suffix under which domains are registered, not a domain of its own.";
    case "inconclusive":
      return `No grade: ${list(reason.checks)} could not be checked, and a grade without ${reason.checks.length === 1 ? "it" : "them"} would be a guess.`;
  }
}

function list(checks: readonly string[]): string {
  const names = checks.map(id => `“${checkById(id)?.question ?? id}”`);
  if (names.length <= 1) return names[0] ?? "something";
  if (names.length > 3) return `${names.length} of the checks that matter most`;
  return `${names.slice(0, -1).join(", ")} and ${names.at(-1)}`;
}
