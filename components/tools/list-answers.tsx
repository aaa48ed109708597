import type { BlocklistAnswersView, ListAnswerView } from "#lib/web/blocklist-view.ts";
import { ForeignText } from "../ui/foreign-text.tsx";
import { Notice } from "../ui/notice.tsx";
import { StatusGlyph } from "../ui/status.tsx";

/** What every list says about the entry: the bad news first, what is not known next. */
export function ListAnswers({ answers }: { answers: BlocklistAnswersView }) {
  return (
    <section aria-label="Answers" className="mt-10 max-w-3xl">
      <Notice status={answers.status} role="status" title={answers.summary} />
      <ul className="mt-6 border-t border-hairline">
        {answers.answers.map(answer => (
          <ListAnswer key={answer.id} answer={answer} />
        ))}
      </ul>
    </section>
  );
}

const ListAnswer = ({ answer }: { answer: ListAnswerView }) => (
  <li className="flex gap-3 border-b border-hairline py-2.5">
    <StatusGlyph status={answer.status} className="mt-1" />
    <div className="min-w-0">
      <p>
        <ForeignText text={answer.title} />
      </p>
      {answer.detail === null ? null : (
        <p className="mt-0.5 max-w-[68ch] text-13 text-ink-2">
          <ForeignText text={answer.detail} />
        </p>
      )}
      {answer.steps.length === 0 ? null : (
        <ol className="mt-2 grid max-w-[68ch] list-decimal gap-1 pl-5 text-13 text-ink-2">
          {answer.steps.map(step => (
            <li key={step}>
              <ForeignText text={step} />
            </li>
          ))}
        </ol>
      )}
    </div>
  </li>
);
