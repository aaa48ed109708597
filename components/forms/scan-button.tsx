"use client";

import { useActionState } from "react";
import type { FormAction } from "#lib/web/form-action.ts";
import { Refusal } from "./refusal.tsx";

interface ScanButtonProps {
  readonly action: FormAction;
  readonly fields: Readonly<Record<string, string>>;
  readonly children: React.ReactNode;
}

/** Looks like a link, but starts a scan: so it is a form, and no crawler or prefetch can follow it. */
export function ScanButton({ action, fields, children }: ScanButtonProps) {
  const [state, submit, pending] = useActionState(action, { status: "idle" });
  return (
    <form action={submit}>
      {Object.entries(fields).map(([name, value]) => (
        <input key={name} type="hidden" name={name} value={value} />
      ))}
      <button type="submit" disabled={pending} className="prose-link text-left disabled:opacity-60">
        {children}
      </button>
      <Refusal state={state} />
    </form>
  );
}
