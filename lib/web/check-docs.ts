import type { Check, Outcomes } from "#lib/scan/define-check.ts";
import type { SectionId, Status } from "#lib/scan/finding.ts";
import { SECTIONS } from "#lib/scan/finding.ts";
import { CHECKS, checkById } from "#lib/scan/registry.ts";
import type { FixWords } from "./scan-view/scan-view.ts";
import { viewFix } from "./scan-view/view-fix.ts";

/** A check as its documentation page shows it, made from the check itself. */
export interface CheckDoc {
  readonly id: string;
  readonly section: SectionId;
  readonly question: string;
  readonly why: string;
  readonly reference: string;
  readonly weighty: boolean;
  readonly outcomes: readonly OutcomeDoc[];
}

export interface OutcomeDoc {
  readonly code: string;
  readonly status: Status;
  /** Worded with the example that the check itself gives. */
  readonly title: string;
  readonly detail: string | null;
  readonly fix: FixWords | null;
}

/** The domain that examples are worded with. */
export const EXAMPLE_DOMAIN = "example.com";

/** All checks by section, in the order of the report. */
export const checkIndex = (): readonly { readonly section: SectionId; readonly checks: readonly Check[] }[] =>
  SECTIONS.map(section => ({ section, checks: CHECKS.filter(check => check.section === section) })).filter(
    ({ checks }) => checks.length > 0,
  );

/** The documentation of one check; null for an id that no check has. */
export function checkDoc(id: string): CheckDoc | null {
  const check = checkById(id);
  if (check === undefined) return null;
  const { section, question, why, reference, weighty } = check;
  return { id, section, question, why, reference, weighty, outcomes: outcomeDocs(check.outcomes) };
}

const outcomeDocs = (outcomes: Outcomes): readonly OutcomeDoc[] =>
  Object.entries(outcomes).map(([code, outcome]) => {
    const args = outcome.example;
    const context = { domain: EXAMPLE_DOMAIN, mailProvider: null, dnsProvider: null };
    const fix = outcome.fix?.(args, context);
    return {
      code,
      status: typeof outcome.status === "function" ? outcome.status(args) : outcome.status,
      title: outcome.title(args),
      detail: outcome.detail?.(args) ?? null,
      fix: fix === undefined ? null : viewFix(fix),
    };
  });
