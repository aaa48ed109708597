import { presentFinding, presentGradeReason } from "./present.ts";
import type { ScanReport } from "./report.ts";
import { readStoredReport } from "./report.ts";

/** The public JSON of a scan (schema mailtriage.scan/1): the stored report with its words. */
export function scanJson(report: ScanReport): Record<string, unknown> {
  const { schema, engine, domain, unicode, sample, startedAt, durationMs, dns } = report;
  const { grade, gradeReason, score, coverage, sections, evidence, probeLookups, lookups, context } = report;
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
    context,
    evidence,
    probeLookups,
    lookups,
  };
}

/**
 * The report behind its public JSON, for judging it again. The words are dropped, the reason for a missing grade
 * too: both are made anew. Throws on anything else than such JSON.
 */
export function reportFromScanJson(json: unknown): ScanReport {
  if (typeof json !== "object" || json === null) throw new Error("not a scan");
  return readStoredReport({ ...json, gradeReason: null });
}
