import type { PastScan } from "#lib/web/scan-history.ts";
import { cn } from "../ui/class-names.ts";
import { dateTime } from "./format.ts";

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
  readonly small?: boolean;
  readonly className?: string;
}

/** The cells alone. */
export const HistoryCells = ({ scans, current, small = false, className }: HistoryCellsProps) => (
  <ol className={cn("flex flex-wrap", small ? "gap-1" : "gap-1.5", className)}>
    {scans.map(scan => (
      <li key={scan.id}>
        <Cell scan={scan} isCurrent={scan.id === current} small={small} />
      </li>
    ))}
  </ol>
);

const Cell = ({ scan, isCurrent, small }: { scan: PastScan; isCurrent: boolean; small: boolean }) => (
  <a
    href={`/scans/${scan.id}`}
    aria-current={isCurrent ? "page" : undefined}
    title={dateTime(scan.at)}
    className={cn(
      "grid place-items-center border font-semibold transition-colors",
      small ? "size-7 rounded-sm text-13" : "size-10 rounded-md text-15",
      isCurrent ? "border-accent bg-accent-soft" : "border-hairline hover:border-edge",
      scan.letter === null && "hatched text-unknown",
    )}
  >
    {scan.letter ?? "?"}
    <span className="sr-only">
      {scan.letter === null ? "no grade" : ""} on {dateTime(scan.at)}
    </span>
  </a>
);
