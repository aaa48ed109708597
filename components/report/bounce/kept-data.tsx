import type { FormAction } from "#lib/web/form-action.ts";
import { ActionButton } from "../../forms/action-button.tsx";
import { dateOnly } from "../format.ts";

interface KeptDataProps {
  readonly id: string;
  /** ISO 8601; null where text and names are gone already. */
  readonly privateUntil: string | null;
  readonly forget: FormAction;
  readonly remove: FormAction;
}

/** What is kept of the mail, for how long, and how to end it now. For the owner. */
export const KeptData = ({ id, privateUntil, forget, remove }: KeptDataProps) => (
  <section aria-labelledby="kept" className="no-print mt-20 border-t border-hairline pt-6">
    <h2 id="kept" className="text-17">
      What is kept
    </h2>
    <p className="mt-1 max-w-[68ch] text-ink-2">
      {privateUntil === null
        ? "The text of the report and everybody named in it have been forgotten. What is left names no person."
        : `The text, the names and the addresses can be seen by you alone, in this browser or account. They are deleted on ${dateOnly(privateUntil)}; what is left then names no person.`}
    </p>
    <div className="mt-4 flex flex-wrap gap-3">
      {privateUntil === null ? null : (
        <ActionButton action={forget} fields={{ bounce: id }} size="small">
          Forget text and names now
        </ActionButton>
      )}
      <ActionButton action={remove} fields={{ bounce: id }} size="small">
        Delete this bounce
      </ActionButton>
    </div>
  </section>
);
