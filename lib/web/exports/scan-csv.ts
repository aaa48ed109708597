import type { ScanView } from "../scan-view/scan-view.ts";
import { csvTable } from "./csv.ts";

const HEAD = [
  "domain",
  "measured",
  "section",
  "check",
  "status",
  "subject",
  "question",
  "answer",
  "detail",
  "fix",
];

/** The findings of a report, one a row. */
export function scanCsv(scan: ScanView): string {
  const rows = scan.sections.flatMap(section =>
    section.checks.flatMap(check =>
      check.findings.map(finding => [
        scan.domain,
        scan.measured.at,
        section.id,
        check.id,
        finding.status,
        finding.subject ?? "",
        check.question,
        finding.title,
        finding.detail ?? "",
        finding.fix?.steps.join(" ") ?? "",
      ]),
    ),
  );
  return csvTable([HEAD, ...rows]);
}
