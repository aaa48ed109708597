import type { Letter } from "#lib/scan/grade.ts";
import { HistoryMark } from "../account/history-mark.tsx";
import { ForeignText } from "../ui/foreign-text.tsx";

interface WatchedStandingProps {
  readonly scan: { readonly id: string; readonly grade: Letter | null } | null;
  readonly unicode: string | null;
  readonly schedule: string;
  /** What can be done. */
  readonly children: React.ReactNode;
}

/** How a watched domain stands, when it is looked at, and what can be done about that. */
export const WatchedStanding = ({ scan, unicode, schedule, children }: WatchedStandingProps) => (
  <div className="mt-4 flex flex-wrap items-start justify-between gap-x-6 gap-y-4">
    <div className="flex min-w-0 gap-4">
      <HistoryMark kind="scan" letter={scan?.grade ?? null} />
      <div className="min-w-0">
        <p className="flex flex-wrap gap-x-3">
          {scan === null ? (
            "No report yet"
          ) : (
            <a href={`/scans/${scan.id}`} className="prose-link">
              {scan.grade === null ? "No grade" : `Grade ${scan.grade}`}, the report
            </a>
          )}
          {unicode === null ? null : (
            <span className="text-ink-2">
              <ForeignText text={unicode} />
            </span>
          )}
        </p>
        <p className="text-13 text-ink-3">{schedule}</p>
      </div>
    </div>
    <div className="no-print flex flex-wrap gap-2">{children}</div>
  </div>
);
