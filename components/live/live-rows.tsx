import type { LiveFinding } from "#lib/web/live-news.ts";
import { cn } from "../ui/class-names.ts";
import { ForeignText } from "../ui/foreign-text.tsx";
import { STATUS_WORDS, StatusGlyph } from "../ui/status.tsx";

/** A check that will be answered. */
export interface LiveCheck {
  readonly id: string;
  readonly question: string;
}

/** Every question from the start, in the order of the report; answers appear in their places. */
export function LiveRows({ checks, rows }: { checks: readonly LiveCheck[]; rows: readonly LiveFinding[] }) {
  const answers = new Map(rows.map(row => [row.check, row]));
  return (
    <ul className="mt-6 border-t border-hairline">
      {checks.map(({ id, question }) => (
        <LiveRow key={id} question={question} answer={answers.get(id) ?? null} />
      ))}
    </ul>
  );
}

const LiveRow = ({ question, answer }: { question: string; answer: LiveFinding | null }) => (
  <li className="grid grid-cols-[1rem_minmax(0,1fr)] gap-x-3 border-b border-hairline px-1 py-3 sm:px-2">
    {answer === null ? (
      <Waiting />
    ) : (
      <StatusGlyph status={answer.status} className="mt-0.75 animate-arrive" />
    )}
    <span className="min-w-0 gap-x-6 md:grid md:grid-cols-[minmax(0,5fr)_minmax(0,7fr)]">
      <span className={cn("block max-md:text-13", answer === null ? "text-ink-3" : "text-ink-2")}>
        {question}
      </span>
      {answer === null ? (
        <span className="block h-5.5" />
      ) : (
        <span className="block animate-arrive font-medium">
          <span className="sr-only">{STATUS_WORDS[answer.status]}: </span>
          <ForeignText text={answer.title} />
        </span>
      )}
    </span>
  </li>
);

const Waiting = () => (
  <span aria-hidden="true" className="mx-auto mt-2 size-1.5 animate-pulse-soft rounded-full bg-edge" />
);
