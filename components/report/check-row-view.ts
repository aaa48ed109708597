import type { Status } from "#lib/scan/finding.ts";
import type { LookupEntry } from "#lib/scan/report.ts";
import type { CheckView, FindingView } from "#lib/web/scan-view/scan-view.ts";
import { type RawAnswers, rawAnswers } from "./raw-answers.ts";

/** A check as its row shows it: plain data, so that the page carries each thing once. */
export interface CheckRowView extends Omit<CheckView, "findings"> {
  /** Findings with their evidence. */
  readonly findings: readonly EvidencedFinding[];
  /** Findings that need nobody's attention, by their titles. */
  readonly quiet: readonly string[];
}

export interface EvidencedFinding extends Omit<FindingView, "lookups"> {
  readonly answers: RawAnswers;
}

/** Above this many, findings that are in order become one line each. */
const MOST_IN_FULL = 6;

/** The row of a check, with the raw answers that its findings rest on. */
export function checkRowView(check: CheckView, lookups: ReadonlyMap<string, LookupEntry>): CheckRowView {
  const inFull = check.findings.length <= MOST_IN_FULL ? check.findings : check.findings.filter(isLoud);
  return {
    ...check,
    findings: inFull.map(({ lookups: ids, ...finding }) => ({
      ...finding,
      // A step of the list above is not told again.
      fix: finding.step === null ? finding.fix : null,
      answers: rawAnswers({ ids, status: finding.status }, lookups),
    })),
    quiet: check.findings.filter(finding => !inFull.includes(finding)).map(({ title }) => title),
  };
}

const isLoud = ({ status, subject }: FindingView): boolean => isSerious(status) || subject === null;

const SERIOUS: ReadonlySet<Status> = new Set(["fail", "warn", "inconclusive"]);

/** Whether somebody should look at it. */
export const isSerious = (status: Status): boolean => SERIOUS.has(status);
