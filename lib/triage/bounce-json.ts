import { BOUNCE_SCHEMA } from "#lib/bounce/bounce-report.ts";
import { wordReason } from "#lib/bounce/wording.ts";
import { joinEvidence } from "./join-evidence.ts";
import type { StoredTriage } from "./stored-triage.ts";

/**
 * A stored bounce as programs get it: the report of `mailtriage bounce` with its causes ranked by the evidence, what
 * was asked about each failure, and the evidence itself.
 */
export function bounceJson(triage: StoredTriage) {
  const { report, failures } = joinEvidence(triage.report, triage);
  return {
    ...report,
    schema: BOUNCE_SCHEMA,
    sample: triage.sample,
    removed: triage.removed,
    statements: triage.statements,
    failures: failures.map(({ failure, facts, moved, slips }) => ({
      ...failure,
      slips,
      checked: facts.map(fact =>
        "found" in fact
          ? { ...fact, words: wordReason(fact.found), moved: moved.has(fact.found.code) }
          : { ...fact, moved: false },
      ),
    })),
    evidence: triage.evidence,
  };
}
