import type { CheckedView } from "#lib/web/bounce-view/bounce-view.ts";
import { cn } from "../../ui/class-names.ts";
import { ForeignText } from "../../ui/foreign-text.tsx";
import { STATUS_WORDS, StatusGlyph } from "../../ui/status.tsx";
import { SectionHeading } from "./section-heading.tsx";
import { sectionName } from "./section-name.ts";

interface CheckedFactsProps {
  readonly id: string;
  readonly checks: readonly CheckedView[];
  readonly level: 1 | 2;
}

/** Everything that was asked about this refusal: what was found, what could not be, and what it has to do with it. */
export function CheckedFacts({ id, checks, level }: CheckedFactsProps) {
  if (checks.length === 0) return null;
  return (
    <section aria-labelledby={sectionName(id, "checks", level)} className="mt-16">
      <SectionHeading id={`${id}-checks`} level={level}>
        What we asked, and what came back
      </SectionHeading>
      <ul className="mt-5 border-t border-hairline">
        {checks.map(check => (
          <Check key={check.id} check={check} level={level} />
        ))}
      </ul>
    </section>
  );
}

function Check({ check, level }: { check: CheckedView; level: 1 | 2 }) {
  const Heading = level === 1 ? "h3" : "h4";
  return (
    <li
      className={cn(
        "grid break-inside-avoid grid-cols-[1rem_minmax(0,1fr)] gap-x-3 border-b border-hairline px-1 py-3 sm:px-2",
        check.status === "inconclusive" && "hatched bg-unknown-soft",
      )}
    >
      <StatusGlyph status={check.status} className="mt-0.75" />
      <div className="min-w-0 gap-x-6 md:grid md:grid-cols-[minmax(0,5fr)_minmax(0,9fr)]">
        <Heading className="text-15 font-medium tracking-normal">
          <span className="sr-only">{STATUS_WORDS[check.status]}: </span>
          <ForeignText text={check.title} />
        </Heading>
        <div className="min-w-0 text-ink-2">
          {check.lines.map(line => (
            <p key={line} className="[overflow-wrap:anywhere]">
              <ForeignText text={line} />
            </p>
          ))}
          {check.bearing === null ? null : (
            <p className="text-13 text-ink-3">
              <ForeignText text={check.bearing} />
            </p>
          )}
        </div>
      </div>
    </li>
  );
}
