"use client";

import { useActionState } from "react";
import type { RefusalView } from "#lib/web/bounce-view/bounce-view.ts";
import type { FormAction } from "#lib/web/form-action.ts";
import { Refusal } from "../../forms/refusal.tsx";
import { Button } from "../../ui/button.tsx";

interface StatementsFormProps {
  readonly bounce: string;
  readonly questions: RefusalView["questions"];
  readonly action: FormAction;
}

/** What the sender knows and no server can tell. The causes are ranked with it. */
export function StatementsForm({ bounce, questions, action }: StatementsFormProps) {
  const [state, submit, pending] = useActionState(action, { status: "idle" });
  return (
    <form action={submit} className="no-print mt-16">
      <input type="hidden" name="bounce" value={bounce} />
      <fieldset>
        <legend className="text-21 font-semibold">Do you know more?</legend>
        <p className="mt-1 max-w-[62ch] text-ink-2">
          Tick what is true; the causes are weighed anew with it.
        </p>
        <ul className="mt-4 grid gap-1">
          {questions.map(({ id, text, stated }) => (
            <li key={id}>
              <label className="inline-flex min-h-8 cursor-pointer items-center gap-3 rounded-md px-2 py-1 hover:bg-sunken">
                <input type="checkbox" name={id} defaultChecked={stated} className="size-4 shrink-0" />
                {text}
              </label>
            </li>
          ))}
        </ul>
      </fieldset>
      <div className="mt-4 flex flex-wrap items-center gap-4">
        <Button type="submit" disabled={pending}>
          {pending ? "Weighing" : "Weigh again"}
        </Button>
        <Refusal state={state} />
      </div>
    </form>
  );
}
