"use client";

import { useActionState, useState } from "react";
import type { FormAction } from "#lib/web/form-action.ts";
import { Refusal } from "../forms/refusal.tsx";
import { Button } from "../ui/button.tsx";
import { TextField } from "../ui/field.tsx";
import { SecretResult } from "./secret-result.tsx";

/** Adds a webhook; its secret is shown once, in place of the form. */
export function WebhookForm({ action }: { action: FormAction }) {
  const [state, submit, pending] = useActionState(action, { status: "idle" });
  const [url, setUrl] = useState("");
  if (state.status === "done") {
    const { secret = "", url: added = "" } = state.result;
    return (
      <>
        <SecretResult secret={secret} url={added} />
        <p className="mt-5">
          <a href="/account/alerts" className="prose-link">
            Send a test, or add another one
          </a>
        </p>
      </>
    );
  }
  const error = state.status === "invalid" ? state.message : undefined;
  return (
    <form action={submit} noValidate className="mt-5 grid max-w-xl gap-4">
      <TextField
        id="webhook-url"
        label="URL"
        error={error}
        name="url"
        type="url"
        inputMode="url"
        autoComplete="off"
        autoCapitalize="off"
        spellCheck={false}
        placeholder="https://example.com/hooks/mailtriage"
        value={url}
        onChange={event => setUrl(event.target.value)}
        className="font-mono text-13"
      />
      <div>
        <Button type="submit" disabled={pending}>
          {pending ? "Looking it up" : "Add the webhook"}
        </Button>
      </div>
      {state.status === "refused" ? <Refusal state={state} /> : null}
    </form>
  );
}
