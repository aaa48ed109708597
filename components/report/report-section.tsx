import type { LookupEntry } from "#lib/scan/report.ts";
import type { SectionView } from "#lib/web/scan-view/scan-view.ts";
import { Disclosure } from "../ui/disclosure.tsx";
import { CheckList } from "./check-list.tsx";
import { checkRowView } from "./check-row-view.ts";
import { count } from "./format.ts";
import type { ReportFacts } from "./report-facts.ts";

interface ReportSectionProps {
  readonly section: SectionView;
  /** By their ids. */
  readonly lookups: ReadonlyMap<string, LookupEntry>;
  readonly facts: ReportFacts;
  /** The pictures of this section. */
  readonly children?: React.ReactNode;
}

/** One question about the domain: its pictures, then every check with its answer. */
export function ReportSection({ section, lookups, facts, children }: ReportSectionProps) {
  const checks = section.checks.map(check => checkRowView(check, lookups));
  const applicable = checks.filter(check => check.status !== "not-applicable");
  const rest = checks.filter(check => check.status === "not-applicable");
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
      {applicable.length === 0 ? null : <CheckList checks={applicable} facts={facts} />}
      {rest.length === 0 ? null : (
        <Disclosure
          summary={`${count(rest.length, "check does", "checks do")} not apply to this domain`}
          className="mt-3 sm:pl-2"
        >
          <CheckList checks={rest} facts={facts} />
        </Disclosure>
      )}
    </section>
  );
}
