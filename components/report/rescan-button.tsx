"use client";

import { RotateCw } from "lucide-react";
import { useActionState } from "react";
import type { FormAction } from "#lib/web/form-action.ts";
import { Refusal } from "../forms/refusal.tsx";
import { Button } from "../ui/button.tsx";

/** Measures the domain of a scan anew, past everything that is remembered. */
export function RescanButton({ scan, action }: { scan: string; action: FormAction }) {
  const [state, submit, pending] = useActionState(action, { status: "idle" });
  return (
    <form action={submit} className="contents">
      <input type="hidden" name="scan" value={scan} />
      <Button type="submit" size="small" disabled={pending}>
        <RotateCw aria-hidden="true" />
        {pending ? "Starting" : "Scan again"}
      </Button>
      <Refusal state={state} />
    </form>
  );
}
