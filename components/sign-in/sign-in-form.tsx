"use client";

import { Mail } from "lucide-react";
import { useActionState, useState } from "react";
import type { FormAction } from "#lib/web/form-action.ts";
import { Refusal } from "../forms/refusal.tsx";
import { Button } from "../ui/button.tsx";
import { TextField } from "../ui/field.tsx";

interface SignInFormProps {
  readonly action: FormAction;
  readonly returnTo: string;
}

/** Asks for a link by mail. */
export function SignInForm({ action, returnTo }: SignInFormProps) {
  const [state, submit, pending] = useActionState(action, { status: "idle" });
  // What was typed stays when it is refused.
  const [address, setAddress] = useState("");
  const error = state.status === "invalid" ? state.message : undefined;
  return (
    <form action={submit} noValidate className="grid gap-4">
      <input type="hidden" name="returnTo" value={returnTo} />
      <TextField
        id="address"
        label="E-mail address"
        error={error}
        name="address"
        type="email"
        inputMode="email"
        autoComplete="email"
        autoCapitalize="off"
        spellCheck={false}
        required
        placeholder="name@example.com"
        value={address}
        onChange={event => setAddress(event.target.value)}
        className="h-11"
      />
      <Button type="submit" look="primary" disabled={pending} className="h-11">
        <Mail aria-hidden="true" />
        {pending ? "Sending" : "Send me a link"}
      </Button>
      {state.status === "refused" ? <Refusal state={state} /> : null}
    </form>
  );
}
