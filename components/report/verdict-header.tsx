import type { ScanView } from "#lib/web/scan-view/scan-view.ts";
import { Badge } from "../ui/badge.tsx";
import { ForeignText } from "../ui/foreign-text.tsx";
import { GradeRing } from "./grade-ring.tsx";
import { MeasuredLine } from "./measured-line.tsx";

/** The verdict in one sentence, the grade, and when and how it was measured. */
export function VerdictHeader({ scan, actions }: { scan: ScanView; actions?: React.ReactNode }) {
  return (
    <header className="pt-8 sm:pt-12">
      <p className="flex flex-wrap items-center gap-x-3 gap-y-1 font-mono text-15 text-ink-2">
        <span className="break-all">{scan.domain}</span>
        {scan.unicode === null ? null : (
          <span className="break-all text-ink-3">
            (<ForeignText text={scan.unicode} />)
          </span>
        )}
        {scan.sample ? <Badge className="font-sans">sample</Badge> : null}
      </p>
      <div className="mt-3 grid gap-8 sm:grid-cols-[minmax(0,1fr)_auto] sm:gap-12">
        <div>
          <h1 className="max-w-[24ch] text-28 tracking-[-0.022em] sm:text-40">{scan.verdict.sentence}</h1>
          {scan.verdict.addition === null ? null : (
            <p className="mt-4 max-w-[62ch] text-17 text-ink-2">{scan.verdict.addition}</p>
          )}
        </div>
        <GradeRing grade={scan.grade} />
      </div>
      <div className="mt-8 flex flex-wrap items-center justify-between gap-x-8 gap-y-4 border-t border-hairline pt-4">
        <MeasuredLine measured={scan.measured} />
        {actions}
      </div>
    </header>
  );
}
