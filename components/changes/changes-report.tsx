import type { ChangesView } from "#lib/web/scan-view/view-changes.ts";
import { PlainPage } from "../layout/plain-page.tsx";
import { dateTime } from "../report/format.ts";
import { ForeignText } from "../ui/foreign-text.tsx";
import { ChangedFindings } from "./changed-findings.tsx";
import { ChangedRecords } from "./changed-records.tsx";

interface ChangesReportProps {
  readonly id: string;
  readonly before: string;
  readonly changes: ChangesView;
}

/** The difference between two scans of one domain. */
export function ChangesReport({ id, before, changes }: ChangesReportProps) {
  const nothing = changes.findings.length === 0 && changes.records.length === 0;
  return (
    <PlainPage
      title={
        <>
          {nothing ? "Nothing changed at " : "What changed at "}
          <ForeignText text={changes.domain} />
        </>
      }
      lead={`From ${dateTime(changes.before.at)} to ${dateTime(changes.after.at)}. ${gradeWords(changes)}`}
    >
      <p className="mt-4 flex flex-wrap gap-x-6 gap-y-1">
        <a href={`/scans/${id}`} className="prose-link">
          The later report
        </a>
        <a href={`/scans/${before}`} className="prose-link">
          The earlier report
        </a>
      </p>
      <ChangedRecords records={changes.records} />
      <ChangedFindings findings={changes.findings} />
    </PlainPage>
  );
}

function gradeWords({ before, after }: ChangesView): string {
  if (before.letter === after.letter) {
    return after.letter === null ? "Neither has a grade." : `The grade is ${after.letter} in both.`;
  }
  return `The grade went from ${before.letter ?? "none"} to ${after.letter ?? "none"}.`;
}
