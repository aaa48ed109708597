"use client";

import { useActionState } from "react";
import type { FormAction } from "#lib/web/form-action.ts";
import type { IntervalChoice } from "#lib/web/watch-view/interval-words.ts";
import { Refusal } from "../forms/refusal.tsx";
import { Button } from "../ui/button.tsx";
import { IntervalField } from "./interval-field.tsx";

interface IntervalFormProps {
  readonly id: string;
  readonly action: FormAction;
  readonly intervals: readonly IntervalChoice[];
  readonly current: number;
}

/** How often a domain is looked at. */
export function IntervalForm({ id, action, intervals, current }: IntervalFormProps) {
  const [state, submit, pending] = useActionState(action, { status: "idle" });
  return (
    <form action={submit} className="flex flex-wrap items-end gap-2">
      <input type="hidden" name="id" value={id} />
      <IntervalField label="Look at it" intervals={intervals} chosen={current} />
      <Button type="submit" disabled={pending}>
        {pending ? "Saving" : "Save"}
      </Button>
      <Refusal state={state} />
    </form>
  );
}
