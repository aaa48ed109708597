import type { RefusalView } from "#lib/web/bounce-view/bounce-view.ts";
import { Badge } from "../../ui/badge.tsx";
import { ForeignText } from "../../ui/foreign-text.tsx";
import { StatusGlyph } from "../../ui/status.tsx";
import { count } from "../format.ts";

interface RefusalIndexProps {
  readonly refusals: readonly RefusalView[];
  readonly spread: string;
  readonly sample: boolean;
  readonly actions?: React.ReactNode;
}

/** Several refusals in one report: how many, and a way to each. */
export function RefusalIndex({ refusals, spread, sample, actions }: RefusalIndexProps) {
  const addresses = refusals.reduce((sum, { recipients }) => sum + Math.max(1, recipients.length), 0);
  return (
    <header className="pt-8 sm:pt-12">
      {sample ? <Badge className="mb-3">sample</Badge> : null}
      <h1 className="max-w-[26ch] text-28 tracking-[-0.022em] sm:text-40">
        {count(addresses, "address", "addresses")} refused, {spread}
      </h1>
      <div className="mt-8 flex flex-wrap items-center justify-end gap-x-8 gap-y-4 border-t border-hairline pt-4">
        {actions}
      </div>
      <ol className="mt-6 border-t border-hairline">
        {refusals.map(({ id, recipients, verdict }) => (
          <li key={id} className="border-b border-hairline">
            <a
              href={`#${id}`}
              className="grid grid-cols-[1rem_minmax(0,1fr)] gap-x-3 rounded-sm px-1 py-3 hover:bg-raised sm:px-2"
            >
              <StatusGlyph status={verdict.status} className="mt-0.75" />
              <span className="min-w-0">
                <span className="block font-medium [overflow-wrap:anywhere]">
                  <ForeignText text={verdict.sentence} />
                </span>
                <span className="block font-mono text-13 [overflow-wrap:anywhere] text-ink-2">
                  <ForeignText text={shortList(recipients)} />
                </span>
              </span>
            </a>
          </li>
        ))}
      </ol>
    </header>
  );
}

const shortList = ([first = "recipient not named", second, ...others]: readonly string[]): string =>
  second === undefined
    ? first
    : `${first}, ${second}${others.length === 0 ? "" : ` and ${others.length} more`}`;
