"use client";

import { useActionState } from "react";
import type { FormAction } from "#lib/web/form-action.ts";
import type { HistoryRow } from "#lib/web/history-rows.ts";
import { Refusal } from "../forms/refusal.tsx";
import { Button } from "../ui/button.tsx";
import { HistoryMark } from "./history-mark.tsx";

interface HistoryListProps {
  readonly rows: readonly HistoryRow[];
  readonly action: FormAction;
}

/** What somebody asked for, each with a box to choose it for deletion. */
export function HistoryList({ rows, action }: HistoryListProps) {
  const [state, submit, pending] = useActionState(action, { status: "idle" });
  return (
    <form action={submit} className="mt-6">
      <ul className="border-t border-hairline">
        {rows.map(row => (
          <li key={row.name} className="flex items-center gap-3 border-b border-hairline sm:gap-4">
            <label className="-ml-2 grid size-11 shrink-0 cursor-pointer place-items-center">
              <input type="checkbox" name="item" value={row.name} className="size-4" />
              <span className="sr-only">Choose {row.title}</span>
            </label>
            <HistoryMark {...row.mark} />
            <a href={row.href} className="group min-w-0 grow py-3">
              <span className="block truncate font-mono text-15 group-hover:text-accent">{row.title}</span>
              <span className="block text-13 text-ink-3">
                {row.words} · {row.note}
              </span>
            </a>
          </li>
        ))}
      </ul>
      <div className="mt-4 flex flex-wrap items-center gap-4">
        <Button type="submit" size="small" disabled={pending}>
          {pending ? "Deleting" : "Delete what is chosen"}
        </Button>
        <Refusal state={state} />
      </div>
    </form>
  );
}
