import type { FormState } from "#lib/web/form-action.ts";

/** Why the last submission of a form was refused; nothing while there is nothing to say. */
export function Refusal({ state }: { state: FormState }) {
  if (state.status !== "invalid" && state.status !== "refused") return null;
  return (
    <p role="alert" className="w-full text-13 font-medium text-fail">
      {state.message}
    </p>
  );
}
