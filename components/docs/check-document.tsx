import type { CheckDoc, OutcomeDoc } from "#lib/web/check-docs.ts";
import { FixSteps } from "../report/fix-steps.tsx";
import { PlainPage } from "../layout/plain-page.tsx";
import { ForeignText } from "../ui/foreign-text.tsx";
import { StatusLabel } from "../ui/status.tsx";

interface CheckDocumentProps {
  readonly check: CheckDoc;
  /** Title of the section it belongs to. */
  readonly section: string;
  readonly zone: string;
}

/** What one check asks, why, and every answer it can give. */
export function CheckDocument({ check, section, zone }: CheckDocumentProps) {
  return (
    <PlainPage title={check.question} lead={check.why}>
      <dl className="mt-8 grid max-w-2xl gap-x-8 gap-y-1.5 text-15 sm:grid-cols-[7rem_minmax(0,1fr)]">
        <Fact term="Section">
          <a href={`/checks#${check.section}`} className="prose-link">
            {section}
          </a>
        </Fact>
        <Fact term="Reference">{check.reference}</Fact>
        <Fact term="Weight">
          {check.weighty
            ? "Weighty: when it cannot be measured, the report has no grade."
            : "When it cannot be measured, the coverage of the grade sinks and nothing else."}
        </Fact>
        <Fact term="Id">
          <code>{check.id}</code>
        </Fact>
      </dl>
      <h2 className="mt-14 text-21">Every answer</h2>
      <ul className="mt-4 border-t border-hairline">
        {check.outcomes.map(outcome => (
          <OutcomeItem key={outcome.code} outcome={outcome} zone={zone} />
        ))}
        <li className="hatched grid gap-x-6 gap-y-1 border-b border-hairline px-1 py-4 sm:grid-cols-[8rem_minmax(0,1fr)]">
          <StatusLabel status="inconclusive" className="self-start text-13" />
          <p className="max-w-[68ch] text-ink-2">
            What it needs could not be found out. The report then says what was asked, whom, and what came
            back.
          </p>
        </li>
      </ul>
    </PlainPage>
  );
}

function OutcomeItem({ outcome, zone }: { outcome: OutcomeDoc; zone: string }) {
  return (
    <li
      id={outcome.code}
      className="grid gap-x-6 gap-y-1 border-b border-hairline px-1 py-4 sm:grid-cols-[8rem_minmax(0,1fr)]"
    >
      <StatusLabel status={outcome.status} className="self-start text-13" />
      <div className="min-w-0">
        <p className="flex flex-wrap items-baseline justify-between gap-x-6">
          <span className="font-medium">
            <ForeignText text={outcome.title} />
          </span>
          <code className="text-13 text-ink-3">{outcome.code}</code>
        </p>
        {outcome.detail === null ? null : (
          <p className="mt-1 max-w-[68ch] text-ink-2">
            <ForeignText text={outcome.detail} />
          </p>
        )}
        {outcome.fix === null ? null : <FixSteps fix={outcome.fix} zone={zone} />}
      </div>
    </li>
  );
}

const Fact = ({ term, children }: { term: string; children: React.ReactNode }) => (
  <div className="contents">
    <dt className="text-ink-3">{term}</dt>
    <dd className="max-sm:mb-2">{children}</dd>
  </div>
);
