import type { PastScan } from "#lib/web/scan-history.ts";
import { cn } from "../ui/class-names.ts";
import { dateTime, dayMonth } from "./format.ts";

interface HistoryStripProps {
  /** Oldest first, the one being read among them. */
  readonly scans: readonly PastScan[];
  readonly current: string;
}

/** One cell a scan; the one being read is marked. Leads to what has changed since the one before. */
export function HistoryStrip({ scans, current }: HistoryStripProps) {
  const before = scans[scans.findIndex(scan => scan.id === current) - 1];
  if (scans.length < 2) return null;
  return (
    <section aria-labelledby="history" className="no-print mt-20">
      <h2 id="history" className="text-21">
        Your scans of this domain
      </h2>
      <HistoryCells scans={scans} current={current} className="mt-4" />
      {before === undefined ? null : (
        <p className="mt-4">
          <a href={`/scans/${current}/changes/${before.id}`} className="prose-link">
            What changed since {dateTime(before.at)}
          </a>
        </p>
      )}
    </section>
  );
}

interface HistoryCellsProps {
  /** Oldest first. */
  readonly scans: readonly PastScan[];
  readonly current?: string;
  readonly className?: string;
}

/** The cells alone. */
export const HistoryCells = ({ scans, current, className }: HistoryCellsProps) => (
  <ol className={cn("flex flex-wrap gap-1.5", className)}>
    {scans.map(scan => (
      <li key={scan.id}>
        <Cell scan={scan} isCurrent={scan.id === current} />
      </li>
    ))}
  </ol>
);

const Cell = ({ scan, isCurrent }: { scan: PastScan; isCurrent: boolean }) => (
  <a
    href={`/scans/${scan.id}`}
    aria-current={isCurrent ? "page" : undefined}
    title={dateTime(scan.at)}
    className="group grid justify-items-center gap-1"
  >
    <span
      className={cn(
        "grid h-10 w-12 place-items-center rounded-md border text-15 font-semibold transition-colors",
        isCurrent ? "border-accent bg-accent-soft" : "border-hairline group-hover:border-edge",
        scan.letter === null && "hatched text-unknown",
      )}
    >
      {scan.letter ?? "?"}
      {scan.letter === null ? <span className="sr-only">no grade</span> : null}
    </span>
    <span className="sr-only">on {dateTime(scan.at)}</span>
    <span aria-hidden="true" className={cn("text-13 tabular-nums", isCurrent ? "text-ink" : "text-ink-3")}>
      {dayMonth(scan.at)}
    </span>
  </a>
);
