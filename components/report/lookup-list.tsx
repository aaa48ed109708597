import type { LookupEntry } from "#lib/scan/report.ts";
import { cn } from "../ui/class-names.ts";
import { ForeignText } from "../ui/foreign-text.tsx";
import { lookupOutcome } from "./lookup-outcome.ts";

/** As many as help; the others are in the list of all lookups. */
const MOST = 4;
const MOST_ANSWERS = 4;

/** The raw answers a finding rests on: what was asked, whom, what came back, how long it took. */
export function LookupList({ lookups }: { lookups: readonly LookupEntry[] }) {
  const rest = lookups.length - MOST;
  return (
    <div className="mt-3 grid gap-3">
      {lookups.slice(0, MOST).map(lookup => (
        <RawAnswer key={lookup.id} lookup={lookup} />
      ))}
      {rest > 0 ? (
        <p className="text-13 text-ink-3">
          and {rest} more in{" "}
          <a href="#lookups" className="prose-link">
            all lookups
          </a>
        </p>
      ) : null}
    </div>
  );
}

function RawAnswer({ lookup }: { lookup: LookupEntry }) {
  const { failed, word } = lookupOutcome(lookup);
  const more = lookup.answers.length - MOST_ANSWERS;
  return (
    <div className="min-w-0 border-l-2 border-hairline pl-3 font-mono text-13">
      <p className="flex flex-wrap gap-x-3 text-ink-3">
        <span className="break-all text-ink-2">
          {lookup.type} <ForeignText text={lookup.name} />
        </span>
        <span className={cn(failed && "text-unknown")}>{word}</span>
        {lookup.ttl === null ? null : <span>TTL {lookup.ttl} s</span>}
        {lookup.server === null ? null : <span>{lookup.server}</span>}
        <span>{lookup.ms} ms</span>
      </p>
      {lookup.answers.slice(0, MOST_ANSWERS).map((answer, at) => (
        <p key={at} className="mt-0.5 break-all text-ink">
          <ForeignText text={answer} />
        </p>
      ))}
      {more > 0 ? <p className="text-ink-3">and {more} more</p> : null}
    </div>
  );
}
