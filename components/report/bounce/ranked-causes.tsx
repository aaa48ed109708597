import type { CauseView } from "#lib/web/bounce-view/bounce-view.ts";
import { ForeignText } from "../../ui/foreign-text.tsx";
import { chance } from "./chance.ts";
import { SectionHeading } from "./section-heading.tsx";
import { sectionName } from "./section-name.ts";

interface RankedCausesProps {
  readonly id: string;
  readonly causes: readonly CauseView[];
  readonly level: 1 | 2;
}

/** What may be behind the refusal, most likely first, with what speaks for and against each. */
export function RankedCauses({ id, causes, level }: RankedCausesProps) {
  if (causes.length === 0) return null;
  return (
    <section aria-labelledby={sectionName(id, "causes", level)} className="mt-16">
      <SectionHeading id={`${id}-causes`} level={level}>
        Why it was refused
      </SectionHeading>
      <ol className="mt-5 border-t border-hairline">
        {causes.map(cause => (
          <Cause key={cause.title} cause={cause} level={level} />
        ))}
      </ol>
    </section>
  );
}

function Cause({ cause, level }: { cause: CauseView; level: 1 | 2 }) {
  const Heading = level === 1 ? "h3" : "h4";
  return (
    <li className="grid break-inside-avoid gap-x-8 gap-y-2 border-b border-hairline px-1 py-4 sm:grid-cols-[9rem_minmax(0,1fr)] sm:px-2">
      <div>
        <p className="text-13 text-ink-2">{chance(cause.probability)}</p>
        <svg
          viewBox="0 0 100 1"
          preserveAspectRatio="none"
          aria-hidden="true"
          className="mt-1 h-1 w-full max-w-36"
        >
          <rect width="100" height="1" className="fill-hairline" />
          <rect width={Math.round(cause.probability * 100)} height="1" className="fill-accent" />
        </svg>
      </div>
      <div className="min-w-0">
        <Heading className="text-17 [overflow-wrap:anywhere]">
          <ForeignText text={cause.title} />
        </Heading>
        <Reasons title="For it" mark="+" reasons={cause.for} />
        <Reasons title="Against it" mark="−" reasons={cause.against} />
      </div>
    </li>
  );
}

function Reasons({ title, mark, reasons }: { title: string; mark: string; reasons: readonly string[] }) {
  if (reasons.length === 0) return null;
  return (
    <ul aria-label={title} className="mt-1.5 grid max-w-[68ch] gap-0.5 text-ink-2">
      {reasons.map(reason => (
        <li key={reason} className="grid grid-cols-[1rem_minmax(0,1fr)] gap-x-2">
          <span aria-hidden="true" className="text-center font-mono text-ink-3">
            {mark}
          </span>
          <span className="[overflow-wrap:anywhere]">
            <ForeignText text={reason} />
          </span>
        </li>
      ))}
    </ul>
  );
}
