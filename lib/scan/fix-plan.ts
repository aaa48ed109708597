import type { Finding } from "./finding.ts";
import type { Grade } from "./grade.ts";
import { gradeFindings } from "./grade.ts";
import type { PresentedFinding } from "./present.ts";
import { presentFinding } from "./present.ts";
import { CHECKS } from "./registry.ts";
import type { ScanReport } from "./report.ts";

/** One step of "fix these, in this order". */
export interface PlannedFix {
  readonly finding: PresentedFinding;
  readonly gradeNow: Grade["grade"];
  /** The grade with this and every step before it done; null where there is no letter. */
  readonly gradeAfter: Grade["grade"];
  readonly pointsGained: number;
}

const MOST_STEPS = 5;

/**
 * At most five fixes, the most useful first: each step is the one that raises the score most once the steps
 * before it are done. Failures come before warnings.
 */
export function planFixes(report: ScanReport): readonly PlannedFix[] {
  const steps: PlannedFix[] = [];
  let findings: readonly Finding[] = report.findings;
  let score = scoreOf(findings);
  while (steps.length < MOST_STEPS) {
    const next = bestStep(findings, report, score);
    if (next === null) break;
    const gradeNow = gradeFindings(findings, CHECKS).grade;
    findings = withFixed(findings, next.finding);
    steps.push({
      finding: presentFinding(next.finding, report.context),
      gradeNow,
      gradeAfter: gradeFindings(findings, CHECKS).grade,
      pointsGained: next.score - score,
    });
    score = next.score;
  }
  return steps;
}

/** The finding whose repair helps most, and the score with it repaired. */
function bestStep(findings: readonly Finding[], report: ScanReport, score: number) {
  let best: { finding: Finding; score: number; gain: number } | null = null;
  for (const finding of findings) {
    if (finding.status !== "fail" && finding.status !== "warn") continue;
    if (presentFinding(finding, report.context).fix === null) continue;
    const after = scoreOf(withFixed(findings, finding));
    const gain = after - score + (finding.status === "fail" ? 1000 : 0);
    if (best === null || gain > best.gain) best = { finding, score: after, gain };
  }
  return best;
}

/** The findings as they would be with one repaired. All subjects of one outcome are repaired together. */
const withFixed = (findings: readonly Finding[], fixed: Finding): readonly Finding[] =>
  findings.map(finding =>
    finding.check === fixed.check && finding.outcome === fixed.outcome
      ? { ...finding, status: "pass" }
      : finding,
  );

/** Weighted section scores summed, which unlike the letter also exists when something is inconclusive. */
function scoreOf(findings: readonly Finding[]): number {
  const grade = gradeFindings(findings, CHECKS);
  return grade.score ?? grade.sections.reduce((sum, section) => sum + (section.score ?? 0), 0);
}
