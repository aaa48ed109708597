import type { FormAction } from "#lib/web/form-action.ts";
import { count, dateOnly } from "../report/format.ts";
import { ForeignText } from "../ui/foreign-text.tsx";
import { RevokeButton } from "./revoke-button.tsx";

export interface ShareRow {
  readonly id: string;
  readonly note: string | null;
  /** ISO 8601. */
  readonly createdAt: string;
  readonly expiresAt: string;
  readonly uses: number;
  readonly state: "open" | "expired" | "withdrawn";
}

interface ShareListProps {
  /** Id of the scan or bounce. */
  readonly report: string;
  readonly links: readonly ShareRow[];
  readonly action: FormAction;
}

/** The links this browser has made to the report. */
export function ShareList({ report, links, action }: ShareListProps) {
  if (links.length === 0) return null;
  return (
    <section aria-labelledby="links" className="mt-16 max-w-2xl">
      <h2 id="links" className="text-21">
        Links to this report
      </h2>
      <ul className="mt-3 border-t border-hairline">
        {links.map(link => (
          <li
            key={link.id}
            className="flex flex-wrap items-center justify-between gap-x-6 gap-y-2 border-b border-hairline py-3"
          >
            <div className="min-w-0">
              <p className={link.state === "open" ? "font-medium" : "text-ink-3"}>
                Made on {dateOnly(link.createdAt)}, {STATES[link.state](link)}
              </p>
              <p className="text-13 text-ink-3">
                {link.uses === 0 ? "Not opened yet" : `Opened ${count(link.uses, "time")}`}
                {link.note === null ? null : (
                  <>
                    {" · "}
                    <ForeignText text={link.note} lines />
                  </>
                )}
              </p>
            </div>
            {link.state === "open" ? <RevokeButton id={link.id} report={report} action={action} /> : null}
          </li>
        ))}
      </ul>
    </section>
  );
}

const STATES = {
  open: (link: ShareRow) => `works until ${dateOnly(link.expiresAt)}`,
  expired: (link: ShareRow) => `expired on ${dateOnly(link.expiresAt)}`,
  withdrawn: () => "withdrawn",
} as const;
