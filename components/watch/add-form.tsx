"use client";

import { useActionState } from "react";
import type { FormAction } from "#lib/web/form-action.ts";
import type { IntervalChoice } from "#lib/web/watch-view/interval-words.ts";
import { Refusal } from "../forms/refusal.tsx";
import { Button } from "../ui/button.tsx";
import { Field, Select, TextArea } from "../ui/field.tsx";
import { AddAnswers } from "./add-answers.tsx";

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
  return (
    <form action={submit} noValidate className="mt-5 grid max-w-xl gap-5">
      {state.status === "done" ? <AddAnswers result={state.result} /> : null}
      <Field id="domains" label="Domains" hint="One, or up to fifty, one a line." error={error}>
        <TextArea
          id="domains"
          name="text"
          rows={3}
          defaultValue={domain}
          className="field-sizing-content max-h-80 min-h-22 font-mono"
          autoComplete="off"
          autoCapitalize="off"
          spellCheck={false}
          aria-invalid={error === undefined ? undefined : true}
          aria-describedby={error === undefined ? "domains-hint" : "domains-hint domains-error"}
        />
      </Field>
      <Field id="interval" label="Look at them">
        <Select id="interval" name="interval" defaultValue={usual} className="w-56">
          {intervals.map(({ seconds, words }) => (
            <option key={seconds} value={seconds}>
              {words}
            </option>
          ))}
        </Select>
      </Field>
      <div>
        <Button type="submit" look="primary" disabled={pending}>
          {pending ? "Adding" : "Watch"}
        </Button>
      </div>
      {state.status === "refused" ? <Refusal state={state} /> : null}
    </form>
  );
}
