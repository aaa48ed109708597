"use client";

import { useActionState } from "react";
import type { FormAction } from "#lib/web/form-action.ts";
import { Refusal } from "../forms/refusal.tsx";
import { Button } from "../ui/button.tsx";

interface ScanDomainsFormProps {
  readonly id: string;
  readonly label: string;
  readonly action: FormAction;
}

/** Asks for scans of the next domains of a batch. */
export function ScanDomainsForm({ id, label, action }: ScanDomainsFormProps) {
  const [state, submit, pending] = useActionState(action, { status: "idle" });
  return (
    <form action={submit} className="flex flex-wrap items-center gap-4">
      <input type="hidden" name="id" value={id} />
      <Button type="submit" disabled={pending}>
        {pending ? "Asking" : label}
      </Button>
      <Refusal state={state} />
    </form>
  );
}
