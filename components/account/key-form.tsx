"use client";

import { useActionState } from "react";
import type { ApiScope } from "#lib/values/api-scope.ts";
import type { FormAction } from "#lib/web/form-action.ts";
import { LifetimeField } from "../forms/lifetime-field.tsx";
import { Refusal } from "../forms/refusal.tsx";
import { Button } from "../ui/button.tsx";
import { TextField } from "../ui/field.tsx";
import { KeyResult } from "./key-result.tsx";

interface KeyFormProps {
  readonly action: FormAction;
  readonly site: string;
  readonly scopes: readonly { readonly scope: ApiScope; readonly words: string }[];
}

const LIFETIMES = [
  { days: "30", label: "30 days" },
  { days: "90", label: "90 days" },
  { days: "365", label: "a year" },
  { days: "", label: "as long as it is not revoked" },
] as const;

/** Makes a key; the key itself is shown once, in place of the form. */
export function KeyForm({ action, site, scopes }: KeyFormProps) {
  const [state, submit, pending] = useActionState(action, { status: "idle" });
  if (state.status === "done") return <KeyResult result={state.result} site={site} />;
  const errorOf = (field: string) =>
    state.status === "invalid" && state.field === field ? state.message : undefined;
  return (
    <form action={submit} noValidate className="mt-5 grid max-w-xl gap-6">
      <TextField
        id="key-name"
        label="Name"
        hint="What it is for, such as “nightly audit”."
        error={errorOf("name")}
        name="name"
        maxLength={80}
        autoComplete="off"
      />
      <fieldset aria-describedby={errorOf("scopes") === undefined ? undefined : "scopes-error"}>
        <legend className="font-medium">It may</legend>
        <ul className="mt-1.5 border-t border-hairline">
          {scopes.map(({ scope, words }) => (
            <li key={scope} className="border-b border-hairline">
              <label className="flex cursor-pointer items-center gap-3 py-2.5">
                <input
                  type="checkbox"
                  name="scopes"
                  value={scope}
                  defaultChecked={scope.startsWith("scans:")}
                  className="size-4 shrink-0"
                />
                <span className="grow">{words}</span>
                <code className="text-13 text-ink-3">{scope}</code>
              </label>
            </li>
          ))}
        </ul>
        {errorOf("scopes") === undefined ? null : (
          <p id="scopes-error" role="alert" className="mt-1.5 text-13 font-medium text-fail">
            {errorOf("scopes")}
          </p>
        )}
      </fieldset>
      <LifetimeField id="key-days" label="It works for" choices={LIFETIMES} preset="90" />
      <div>
        <Button type="submit" look="primary" disabled={pending}>
          {pending ? "Making" : "Make the key"}
        </Button>
      </div>
      {state.status === "refused" ? <Refusal state={state} /> : null}
    </form>
  );
}
