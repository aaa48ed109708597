import type { Status } from "#lib/scan/finding.ts";
import type { AlertRow, DeliveryRow } from "#lib/web/alert-view/alert-rows.ts";
import { DIRECTION_STATUS, DIRECTION_WORDS } from "../changes/directions.ts";
import { dateTime } from "../report/format.ts";
import { cn } from "../ui/class-names.ts";
import { ForeignText } from "../ui/foreign-text.tsx";
import { STATUS_INK, STATUS_WORDS, StatusGlyph } from "../ui/status.tsx";

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
              <Line
                key={at}
                status={statusOf(row, line.direction)}
                word={wordOf(row, line.direction)}
                text={line.text}
              />
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

const Line = ({ status, word, text }: { status: Status; word: string; text: string }) => (
  <li className="flex items-start gap-2">
    <StatusGlyph status={status} className="mt-1 shrink-0" />
    <span className="min-w-0">
      <span className={cn("text-13 font-medium", STATUS_INK[status])}>{word}</span>{" "}
      <ForeignText text={text} />
    </span>
  </li>
);

type Direction = AlertRow["lines"][number]["direction"];

const statusOf = ({ kind }: AlertRow, direction: Direction): Status =>
  kind === "unverifiable" ? "inconclusive" : DIRECTION_STATUS[direction];

const wordOf = ({ kind }: AlertRow, direction: Direction): string =>
  kind === "unverifiable" ? STATUS_WORDS.inconclusive : DIRECTION_WORDS[direction];
