"use client";

import { useActionState } from "react";
import type { FormAction } from "#lib/web/form-action.ts";
import { Refusal } from "./refusal.tsx";

interface ScanButtonProps {
  readonly action: FormAction;
  readonly text: string;
  readonly children: React.ReactNode;
}

/** Looks like a link, but starts a scan: so it is a form, and no crawler or prefetch can follow it. */
export function ScanButton({ action, text, children }: ScanButtonProps) {
  const [state, submit, pending] = useActionState(action, { status: "idle" });
  return (
    <form action={submit}>
      <input type="hidden" name="text" value={text} />
      <button type="submit" disabled={pending} className="prose-link text-left disabled:opacity-60">
        {children}
      </button>
      <Refusal state={state} />
    </form>
  );
}
