import type { WatchedRow } from "#lib/web/watch-view/watched-rows.ts";
import { HistoryMark } from "../account/history-mark.tsx";
import { Badge } from "../ui/badge.tsx";
import { ForeignText } from "../ui/foreign-text.tsx";
import { HostName } from "../ui/host-name.tsx";
import { StatusGlyph } from "../ui/status.tsx";
import { LookStrip } from "./look-strip.tsx";

/** The watched domains: how each stands, what changed last, and the looks before. */
export const WatchedList = ({ rows }: { rows: readonly WatchedRow[] }) => (
  <ul className="mt-6 border-t border-hairline">
    {rows.map(row => (
      <li key={row.id} className="flex flex-wrap gap-x-6 gap-y-2 border-b border-hairline py-4">
        <div className="flex min-w-0 grow basis-80 gap-4">
          <HistoryMark kind="scan" letter={row.letter} />
          <div className="min-w-0">
            <p className="flex flex-wrap items-center gap-x-2.5">
              <a href={row.href} className="font-mono text-15 hover:text-accent">
                <HostName name={row.domain} />
              </a>
              {row.unicode === null ? null : (
                <span className="text-13 text-ink-3">
                  <ForeignText text={row.unicode} />
                </span>
              )}
              {row.proof === "proven" ? <Badge>control proven</Badge> : null}
            </p>
            {row.lastChange === null ? null : (
              <p className="mt-0.5">
                <ForeignText text={row.lastChange} />
              </p>
            )}
            {row.trouble === null ? null : (
              <p className="mt-0.5 flex items-start gap-1.5 text-unknown">
                <StatusGlyph status="inconclusive" className="mt-1 shrink-0" />
                {row.trouble}
              </p>
            )}
            <p className="mt-0.5 text-13 text-ink-3">
              {row.standing} · {row.schedule}
            </p>
          </div>
        </div>
        {row.looks.length < 2 ? null : (
          <LookStrip looks={row.looks} className="no-print shrink-0 items-center pl-13 sm:pl-0" />
        )}
      </li>
    ))}
  </ul>
);
