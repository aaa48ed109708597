import { presentFinding, presentGradeReason } from "./present.ts";
import type { ScanReport } from "./report.ts";

/** The public JSON of a scan (schema mailtriage.scan/1): the stored report with its words. */
export function scanJson(report: ScanReport): Record<string, unknown> {
  const { schema, engine, domain, unicode, sample, startedAt, durationMs, dns } = report;
  const { grade, gradeReason, score, coverage, sections, evidence, lookups, context } = report;
  return {
    schema,
    engine,
    domain,
    unicode,
    sample,
    startedAt,
    durationMs,
    dns,
    grade,
    gradeReason: gradeReason === null ? null : presentGradeReason(gradeReason),
    score,
    coverage,
    sections,
    findings: report.findings.map(finding => presentFinding(finding, context)),
    evidence,
    lookups,
  };
}
