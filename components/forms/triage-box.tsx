"use client";

import { ArrowRight } from "lucide-react";
import { useActionState, useState } from "react";
import type { FormAction } from "#lib/web/form-action.ts";
import { Button } from "../ui/button.tsx";
import { cn } from "../ui/class-names.ts";
import { FilePicker } from "./file-picker.tsx";
import { recognise, recognisedWords } from "./recognise.ts";
import { TriageMessage } from "./triage-message.tsx";
import { useFileDrop } from "./use-file-drop.ts";

const BUTTON = {
  nothing: "Find out",
  domain: "Check this domain",
  address: "Check its domain",
  bounce: "Read this bounce",
  bounces: "Read these bounces",
} as const;

interface TriageBoxProps {
  readonly action: FormAction;
  /** Text to begin with, such as a domain from a link. */
  readonly start?: string;
}

/** The one box: a domain, an address, a pasted bounce or a dropped file. Works without JavaScript. */
export function TriageBox({ action, start = "" }: TriageBoxProps) {
  const [state, submit, pending] = useActionState(action, { status: "idle" });
  const [text, setText] = useState(("kept" in state ? state.kept : undefined) ?? start);
  const { files, input, over, chooseFiles, dropTarget } = useFileDrop();
  const found = recognise(text);
  const kind = files.length === 0 ? found.kind : files.length === 1 ? "bounce" : "bounces";
  return (
    <form action={submit} {...dropTarget}>
      <div
        className={cn(
          "rounded-lg border bg-raised transition-colors has-[textarea:focus-visible]:outline-2 has-[textarea:focus-visible]:outline-offset-2 has-[textarea:focus-visible]:outline-accent",
          over ? "border-accent bg-accent-soft" : "border-edge",
        )}
      >
        <label htmlFor="text" className="sr-only">
          A bounce, an e-mail address or a domain
        </label>
        <textarea
          id="text"
          name="text"
          rows={3}
          value={text}
          onChange={event => setText(event.target.value)}
          onKeyDown={submitOnEnter}
          aria-describedby="recognised"
          aria-invalid={state.status === "invalid" || undefined}
          autoCapitalize="off"
          autoComplete="off"
          autoCorrect="off"
          spellCheck={false}
          placeholder="Paste the whole bounce here, or type a domain such as example.com"
          className={cn(
            "triage-text block w-full resize-none bg-transparent px-4 pt-3.5 pb-2 text-17 outline-none placeholder:text-ink-3",
            kind === "bounce" && "font-mono text-15",
          )}
        />
        <div className="flex flex-wrap items-center justify-between gap-2 p-2">
          <FilePicker input={input} files={files} onChoose={chooseFiles} />
          <Button type="submit" look="primary" disabled={pending} className="max-sm:w-full">
            {pending ? "Starting" : BUTTON[kind]}
            <ArrowRight aria-hidden="true" />
          </Button>
        </div>
      </div>
      <TriageMessage state={state} recognised={recognisedWords(found)} />
    </form>
  );
}

/** Enter sends what fits on one line; in a pasted bounce it stays a line break, and Ctrl or Cmd sends. */
function submitOnEnter(event: React.KeyboardEvent<HTMLTextAreaElement>): void {
  if (event.key !== "Enter" || event.shiftKey || event.nativeEvent.isComposing) return;
  const oneLine = !event.currentTarget.value.trim().includes("\n");
  if (!oneLine && !event.ctrlKey && !event.metaKey) return;
  event.preventDefault();
  event.currentTarget.form?.requestSubmit();
}
