import type { SectionView } from "#lib/web/scan-view/scan-view.ts";
import { CheckRow } from "./check-row.tsx";
import type { ReportFacts } from "./report-facts.ts";

interface ReportSectionProps {
  readonly section: SectionView;
  readonly facts: ReportFacts;
  /** The pictures of this section. */
  readonly children?: React.ReactNode;
}

/** One question about the domain: its pictures, then every check with its answer. */
export function ReportSection({ section, facts, children }: ReportSectionProps) {
  return (
    <section aria-labelledby={section.id} className="mt-20">
      <div className="flex break-after-avoid items-baseline justify-between gap-6">
        <div>
          <h2 id={section.id} className="text-21">
            {section.title}
          </h2>
          <p className="mt-0.5 text-ink-2">{section.question}</p>
        </div>
        {section.letter === null ? null : (
          <p className="text-28 font-semibold">
            <span className="sr-only">Grade </span>
            {section.letter}
          </p>
        )}
      </div>
      {children}
      <ul className="mt-5 border-t border-hairline">
        {section.checks.map(check => (
          <CheckRow key={check.id} check={check} facts={facts} />
        ))}
      </ul>
    </section>
  );
}
