import type { LookupEntry } from "#lib/scan/report.ts";
import { ForeignText } from "../ui/foreign-text.tsx";
import { lookupOutcome } from "./lookup-outcome.ts";

const MOST_ANSWERS = 4;

interface LookupListProps {
  readonly lookups: readonly LookupEntry[];
  /** As many as help; the others are in the list of all lookups. */
  readonly most: number;
  /** Where they all are. */
  readonly allHref: string;
}

/** The raw answers a finding rests on: what was asked, whom, what came back, how long it took. */
export function LookupList({ lookups, most, allHref }: LookupListProps) {
  const rest = lookups.length - most;
  return (
    <div className="mt-3 grid gap-3">
      {lookups.slice(0, most).map(lookup => (
        <RawAnswer key={lookup.id} lookup={lookup} />
      ))}
      {rest > 0 ? (
        <p className="text-13 text-ink-3">
          and {rest} more in{" "}
          <a href={allHref} className="prose-link">
            all lookups
          </a>
        </p>
      ) : null}
    </div>
  );
}

function RawAnswer({ lookup }: { lookup: LookupEntry }) {
  const { failed, word } = lookupOutcome(lookup);
  const { type, name, answers, ttl, server, ms } = lookup;
  const facts = [word, ttl === null ? null : `TTL ${ttl} s`, server, `${ms} ms`].filter(
    fact => fact !== null,
  );
  const more = answers.length - MOST_ANSWERS;
  return (
    <div className="raw-answer">
      <small className={failed ? "text-unknown" : undefined}>
        <b>
          {type} <ForeignText text={name} />
        </b>{" "}
        {facts.join(" · ")}
      </small>
      {answers.slice(0, MOST_ANSWERS).map((answer, at) => (
        <div key={at}>
          <ForeignText text={answer} />
        </div>
      ))}
      {more > 0 ? <small>and {more} more</small> : null}
    </div>
  );
}
