"use client";

import { useActionState } from "react";
import type { FormAction } from "#lib/web/form-action.ts";
import { LifetimeField } from "../forms/lifetime-field.tsx";
import { Refusal } from "../forms/refusal.tsx";
import { Button } from "../ui/button.tsx";
import { Field, TextArea } from "../ui/field.tsx";
import { ShareResult } from "./share-result.tsx";

const LIFETIMES = [
  { days: "7", label: "a week" },
  { days: "30", label: "30 days" },
  { days: "90", label: "90 days" },
  { days: "365", label: "a year" },
] as const;

/** Makes a link to a report, with a note to whoever reads it. */
export function ShareForm({ report, action }: { report: string; action: FormAction }) {
  const [state, submit, pending] = useActionState(action, { status: "idle" });
  if (state.status === "done") return <ShareResult result={state.result} />;
  return (
    <form action={submit} className="mt-10 grid max-w-xl gap-6">
      <input type="hidden" name="report" value={report} />
      <Field id="note" label="Note to the reader" hint="Optional. It stands above the report.">
        <TextArea id="note" name="note" rows={4} maxLength={1000} aria-describedby="note-hint" />
      </Field>
      <LifetimeField id="days" label="The link works for" choices={LIFETIMES} preset="30" />
      <div>
        <Button type="submit" look="primary" disabled={pending}>
          {pending ? "Creating" : "Create the link"}
        </Button>
      </div>
      <Refusal state={state} />
    </form>
  );
}
