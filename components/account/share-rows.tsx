import type { FormAction } from "#lib/web/form-action.ts";
import type { AccountShareRow } from "#lib/web/share-rows.ts";
import { ActionButton } from "../forms/action-button.tsx";
import { count, dateOnly, dateTime } from "../report/format.ts";
import { ForeignText } from "../ui/foreign-text.tsx";

/** The links somebody has made, and whether they were used. */
export const ShareRows = ({ rows, action }: { rows: readonly AccountShareRow[]; action: FormAction }) => (
  <ul className="mt-6 border-t border-hairline">
    {rows.map(row => (
      <li
        key={row.id}
        className="flex flex-wrap items-center justify-between gap-x-6 gap-y-2 border-b border-hairline py-3"
      >
        <div className="min-w-0">
          <p className="flex flex-wrap items-baseline gap-x-2">
            <a href={row.href} className="font-mono text-15 break-all hover:text-accent">
              {row.title}
            </a>
            <span className={row.state === "open" ? "text-ink-2" : "text-ink-3"}>
              {STATES[row.state](row)}
            </span>
          </p>
          <p className="text-13 text-ink-3">
            Made on {dateOnly(row.createdAt)} ·{" "}
            {row.lastUsedAt === null
              ? "not opened yet"
              : `opened ${count(row.uses, "time")}, last on ${dateTime(row.lastUsedAt)}`}
          </p>
          {row.note === null ? null : (
            <p className="mt-1 max-w-[62ch] text-13 text-ink-2">
              <ForeignText text={row.note} />
            </p>
          )}
        </div>
        {row.state === "open" ? (
          <ActionButton
            action={action}
            fields={{ id: row.id }}
            size="small"
            label={`Withdraw the link to ${row.title}`}
          >
            Withdraw
          </ActionButton>
        ) : null}
      </li>
    ))}
  </ul>
);

const STATES = {
  open: ({ expiresAt }: AccountShareRow) => `works until ${dateOnly(expiresAt)}`,
  expired: ({ expiresAt }: AccountShareRow) => `expired on ${dateOnly(expiresAt)}`,
  withdrawn: () => "withdrawn",
} as const;
