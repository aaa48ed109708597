import { ForeignText } from "../ui/foreign-text.tsx";
import type { RawAnswer, RawAnswers } from "./raw-answers.ts";

interface LookupListProps {
  readonly lookups: RawAnswers;
  /** Where all lookups are. */
  readonly allHref: string;
}

/** The raw answers a finding rests on: what was asked, whom, what came back, how long it took. */
export const LookupList = ({ lookups, allHref }: LookupListProps) => (
  <div className="mt-3 grid gap-3">
    {lookups.shown.map((lookup, at) => (
      <Lookup key={at} lookup={lookup} />
    ))}
    {lookups.more > 0 ? (
      <p className="text-13 text-ink-3">
        and {lookups.more} more in{" "}
        <a href={allHref} className="prose-link">
          all lookups
        </a>
      </p>
    ) : null}
  </div>
);

const Lookup = ({ lookup: { type, name, facts, failed, answers, more } }: { lookup: RawAnswer }) => (
  <div className="raw-answer">
    <small className={failed ? "text-unknown" : undefined}>
      <b>
        {type} <ForeignText text={name} />
      </b>{" "}
      {facts}
    </small>
    {answers.map((answer, at) => (
      <div key={at}>
        <ForeignText text={answer} />
      </div>
    ))}
    {more > 0 ? <small>and {more} more</small> : null}
  </div>
);
