import type { BounceView } from "#lib/web/bounce-view/bounce-view.ts";
import { Badge } from "../../ui/badge.tsx";
import { ForeignText } from "../../ui/foreign-text.tsx";

/** Whose fault it is in one sentence, and the answers people ask for next. */
export function BounceHeader({ bounce, actions }: { bounce: BounceView; actions?: React.ReactNode }) {
  return (
    <header className="pt-8 sm:pt-12">
      <p className="flex flex-wrap items-center gap-x-3 gap-y-1 font-mono text-15 text-ink-2">
        <span className="break-all">
          <ForeignText text={bounce.recipient ?? "recipient not named"} />
        </span>
        {bounce.sample ? <Badge className="font-sans">sample</Badge> : null}
      </p>
      <h1 className="mt-3 max-w-[26ch] text-28 tracking-[-0.022em] sm:text-40">
        <ForeignText text={bounce.verdict.sentence} />
      </h1>
      {bounce.verdict.addition === null ? null : (
        <p className="mt-4 max-w-[62ch] text-17 text-ink-2">
          <ForeignText text={bounce.verdict.addition} />
        </p>
      )}
      <div className="mt-8 flex flex-wrap items-center justify-between gap-x-8 gap-y-4 border-t border-hairline pt-4">
        <p className="font-mono text-13 text-ink-3">
          <ForeignText text={bounce.facts.join(" · ")} />
        </p>
        {actions}
      </div>
      <Answers answers={bounce.answers} />
    </header>
  );
}

const Answers = ({ answers }: Pick<BounceView, "answers">) => (
  <dl className="mt-8 grid gap-px overflow-hidden rounded-lg border border-hairline bg-hairline sm:grid-cols-[repeat(auto-fit,minmax(11rem,1fr))]">
    {answers.map(({ question, answer }) => (
      <div key={question} className="bg-paper px-4 py-3">
        <dt className="text-13 text-ink-2">{question}</dt>
        <dd className="mt-1 font-medium">{answer}</dd>
      </div>
    ))}
  </dl>
);
