import type { CauseGroupView } from "#lib/web/batch-view/batch-view.ts";
import { ForeignText } from "../ui/foreign-text.tsx";

/** What each side does about one cause. */
export const CauseAdvice = ({ advice }: Pick<CauseGroupView, "advice">) => (
  <dl className="grid gap-x-8 gap-y-4 md:grid-cols-[9rem_minmax(0,1fr)]">
    {advice.map(({ who, steps }) => (
      <div key={who} className="contents">
        <dt className="font-medium">{who}</dt>
        <dd className="min-w-0 max-md:-mt-3">
          <ol className="grid max-w-[68ch] list-decimal gap-1.5 pl-5 marker:text-ink-3">
            {steps.map(step => (
              <li key={step} className="pl-1 [overflow-wrap:anywhere]">
                <ForeignText text={step} />
              </li>
            ))}
          </ol>
        </dd>
      </div>
    ))}
  </dl>
);
