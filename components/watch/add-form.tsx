"use client";

import { useActionState } from "react";
import type { FormAction } from "#lib/web/form-action.ts";
import type { IntervalChoice } from "#lib/web/watch-view/interval-words.ts";
import { Refusal } from "../forms/refusal.tsx";
import { Button } from "../ui/button.tsx";
import { describing, Field, TextArea } from "../ui/field.tsx";
import { AddAnswers } from "./add-answers.tsx";
import { IntervalField } from "./interval-field.tsx";

interface AddFormProps {
  readonly action: FormAction;
  readonly intervals: readonly IntervalChoice[];
  readonly usual: number;
  /** What stands in the box at first. */
  readonly domain: string;
}

/** Watches one domain or a paste of them; every line is answered. */
export function AddForm({ action, intervals, usual, domain }: AddFormProps) {
  const [state, submit, pending] = useActionState(action, { status: "idle" });
  const error = state.status === "invalid" ? state.message : undefined;
  const box = { id: "domains", hint: "One, or up to fifty, one a line.", error };
  return (
    <form action={submit} noValidate className="mt-5 grid max-w-xl gap-5">
      {state.status === "done" ? <AddAnswers result={state.result} /> : null}
      <Field {...box} label="Domains">
        <TextArea
          id="domains"
          name="text"
          rows={3}
          defaultValue={domain}
          className="field-sizing-content max-h-80 min-h-22 font-mono"
          autoComplete="off"
          autoCapitalize="off"
          spellCheck={false}
          {...describing(box)}
        />
      </Field>
      <IntervalField label="Look at them" intervals={intervals} chosen={usual} />
      <div>
        <Button type="submit" look="primary" disabled={pending}>
          {pending ? "Adding" : "Watch"}
        </Button>
      </div>
      {state.status === "refused" ? <Refusal state={state} /> : null}
    </form>
  );
}
