import type { ChannelAction, ChannelRow } from "#lib/web/alert-view/channel-rows.ts";
import type { FormAction } from "#lib/web/form-action.ts";
import { Badge } from "../ui/badge.tsx";
import { Disclosure } from "../ui/disclosure.tsx";
import { ForeignText } from "../ui/foreign-text.tsx";
import { STATUS_INK, StatusGlyph } from "../ui/status.tsx";
import { cn } from "../ui/class-names.ts";
import { ChannelButton } from "./channel-button.tsx";

interface ChannelListProps {
  readonly rows: readonly ChannelRow[];
  readonly actions: Readonly<Record<ChannelAction, FormAction>>;
}

const LABELS: Readonly<Record<ChannelAction, string>> = {
  test: "Send a test",
  off: "Switch off",
  on: "Switch on",
  ask: "Ask again",
  secret: "New secret",
  remove: "Remove",
};

/** Where alerts go, how each of these is doing, and what can be done about it. */
export const ChannelList = ({ rows, actions }: ChannelListProps) => (
  <ul className="mt-4 border-t border-hairline">
    {rows.map(row => (
      <li key={row.id} className="border-b border-hairline py-4">
        <p className="flex flex-wrap items-center gap-x-2.5 gap-y-1">
          <span
            className={cn("min-w-0 font-medium break-all", row.kind === "webhook" && "font-mono text-13")}
          >
            <ForeignText text={row.target} />
          </span>
          {row.kind === "own" ? <Badge>your address</Badge> : null}
        </p>
        <p className={cn("mt-1 flex items-start gap-1.5 text-13 font-medium", STATUS_INK[row.status])}>
          <StatusGlyph status={row.status} className="mt-0.5 shrink-0" />
          {row.state}
        </p>
        {row.trouble === null ? null : (
          <p className="mt-1 text-13 text-ink-2">
            <ForeignText text={row.trouble} />
          </p>
        )}
        {row.lastDelivery === null ? null : <p className="mt-0.5 text-13 text-ink-3">{row.lastDelivery}</p>}
        {row.answer === null ? null : (
          <Disclosure summary="What it answered last" className="mt-1.5">
            <pre
              tabIndex={0}
              className="overflow-x-auto rounded-md bg-sunken px-3 py-2 text-13 whitespace-pre-wrap"
            >
              <ForeignText text={row.answer} />
            </pre>
          </Disclosure>
        )}
        <div className="no-print mt-3 flex flex-wrap items-start gap-2">
          {row.actions.map(action => (
            <ChannelButton
              key={action}
              action={actions[action]}
              id={row.id}
              label={`${LABELS[action]}: ${row.target}`}
              quiet={action === "remove"}
            >
              {LABELS[action]}
            </ChannelButton>
          ))}
        </div>
      </li>
    ))}
  </ul>
);
