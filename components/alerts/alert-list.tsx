import type { AlertRow, DeliveryRow } from "#lib/web/alert-view/alert-rows.ts";
import { dateTime } from "../report/format.ts";
import { cn } from "../ui/class-names.ts";
import { ForeignText } from "../ui/foreign-text.tsx";
import { StatusGlyph } from "../ui/status.tsx";

/** The newest alerts: what they said, and how each went to where it was to go. */
export const AlertList = ({ rows }: { rows: readonly AlertRow[] }) =>
  rows.length === 0 ? (
    <p className="mt-2 max-w-[62ch] text-ink-2">
      Nothing yet. An alert appears here when something changes in a domain that you watch.
    </p>
  ) : (
    <ol className="mt-4 border-t border-hairline">
      {rows.map(row => (
        <li key={row.id} className="border-b border-hairline py-4">
          <p className="flex flex-wrap items-baseline justify-between gap-x-4">
            <Domain row={row} />
            <time dateTime={row.at} className="text-13 text-ink-3">
              {dateTime(row.at)}
            </time>
          </p>
          <ul className="mt-1 grid gap-0.5">
            {row.lines.map((line, at) => (
              <li key={at} className="flex items-start gap-2 text-ink-2">
                <StatusGlyph status={statusOf(row, line.direction)} className="mt-1 shrink-0" />
                <span className="min-w-0">
                  <span className="sr-only">{row.kind === "changed" ? WORDS[line.direction] : null}</span>
                  <ForeignText text={line.text} />
                </span>
              </li>
            ))}
          </ul>
          <ul className="mt-2 grid gap-0.5 text-13 text-ink-3">
            {row.deliveries.length === 0 ? <li>Nobody was told: no channel was on.</li> : null}
            {row.deliveries.map(delivery => (
              <Delivery key={delivery.to} delivery={delivery} />
            ))}
          </ul>
        </li>
      ))}
    </ol>
  );

const Domain = ({ row: { domain, href } }: { row: AlertRow }) =>
  href === null ? (
    <span className="font-mono text-15 break-all">{domain}</span>
  ) : (
    <a href={href} className="font-mono text-15 break-all hover:text-accent">
      {domain}
    </a>
  );

const Delivery = ({ delivery: { to, fate, words } }: { delivery: DeliveryRow }) => (
  <li className={cn(fate === "lost" && "font-medium text-fail")}>
    <ForeignText text={to} />: <ForeignText text={words} />
  </li>
);

const statusOf = ({ kind }: AlertRow, direction: AlertRow["lines"][number]["direction"]) =>
  kind === "unverifiable" ? "inconclusive" : STATUSES[direction];

const STATUSES = { worse: "warn", better: "pass", other: "info" } as const;
const WORDS = { worse: "Worse: ", better: "Better: ", other: "Changed: " } as const;
