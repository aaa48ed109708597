import type { TimelineEntry } from "#lib/web/watch-view/timeline.ts";
import { dateTime } from "../report/format.ts";
import { DIRECTION_STATUS, DIRECTION_WORDS } from "../changes/directions.ts";
import { cn } from "../ui/class-names.ts";
import { ForeignText } from "../ui/foreign-text.tsx";
import { StatusGlyph } from "../ui/status.tsx";

/** What changed, the newest first. What is not confirmed looks like something that is not known. */
export const Timeline = ({ entries }: { entries: readonly TimelineEntry[] }) => (
  <ol className="mt-5">
    {entries.map(entry => (
      <li key={entry.id} className="group relative border-l border-hairline pb-8 pl-6 last:pb-0">
        <i
          aria-hidden="true"
          className={cn(
            "absolute top-1.5 -left-[5px] size-[9px] rounded-full border",
            entry.state === "confirmed" ? "border-ink-3 bg-ink-3" : "border-dashed border-edge bg-paper",
          )}
        />
        <time dateTime={entry.at} className="text-13 text-ink-3">
          {dateTime(entry.at)}
        </time>
        <ul className="mt-1 grid gap-1.5">
          {entry.lines.map((line, at) => (
            <li
              key={at}
              className={cn("flex items-start gap-2.5", entry.state === "dismissed" && "text-ink-3")}
            >
              <StatusGlyph status={GLYPHS[line.standing]} className="mt-1 shrink-0" />
              <span className="min-w-0 [overflow-wrap:anywhere]">
                <span className="sr-only print:not-sr-only">{`${WORDS[line.standing]}: `}</span>
                <ForeignText text={line.text} />
                {line.note === null ? null : <span className="text-ink-3"> ({line.note})</span>}
              </span>
            </li>
          ))}
        </ul>
        <p className={cn("mt-1.5 text-13", entry.state === "unconfirmed" ? "text-unknown" : "text-ink-3")}>
          {entry.words}
        </p>
        <p className="no-print mt-1 flex flex-wrap gap-x-4 text-13">
          {entry.comparison === null ? null : (
            <a href={entry.comparison} className="prose-link py-1">
              Compare
            </a>
          )}
          {entry.before === null ? null : (
            <a href={entry.before} className="prose-link py-1">
              Report before
            </a>
          )}
          <a href={entry.after} className="prose-link py-1">
            Report after
          </a>
        </p>
      </li>
    ))}
  </ol>
);

const GLYPHS = {
  ...DIRECTION_STATUS,
  unconfirmed: "inconclusive",
  dropped: "not-applicable",
} as const;
const WORDS = {
  ...DIRECTION_WORDS,
  unconfirmed: "Unconfirmed",
  dropped: "Not confirmed",
} as const;
