import type { SectionView } from "#lib/web/scan-view/scan-view.ts";
import { StatusGlyph, STATUS_WORDS } from "../ui/status.tsx";

/** The sections with their grades, as the table of contents of the report. */
export function SectionStrip({ sections }: { sections: readonly SectionView[] }) {
  return (
    <nav aria-label="Sections" className="mt-10">
      <ul className="grid grid-cols-2 gap-px overflow-hidden rounded-lg border border-hairline bg-hairline sm:grid-cols-[repeat(auto-fit,minmax(8.5rem,1fr))]">
        {sections
          .filter(({ id }) => id !== "profile")
          .map(section => (
            <li key={section.id} className="bg-paper max-sm:last:odd:col-span-2">
              <a
                href={`#${section.id}`}
                className="flex h-full flex-col gap-1 px-4 py-3 transition-colors hover:bg-raised focus-visible:-outline-offset-2"
              >
                <span className="text-13 text-ink-2">{section.title}</span>
                <span className="flex items-center gap-2">
                  <StatusGlyph status={section.status} />
                  <span className="text-17 font-semibold">
                    {section.letter ?? (
                      <span className="text-15 font-medium text-ink-2">{STATUS_WORDS[section.status]}</span>
                    )}
                  </span>
                  {section.letter === null ? null : (
                    <span className="sr-only">, worst result: {STATUS_WORDS[section.status]}</span>
                  )}
                </span>
              </a>
            </li>
          ))}
      </ul>
    </nav>
  );
}
