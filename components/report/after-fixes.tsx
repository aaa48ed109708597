import type { FormAction } from "#lib/web/form-action.ts";
import { RescanButton } from "./rescan-button.tsx";

interface AfterFixesProps {
  readonly scan: string;
  /** For how long resolvers may give out what was published before, in words. */
  readonly rememberedFor: string | null;
  readonly action: FormAction;
}

/** What comes after the last step: to see whether it worked. */
export const AfterFixes = ({ scan, rememberedFor, action }: AfterFixesProps) => (
  <div className="no-print flex flex-wrap items-center gap-x-4 gap-y-2">
    <RescanButton scan={scan} action={action} />
    <p className="max-w-[62ch] text-13 text-ink-2">
      Once it is published: everything is asked anew.
      {rememberedFor === null
        ? null
        : ` Name servers on the way may give out the old answer for up to ${rememberedFor}.`}
    </p>
  </div>
);
