import type { FormAction } from "#lib/web/form-action.ts";
import { ActionButton } from "../forms/action-button.tsx";

interface ProviderButtonsProps {
  readonly providers: readonly { readonly id: string; readonly name: string }[];
  readonly action: FormAction;
  readonly returnTo: string;
}

/** The other ways in, where the operator has set some up. */
export function ProviderButtons({ providers, action, returnTo }: ProviderButtonsProps) {
  if (providers.length === 0) return null;
  return (
    <div className="mt-6 grid gap-3">
      <p className="flex items-center gap-3 text-13 text-ink-3 before:h-px before:grow before:bg-hairline after:h-px after:grow after:bg-hairline">
        or
      </p>
      {providers.map(({ id, name }) => (
        <ActionButton key={id} action={action} fields={{ provider: id, returnTo }} className="h-11 w-full">
          Continue with {name}
        </ActionButton>
      ))}
    </div>
  );
}
