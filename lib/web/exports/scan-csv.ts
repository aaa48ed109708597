import type { RecordView, ScanView } from "../scan-view/scan-view.ts";
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
  "records",
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
        finding.fix?.records.map(recordLine).join("\n") ?? "",
      ]),
    ),
  );
  return csvTable([HEAD, ...rows]);
}

/** What to do with a record, its type, its name and its whole text, on a line of its own. */
const recordLine = ({ action, type, name, value }: RecordView): string =>
  [action, type, name, value].filter(part => part !== "").join(" ");
