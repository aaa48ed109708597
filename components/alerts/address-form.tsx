"use client";

import { useActionState, useState } from "react";
import type { FormAction } from "#lib/web/form-action.ts";
import { Refusal } from "../forms/refusal.tsx";
import { Button } from "../ui/button.tsx";
import { TextField } from "../ui/field.tsx";

/** Asks a further address whether it wants alerts. */
export function AddressForm({ action }: { action: FormAction }) {
  const [state, submit, pending] = useActionState(action, { status: "idle" });
  // What was typed stays when it is refused.
  const [address, setAddress] = useState("");
  const error = state.status === "invalid" ? state.message : undefined;
  return (
    <form action={submit} noValidate className="mt-5 grid max-w-xl gap-4">
      <TextField
        id="alert-address"
        label="E-mail address"
        error={error}
        name="address"
        type="email"
        inputMode="email"
        autoComplete="off"
        autoCapitalize="off"
        spellCheck={false}
        placeholder="postmaster@example.com"
        value={address}
        onChange={event => setAddress(event.target.value)}
      />
      <div>
        <Button type="submit" disabled={pending}>
          {pending ? "Sending" : "Send the link"}
        </Button>
      </div>
      {state.status === "done" ? (
        <p role="status" className="text-13 font-medium text-pass">
          A link is on its way to {state.result["address"]}.
        </p>
      ) : null}
      {state.status === "refused" ? <Refusal state={state} /> : null}
    </form>
  );
}
