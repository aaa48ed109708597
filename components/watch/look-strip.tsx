import type { PastScan } from "#lib/web/scan-history.ts";
import { dateTime } from "../report/format.ts";
import { cn } from "../ui/class-names.ts";

/** The last looks over a domain in little, oldest first. */
export const LookStrip = ({ looks, className }: { looks: readonly PastScan[]; className?: string }) => (
  <ol aria-label="Looks before" className={cn("flex gap-1", className)}>
    {looks.map(({ id, at, letter }) => (
      <li key={id}>
        <a
          href={`/scans/${id}`}
          title={dateTime(at)}
          className={cn(
            "grid size-7 place-items-center rounded-sm border border-hairline text-13 font-medium text-ink-2 transition-colors hover:border-edge hover:text-ink",
            letter === null && "hatched text-unknown",
          )}
        >
          {letter ?? "?"}
          <span className="sr-only">
            {letter === null ? ", no grade," : ""} on {dateTime(at)}
          </span>
        </a>
      </li>
    ))}
  </ol>
);
