"use client";

import { useActionState } from "react";
import type { FormAction } from "#lib/web/form-action.ts";
import { Refusal } from "../forms/refusal.tsx";
import { Button } from "../ui/button.tsx";

/** Withdraws a link for good. */
export function RevokeButton({ id, report, action }: { id: string; report: string; action: FormAction }) {
  const [state, submit, pending] = useActionState(action, { status: "idle" });
  return (
    <form action={submit}>
      <input type="hidden" name="id" value={id} />
      <input type="hidden" name="report" value={report} />
      <Button type="submit" size="small" disabled={pending}>
        Withdraw
      </Button>
      <Refusal state={state} />
    </form>
  );
}
