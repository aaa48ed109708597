import type { FixView } from "#lib/web/scan-view/scan-view.ts";
import { ForeignText } from "../ui/foreign-text.tsx";
import { StatusGlyph } from "../ui/status.tsx";
import { FixSteps } from "./fix-steps.tsx";
import { WHO } from "./parties.ts";

interface FixListProps {
  readonly heading: string;
  readonly fixes: readonly FixView[];
  /** The scanned domain, to tell the part of a name that a DNS panel asks for. */
  readonly zone: string;
  /** What comes after the last step, such as a link to scan again. */
  readonly afterwards?: React.ReactNode;
}

/** "Fix these, in this order": at most five, each with who does it and exactly what to publish. */
export function FixList({ heading, fixes, zone, afterwards }: FixListProps) {
  if (fixes.length === 0) return null;
  return (
    <section aria-labelledby="fixes" className="mt-16">
      <h2 id="fixes" className="text-21">
        {heading}
      </h2>
      <ol className="mt-6 grid gap-10">
        {fixes.map((step, at) => (
          <FixItem key={`${step.check} ${step.subject}`} step={step} number={at + 1} zone={zone} />
        ))}
      </ol>
      {afterwards === undefined ? null : <div className="mt-8 sm:pl-12">{afterwards}</div>}
    </section>
  );
}

function FixItem({ step, number, zone }: { step: FixView; number: number; zone: string }) {
  return (
    <li id={`fix-${number}`} className="grid scroll-mt-6 sm:grid-cols-[3rem_minmax(0,1fr)]">
      <span aria-hidden="true" className="font-mono text-21 text-ink-3 tabular-nums max-sm:hidden">
        {number}
      </span>
      <div className="min-w-0">
        <h3 className="flex items-start gap-2.5 text-17">
          <span aria-hidden="true" className="font-mono font-normal text-ink-3 sm:hidden">
            {number}
          </span>
          <StatusGlyph status={step.status} className="mt-1.25" />
          <span className="min-w-0">
            <ForeignText text={step.title} />
            {step.about === null ? null : (
              <code className="ml-2 text-15 font-normal break-all text-ink-2">
                <ForeignText text={step.about} />
              </code>
            )}
          </span>
        </h3>
        {step.why === null ? null : (
          <p className="mt-1.5 max-w-[68ch] text-ink-2">
            <ForeignText text={step.why} />
          </p>
        )}
        <dl className="mt-3 flex flex-wrap gap-x-8 gap-y-1 text-13">
          <Fact term="To be done by">{WHO[step.fix.who]}</Fact>
          {step.effect === null ? null : (
            <Fact term="Grade after this step">
              <span className="font-semibold">
                {step.effect.from} → {step.effect.to}
              </span>
            </Fact>
          )}
        </dl>
        <FixSteps fix={step.fix} zone={zone} />
      </div>
    </li>
  );
}

const Fact = ({ term, children }: { term: string; children: React.ReactNode }) => (
  <div className="flex gap-2">
    <dt className="text-ink-3">{term}</dt>
    <dd>{children}</dd>
  </div>
);
