import type { GroupRow, GroupView } from "#lib/web/batch-view/batch-view.ts";
import { cn } from "../ui/class-names.ts";
import { count, thousands } from "../report/format.ts";
import { ForeignText } from "../ui/foreign-text.tsx";
import { ShareBar } from "./share-bar.tsx";

/** The failures by domain, mail system and code. Every value is a link to only its failures. */
export const GroupLists = ({ groups }: { groups: readonly GroupView[] }) => (
  <div className="mt-16 grid gap-x-10 gap-y-14 lg:grid-cols-3 print:grid-cols-3">
    {groups.map(group => (
      <section key={group.id} aria-labelledby={`by-${group.id}`} className="min-w-0 break-inside-avoid">
        <h2 id={`by-${group.id}`} className="text-17">
          {group.title}
        </h2>
        <ul className="mt-3 border-t border-hairline">
          {group.rows.map(row => (
            <Row key={row.href} row={row} mono={group.mono} />
          ))}
        </ul>
        {group.more === 0 ? null : (
          <p className="mt-2 text-13 text-ink-3">
            {count(group.more, "smaller one is", "smaller ones are")} not shown.
          </p>
        )}
      </section>
    ))}
  </div>
);

const Row = ({ row, mono }: { row: GroupRow; mono: boolean }) => (
  <li className="border-b border-hairline px-1 py-2">
    <div className="flex items-baseline justify-between gap-4">
      <a
        href={row.href}
        className={cn(
          "min-w-0 rounded-sm [overflow-wrap:anywhere] hover:text-accent",
          mono && "font-mono text-13",
        )}
      >
        <ForeignText text={row.label} />
      </a>
      <span className="flex shrink-0 items-baseline gap-3 tabular-nums">
        {row.about === null ? null : (
          <a href={row.about} className="prose-link no-print text-13">
            meaning
            <span className="sr-only"> of {row.label}</span>
          </a>
        )}
        {thousands(row.failures)}
      </span>
    </div>
    <ShareBar share={row.share} className="mt-1.5 max-w-none" />
  </li>
);
