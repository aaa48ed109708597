"use client";

import { useActionState } from "react";
import type { FormAction } from "#lib/web/form-action.ts";
import { Refusal } from "../forms/refusal.tsx";
import { Button } from "../ui/button.tsx";

/** Asks for scans of the next domains of a batch. */
export function ScanDomainsForm({ id, action }: { id: string; action: FormAction }) {
  const [state, submit, pending] = useActionState(action, { status: "idle" });
  return (
    <form action={submit} className="flex flex-wrap items-center gap-4">
      <input type="hidden" name="id" value={id} />
      <Button type="submit" disabled={pending}>
        {pending ? "Asking" : "Measure the next 20"}
      </Button>
      <Refusal state={state} />
    </form>
  );
}
