import type { ScanView } from "#lib/web/scan-view/scan-view.ts";
import { Badge } from "../ui/badge.tsx";
import { ForeignText } from "../ui/foreign-text.tsx";
import { GradeRing } from "./grade-ring.tsx";
import { MeasuredLine } from "./measured-line.tsx";

interface VerdictHeaderProps {
  readonly scan: Pick<ScanView, "domain" | "unicode" | "sample" | "verdict" | "grade" | "measured">;
  readonly actions?: React.ReactNode;
  /** A paragraph where the report is only a picture. */
  readonly as?: "h1" | "p";
}

/** The verdict in one sentence, the grade, and when and how it was measured. */
export function VerdictHeader({ scan, actions, as: Heading = "h1" }: VerdictHeaderProps) {
  return (
    <header className="pt-8 sm:pt-12">
      <p className="flex flex-wrap items-center gap-x-3 gap-y-1 font-mono text-15 text-ink-2">
        <span className="break-all">
          <ForeignText text={scan.domain} />
        </span>
        {scan.unicode === null ? null : (
          <span className="break-all text-ink-3">
            (<ForeignText text={scan.unicode} />)
          </span>
        )}
        {scan.sample ? <Badge className="font-sans">sample</Badge> : null}
      </p>
      <div className="mt-3 grid gap-8 sm:grid-cols-[minmax(0,1fr)_auto] sm:gap-12">
        <div>
          <Heading className="max-w-[24ch] text-28 font-semibold tracking-[-0.022em] text-balance sm:text-40">
            <Sentence text={scan.verdict.sentence} domain={scan.domain} />
          </Heading>
          {scan.verdict.addition === null ? null : (
            <p className="mt-4 max-w-[62ch] text-17 text-ink-2">
              <ForeignText text={scan.verdict.addition} />
            </p>
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

/** The domain in the sentence, with the mark that follows it, breaks only when it is longer than a line. */
function Sentence({ text, domain }: { text: string; domain: string }) {
  return text.split(domain).flatMap((part, at) => {
    const mark = at === 0 ? "" : (/^[.,:;]*/u.exec(part)?.[0] ?? "");
    const whole = (
      <span key={at} className="inline-block max-w-full align-top [overflow-wrap:anywhere]">
        <ForeignText text={domain} />
        {mark}
      </span>
    );
    return at === 0 ? [part] : [whole, part.slice(mark.length)];
  });
}
