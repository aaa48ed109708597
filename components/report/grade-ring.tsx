import type { Status } from "#lib/scan/finding.ts";
import type { GradeView } from "#lib/web/scan-view/scan-view.ts";
import { STATUS_INK } from "../ui/status.tsx";

/**
 * The letter in a ring of one mark per result, in the colours of their statuses. What was not measured is
 * left open, so that a grade never looks more certain than it is.
 */
export function GradeRing({ grade }: { grade: GradeView }) {
  const { letter, done, of } = grade;
  const coverage = done === of ? `all ${of} results measured` : `${done} of ${of} results measured`;
  return (
    <figure className="flex items-center gap-5 sm:w-36 sm:flex-col sm:gap-3 sm:pt-1 sm:text-center">
      <svg
        viewBox="0 0 132 132"
        role="img"
        aria-label={`${letter === null ? "No grade" : `Grade ${letter}`}, ${coverage}`}
        className="size-28 shrink-0 sm:size-33"
      >
        <g transform="rotate(-90 66 66)" fill="none" strokeWidth="9">
          {arcs(grade).map(({ status, dashes, offset }) => (
            <circle
              key={status}
              cx="66"
              cy="66"
              r="60"
              pathLength={MARKS * 10}
              strokeDasharray={dashes}
              strokeDashoffset={-offset}
              stroke="currentColor"
              strokeWidth={status === "inconclusive" ? 1.5 : 9}
              className={status === "warn" ? "text-warn-shape" : STATUS_INK[status]}
            />
          ))}
        </g>
        <text
          x="66"
          y={letter === null ? 72 : 85}
          textAnchor="middle"
          className="fill-ink font-sans font-semibold"
          fontSize={letter === null ? 17 : 54}
          letterSpacing={letter === null ? 0 : -2}
        >
          {letter ?? "no grade"}
        </text>
      </svg>
      <figcaption className="text-13 text-ink-3 tabular-nums">
        {done} of {of} results measured
        {grade.reason === null ? null : <span className="mt-1 block text-unknown">{grade.reason}</span>}
      </figcaption>
    </figure>
  );
}

/** Marks around the ring; results share them in proportion. */
const MARKS = 60;
const ORDER: readonly Status[] = ["pass", "info", "warn", "fail", "inconclusive"];

interface Arc {
  readonly status: Status;
  readonly dashes: string;
  readonly offset: number;
}

/** One dashed circle a status, each beginning where the one before it ends. Lengths in tenths of a mark. */
function arcs(grade: GradeView): readonly Arc[] {
  const shares = ORDER.map(status => ({ status, share: grade.counts[status] }));
  const total = shares.reduce((sum, { share }) => sum + share, 0);
  if (total === 0) return [arc("inconclusive", 0, MARKS)];
  let before = 0;
  return shares.flatMap(({ status, share }) => {
    const from = Math.round((MARKS * before) / total);
    before += share;
    // Whatever was found shows at least as one mark: a single failure must not round away.
    const to = Math.max(Math.round((MARKS * before) / total), from + (share > 0 ? 1 : 0));
    return share === 0 ? [] : [arc(status, from, to)];
  });
}

function arc(status: Status, from: number, to: number): Arc {
  const marks = Array.from({ length: to - from - 1 }, () => "7 3");
  return { status, dashes: [...marks, `7 ${(MARKS - (to - from)) * 10 + 3}`].join(" "), offset: from * 10 };
}
