"use client";

import { useActionState } from "react";
import type { FormAction } from "#lib/web/form-action.ts";
import { Button } from "../ui/button.tsx";
import { Refusal } from "./refusal.tsx";

interface ActionButtonProps {
  readonly action: FormAction;
  /** What the action is told besides that the button was pressed. */
  readonly fields?: Readonly<Record<string, string>>;
  readonly look?: "primary" | "plain" | "quiet";
  readonly size?: "normal" | "small";
  /** For the ears, where several buttons on a page read alike. */
  readonly label?: string;
  readonly className?: string;
  readonly children: React.ReactNode;
}

/** One button that does one thing: a form, so that it works without JavaScript. */
export function ActionButton({
  action,
  fields = {},
  label,
  children,
  className,
  ...look
}: ActionButtonProps) {
  const [state, submit, pending] = useActionState(action, { status: "idle" });
  return (
    <form action={submit} className="flex flex-col items-start gap-2">
      {Object.entries(fields).map(([name, value]) => (
        <input key={name} type="hidden" name={name} value={value} />
      ))}
      <Button type="submit" disabled={pending} aria-label={label} className={className} {...look}>
        {children}
      </Button>
      <Refusal state={state} />
    </form>
  );
}
