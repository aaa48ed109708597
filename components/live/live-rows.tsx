import type { LiveFinding } from "#lib/web/live-news.ts";
import { ForeignText } from "../ui/foreign-text.tsx";
import { STATUS_WORDS, StatusGlyph } from "../ui/status.tsx";

/** Checks as they finish. */
export function LiveRows({ rows }: { rows: readonly LiveFinding[] }) {
  return (
    <ul className="mt-6 border-t border-hairline" aria-live="off">
      {rows.map(row => (
        <li
          key={row.check}
          className="grid animate-arrive grid-cols-[1rem_minmax(0,1fr)] gap-x-3 border-b border-hairline px-1 py-2.5"
        >
          <StatusGlyph status={row.status} className="mt-0.75" />
          <span className="min-w-0 gap-x-6 md:grid md:grid-cols-[minmax(0,5fr)_minmax(0,7fr)]">
            <span className="block text-ink-2 max-md:text-13">{row.question}</span>
            <span className="block font-medium">
              <span className="sr-only">{STATUS_WORDS[row.status]}: </span>
              <ForeignText text={row.title} />
            </span>
          </span>
        </li>
      ))}
    </ul>
  );
}
