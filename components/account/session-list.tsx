import type { FormAction } from "#lib/web/form-action.ts";
import { ActionButton } from "../forms/action-button.tsx";
import { dateTime } from "../report/format.ts";
import { Badge } from "../ui/badge.tsx";

export interface SessionRow {
  readonly id: string;
  readonly device: string | null;
  /** ISO 8601. */
  readonly createdAt: string;
  readonly seenAt: string;
  readonly current: boolean;
}

interface SessionListProps {
  readonly sessions: readonly SessionRow[];
  readonly endSession: FormAction;
}

/** Where the account is signed in. */
export const SessionList = ({ sessions, endSession }: SessionListProps) => (
  <ul className="mt-4 border-t border-hairline">
    {sessions.map(({ id, device, createdAt, seenAt, current }) => (
      <li
        key={id}
        className="flex flex-wrap items-center justify-between gap-x-6 gap-y-2 border-b border-hairline py-3"
      >
        <div className="min-w-0">
          <p className="flex flex-wrap items-center gap-2 font-medium">
            {device ?? "An unknown browser"}
            {current ? <Badge>this one</Badge> : null}
          </p>
          <p className="text-13 text-ink-3">
            Signed in on {dateTime(createdAt)} · last used on {dateTime(seenAt)}
          </p>
        </div>
        {current ? null : (
          <ActionButton
            action={endSession}
            fields={{ id }}
            size="small"
            label={`Sign out ${device ?? "an unknown browser"}`}
          >
            Sign out
          </ActionButton>
        )}
      </li>
    ))}
  </ul>
);
