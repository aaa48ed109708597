import type { FormAction } from "#lib/web/form-action.ts";
import { dateOnly } from "../report/format.ts";
import { Disclosure } from "../ui/disclosure.tsx";
import { DeleteBatchForm } from "./delete-batch-form.tsx";

interface BatchKeepingProps {
  readonly id: string;
  /** ISO 8601; null when the addresses are deleted already. */
  readonly addressesUntil: string | null;
  readonly action: FormAction;
}

/** What is kept of a batch, for how long, and how to end it now. */
export const BatchKeeping = ({ id, addressesUntil, action }: BatchKeepingProps) => (
  <section aria-labelledby="kept" className="no-print mt-16 border-t border-hairline pt-5 text-15">
    <h2 id="kept" className="text-17">
      What is kept of this
    </h2>
    <p className="mt-1 max-w-[62ch] text-ink-2">
      Your files were deleted as soon as they had been read. The addresses are kept for you alone
      {addressesUntil === null
        ? " and have been deleted since"
        : ` and deleted on ${dateOnly(addressesUntil)}`}
      ; of what the servers said, addresses were taken out before it was stored. Only this browser or your
      account can open this page.
    </p>
    <Disclosure summary="Delete this batch" className="mt-3">
      <DeleteBatchForm id={id} action={action} />
    </Disclosure>
  </section>
);
