"use client";

import { cn } from "../ui/class-names.ts";
import { ForeignText } from "../ui/foreign-text.tsx";
import { STATUS_INK, STATUS_WORDS, StatusGlyph } from "../ui/status.tsx";
import { type CheckRowView, isSerious } from "./check-row-view.ts";
import { FindingEvidence } from "./finding-evidence.tsx";
import type { ReportFacts } from "./report-facts.ts";
import { QuietFindings } from "./quiet-findings.tsx";

/**
 * The checks of a section. The only part of a report that the browser renders from data: two thirds of its elements
 * are here, and as data they are sent once instead of twice.
 */
export const CheckList = ({ checks, facts }: { checks: readonly CheckRowView[]; facts: ReportFacts }) => (
  <ul className="mt-5 border-t border-hairline">
    {checks.map(check => (
      <CheckRow key={check.id} check={check} facts={facts} />
    ))}
  </ul>
);

/** Status, question, answer and key figure on one line; opens to the evidence. */
function CheckRow({ check, facts }: { check: CheckRowView; facts: ReportFacts }) {
  return (
    <li className="border-b border-hairline">
      <details
        id={check.id}
        data-printed={isSerious(check.status) || undefined}
        className={check.status === "inconclusive" ? "hatched" : undefined}
      >
        <summary className="grid grid-cols-[1rem_minmax(0,1fr)_1rem] items-start gap-x-3 rounded-sm px-1 py-3 transition-colors hover:bg-raised sm:grid-cols-[7.75rem_minmax(0,1fr)_4.5rem_1rem] sm:px-2">
          <StatusCell status={check.status} />
          <span className="min-w-0 gap-x-6 md:grid md:grid-cols-[minmax(0,5fr)_minmax(0,7fr)]">
            <span className="block text-ink-2 max-md:text-13">{check.question}</span>
            <span className="block font-medium">
              <ForeignText text={check.answer} />
              {check.figure === null ? null : (
                <span className="ml-2 font-mono text-13 font-normal whitespace-nowrap text-ink-2 sm:hidden">
                  {check.figure}
                </span>
              )}
            </span>
          </span>
          <span className="text-right font-mono text-15 whitespace-nowrap text-ink-2 tabular-nums max-sm:hidden">
            {check.figure}
          </span>
          <i aria-hidden="true" className="chevron mt-1 print:hidden" />
        </summary>
        <div className="grid gap-6 pt-1 pb-7 pl-8 sm:pl-[9rem] print:pl-[9rem]">
          {check.findings.map((finding, at) => (
            <FindingEvidence
              key={at}
              finding={finding}
              facts={facts}
              alone={check.findings.length + check.quiet.length === 1 && finding.subject === null}
            />
          ))}
          {check.quiet.length === 0 ? null : <QuietFindings titles={check.quiet} />}
          <p className="text-13 text-ink-3">
            <a href={`/checks/${check.id}`} className="prose-link">
              What this check asks, and why
            </a>
            <span className="mx-2">·</span>
            {check.reference}
          </p>
        </div>
      </details>
    </li>
  );
}

/** The word stands beside the shape where there is room, and is always there for screen readers. */
const StatusCell = ({ status }: { status: CheckRowView["status"] }) => (
  <span className={cn("flex items-start gap-2 text-13 font-medium", STATUS_INK[status])}>
    <StatusGlyph status={status} className="mt-0.75" />
    <span className="leading-[1.4rem] whitespace-nowrap max-sm:sr-only print:not-sr-only">
      {STATUS_WORDS[status]}
    </span>
  </span>
);
