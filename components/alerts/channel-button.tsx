"use client";

import { useActionState } from "react";
import type { FormAction, FormFields } from "#lib/web/form-action.ts";
import { Refusal } from "../forms/refusal.tsx";
import { Button } from "../ui/button.tsx";
import { SecretResult } from "./secret-result.tsx";

interface ChannelButtonProps {
  readonly action: FormAction;
  readonly id: string;
  /** For the ears: the buttons of all channels read alike. */
  readonly label: string;
  readonly quiet: boolean;
  readonly children: React.ReactNode;
}

/** Does one thing to a channel, and says beside itself how that went. */
export function ChannelButton({ action, id, label, quiet, children }: ChannelButtonProps) {
  const [state, submit, pending] = useActionState(action, { status: "idle" });
  const isWide = state.status !== "idle";
  return (
    <form action={submit} className={isWide ? "grid w-full justify-items-start gap-1.5" : undefined}>
      <input type="hidden" name="id" value={id} />
      <Button
        type="submit"
        size="small"
        look={quiet ? "quiet" : "plain"}
        disabled={pending}
        aria-label={label}
      >
        {pending ? "One moment" : children}
      </Button>
      {state.status === "done" ? <Outcome result={state.result} /> : <Refusal state={state} />}
    </form>
  );
}

function Outcome({ result }: { result: FormFields }) {
  const { secret, url, outcome, said } = result;
  if (secret !== undefined && url !== undefined) return <SecretResult secret={secret} url={url} />;
  const words = outcome === undefined ? said : `${OUTCOMES[outcome] ?? ""} ${said ?? ""}`.trim();
  return (
    <p role="status" className={`text-13 font-medium ${outcome === "failed" ? "text-fail" : "text-pass"}`}>
      {words}
    </p>
  );
}

const OUTCOMES: Readonly<Record<string, string>> = {
  arrived: "The test was delivered.",
  failed: "The test was not delivered.",
  "on-its-way": "The test is on its way; look again in a minute.",
};
