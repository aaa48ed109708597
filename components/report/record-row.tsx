import { cn } from "../ui/class-names.ts";
import { CopyButton } from "../ui/copy-button.tsx";

interface RecordRowProps {
  readonly term: string;
  readonly copy: string;
  /** On a phone it stands below its term, in the whole width. */
  readonly long?: boolean;
  readonly children: React.ReactNode;
}

/** One part of what is to be published, to copy. */
export const RecordRow = ({ term, copy, long = false, children }: RecordRowProps) => (
  <div
    className={cn(
      "grid grid-cols-[3.5rem_minmax(0,1fr)_auto] items-start gap-x-3 border-hairline/70 py-1.5 not-last:border-b",
      long && "max-sm:grid-cols-[minmax(0,1fr)_auto]",
    )}
  >
    <dt className="pt-1.5 text-13 text-ink-3">{term}</dt>
    <dd
      className={cn(
        "min-w-0 py-1 font-mono text-15 leading-[1.7]",
        long && "max-sm:order-last max-sm:col-span-2",
      )}
    >
      {children}
    </dd>
    <dd>
      <CopyButton text={copy} label={`Copy ${term.toLowerCase()}`} />
    </dd>
  </div>
);
