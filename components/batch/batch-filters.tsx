import { X } from "lucide-react";
import type { FilterView } from "#lib/web/batch-view/batch-view.ts";
import { ForeignText } from "../ui/foreign-text.tsx";

/** What the page is narrowed down to. Plain links: each takes its filter off. */
export function BatchFilters({ filters, all }: { filters: readonly FilterView[]; all: string }) {
  if (filters.length === 0) return null;
  return (
    <nav aria-label="Filters" className="mt-6 flex flex-wrap items-center gap-2 text-15">
      <span className="text-ink-2">Only</span>
      <ul className="contents">
        {filters.map(({ dimension, value, without }) => (
          <li key={dimension} className="min-w-0">
            <a
              href={without}
              className="inline-flex max-w-full items-center gap-2 rounded-md border border-accent bg-accent-soft py-1 pr-2 pl-3 hover:border-ink"
            >
              <span className="min-w-0 truncate">
                <span className="text-ink-2">{dimension}: </span>
                <ForeignText text={value} />
              </span>
              <X className="size-4 shrink-0" strokeWidth={1.5} aria-hidden="true" />
              <span className="sr-only">, remove this filter</span>
            </a>
          </li>
        ))}
      </ul>
      <a href={all} className="prose-link ml-1">
        Show everything
      </a>
    </nav>
  );
}
