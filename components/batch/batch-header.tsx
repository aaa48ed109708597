import type { BatchView } from "#lib/web/batch-view/batch-view.ts";
import { ForeignText } from "../ui/foreign-text.tsx";

/** What most of the failures come down to, and how much was read. */
export const BatchHeader = ({ batch, actions }: { batch: BatchView; actions: React.ReactNode }) => (
  <header className="pt-8 sm:pt-12">
    <p className="font-mono text-15 break-all text-ink-2">
      <ForeignText text={batch.name === "" ? "Batch" : batch.name} />
    </p>
    <h1 className="mt-3 max-w-[30ch] text-28 tracking-[-0.022em] sm:text-40">{batch.verdict.sentence}</h1>
    {batch.verdict.addition === null ? null : (
      <p className="mt-4 max-w-[62ch] text-17 text-ink-2">{batch.verdict.addition}</p>
    )}
    <div className="mt-8 flex flex-wrap items-center justify-between gap-x-8 gap-y-4 border-t border-hairline pt-4">
      <p className="text-13 text-ink-3 tabular-nums">{batch.facts.join(" · ")}</p>
      {actions}
    </div>
    {batch.remarks.length === 0 ? null : (
      <ul className="mt-3 grid max-w-[72ch] gap-1 text-13 text-ink-2">
        {batch.remarks.map(remark => (
          <li key={remark}>
            <ForeignText text={remark} />
          </li>
        ))}
      </ul>
    )}
  </header>
);
