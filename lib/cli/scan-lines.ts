import type { Finding, Status } from "#lib/scan/finding.ts";
import { SECTIONS } from "#lib/scan/finding.ts";
import { planFixes } from "#lib/scan/fix-plan.ts";
import { presentFinding, presentGradeReason } from "#lib/scan/present.ts";
import { checkById } from "#lib/scan/registry.ts";
import type { ScanReport } from "#lib/scan/report.ts";

const MARKS: { readonly [Key in Status]: string } = {
  pass: "ok",
  info: "info",
  warn: "WARN",
  fail: "FAIL",
  "not-applicable": "-",
  inconclusive: "????",
};

/** A report as plain text for a terminal, section by section, with what to publish last. */
export function scanLines(report: ScanReport): string[] {
  const { coverage, dns } = report;
  return [
    `${report.domain}${report.sample ? " (sample domain)" : ""}: ${gradeText(report)}`,
    `${coverage.done} of ${coverage.of} findings measured, ${report.durationMs} ms, ${dns.queries} DNS packets to ${dns.servers.join(", ")}`,
    ...SECTIONS.flatMap(section => sectionLines(report, section)),
    ...fixLines(report),
    "",
  ];
}

const gradeText = ({ grade, gradeReason, score }: ScanReport): string =>
  gradeReason === null ? `grade ${grade} (${score} of 100)` : presentGradeReason(gradeReason);

function sectionLines(report: ScanReport, section: string): string[] {
  const findings = report.findings.filter(
    finding => checkById(finding.check)?.section === section && finding.status !== "not-applicable",
  );
  if (findings.length === 0) return [];
  const lines = withoutCrowds(findings).map(finding => {
    const { title } = presentFinding(finding, report.context);
    const subject = finding.subject === null ? "" : ` [${finding.subject}]`;
    return `  ${MARKS[finding.status].padEnd(5)}${finding.check}${subject}: ${title}`;
  });
  return ["", section, ...lines];
}

/** Where a check has nothing but good to say of many subjects, its summary speaks for them. */
function withoutCrowds(findings: readonly Finding[]): readonly Finding[] {
  const summed = new Set(findings.filter(one => one.outcome === "checked").map(one => one.check));
  return findings.filter(one => !(summed.has(one.check) && one.status === "pass"));
}

function fixLines(report: ScanReport): string[] {
  return planFixes(report).flatMap(({ finding, gradeAfter }, index) => [
    ...(index === 0 ? ["", "Fix these, in this order"] : []),
    `  ${index + 1}. ${finding.title}${gradeAfter === null ? "" : ` (then: ${gradeAfter})`}`,
    ...(finding.fix?.steps.map(step => `     ${step}`) ?? []),
    ...(finding.fix?.records.map(
      ({ action, name, type, value }) => `     ${action} ${name} ${type} ${value}`,
    ) ?? []),
  ]);
}
