import type { FormState } from "#lib/web/form-action.ts";

interface TriageMessageProps {
  readonly state: FormState;
  readonly recognised: string;
}

/** Under the box: why the last submission was refused, or what the text looks like. */
export function TriageMessage({ state, recognised }: TriageMessageProps) {
  if (state.status === "invalid" || state.status === "refused") {
    return (
      <p id="recognised" role="alert" className="mt-3 min-h-6 px-1 font-medium text-fail">
        {state.message}
      </p>
    );
  }
  return (
    <p id="recognised" aria-live="polite" className="mt-3 min-h-6 truncate px-1 text-ink-2">
      {recognised}
    </p>
  );
}
