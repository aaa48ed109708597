import type { RecordTerm } from "#lib/web/scan-view/scan-view.ts";
import { ForeignText } from "../ui/foreign-text.tsx";

/** Every term of a record with its meaning. */
export function RecordTerms({ terms }: { terms: readonly RecordTerm[] }) {
  return (
    <dl className="grid gap-x-6 gap-y-2 text-13 sm:grid-cols-[minmax(8rem,auto)_minmax(0,1fr)]">
      {terms.map(({ text, meaning }, at) => (
        <div key={at} className="contents">
          <dt className="font-mono break-all">
            <ForeignText text={text} />
          </dt>
          <dd className="text-ink-2 max-sm:mb-1.5">
            <ForeignText text={meaning} />
          </dd>
        </div>
      ))}
    </dl>
  );
}
