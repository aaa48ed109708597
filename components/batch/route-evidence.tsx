import type { RouteNotes } from "#lib/web/batch-view/batch-view.ts";
import { count } from "../report/format.ts";
import { ForeignText } from "../ui/foreign-text.tsx";
import { HostName } from "../ui/host-name.tsx";

/** What today's MX records did to the failures of one cause, and where they have yet to be asked about. */
export const RouteEvidence = ({ notes }: { notes: RouteNotes }) => (
  <div className="mt-3 border-l-2 border-hairline pl-3 text-13">
    {notes.sentences.map(words => (
      <p key={words} className="max-w-[68ch] text-ink-2">
        {words}
      </p>
    ))}
    {notes.unmeasured ? (
      <p className="no-print mt-1">
        <a href="#domains" className="prose-link">
          Have them measured
        </a>
      </p>
    ) : null}
    {notes.rows.length === 0 ? null : (
      <ul className="mt-2 grid gap-1.5">
        {notes.rows.map(({ domain, failures, words, href }) => (
          <li key={`${domain} ${words}`}>
            <span className="font-mono">
              <HostName name={domain} />
            </span>
            <span className="text-ink-3 tabular-nums"> · {count(failures, "failure")} · </span>
            <ForeignText text={words} />
            {href === null ? null : (
              <>
                {" "}
                <a href={href} className="prose-link">
                  Scan<span className="sr-only"> of {domain}</span>
                </a>
              </>
            )}
          </li>
        ))}
      </ul>
    )}
    {notes.more === 0 ? null : (
      <p className="mt-1.5 text-ink-3">{count(notes.more, "more domain", "more domains")} not shown.</p>
    )}
  </div>
);
