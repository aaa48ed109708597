import type { Letter } from "#lib/scan/grade.ts";
import { cn } from "../ui/class-names.ts";
import { dateTime } from "./format.ts";

export interface HistoryCell {
  readonly id: string;
  /** ISO 8601, UTC. */
  readonly at: string;
  readonly letter: Letter | null;
}

/** One cell a scan, oldest first; the one being read is marked. */
export function HistoryStrip({ scans, current }: { scans: readonly HistoryCell[]; current: string }) {
  if (scans.length < 2) return null;
  return (
    <section aria-labelledby="history" className="no-print mt-20">
      <h2 id="history" className="text-21">
        Earlier scans
      </h2>
      <ol className="mt-4 flex flex-wrap gap-1.5">
        {scans.map(scan => (
          <li key={scan.id}>
            <a
              href={`/scans/${scan.id}`}
              aria-current={scan.id === current ? "page" : undefined}
              title={dateTime(scan.at)}
              className={cn(
                "grid size-10 place-items-center rounded-md border text-15 font-semibold transition-colors",
                scan.id === current ? "border-accent bg-accent-soft" : "border-hairline hover:border-edge",
                scan.letter === null && "hatched text-unknown",
              )}
            >
              {scan.letter ?? "?"}
              <span className="sr-only">
                {scan.letter === null ? "no grade" : ""} on {dateTime(scan.at)}
              </span>
            </a>
          </li>
        ))}
      </ol>
    </section>
  );
}
