"use client";

import { useActionState } from "react";
import type { FormAction } from "#lib/web/form-action.ts";
import { Refusal } from "../forms/refusal.tsx";
import { Button } from "../ui/button.tsx";
import { TextField } from "../ui/field.tsx";

/** Deletes the account; its address has to be typed. */
export function DeleteForm({ action }: { action: FormAction }) {
  const [state, submit, pending] = useActionState(action, { status: "idle" });
  const error = state.status === "invalid" ? state.message : undefined;
  return (
    <form action={submit} noValidate className="mt-4 grid max-w-md gap-4">
      <TextField
        id="delete-address"
        label="Type your e-mail address to confirm"
        error={error}
        name="address"
        inputMode="email"
        autoComplete="off"
        autoCapitalize="off"
        spellCheck={false}
      />
      <div>
        <Button type="submit" look="danger" disabled={pending}>
          {pending ? "Deleting" : "Delete my account"}
        </Button>
      </div>
      {state.status === "refused" ? <Refusal state={state} /> : null}
    </form>
  );
}
