import type { ChangedFinding, ChangesView } from "#lib/web/scan-view/view-changes.ts";
import { ForeignText } from "../ui/foreign-text.tsx";
import { StatusLabel } from "../ui/status.tsx";

/** Answers that are different now, before and after side by side. */
export function ChangedFindings({ findings }: Pick<ChangesView, "findings">) {
  if (findings.length === 0) return null;
  return (
    <section aria-labelledby="answers" className="mt-14">
      <h2 id="answers" className="text-21">
        Answers
      </h2>
      <ul className="mt-4 border-t border-hairline">
        {findings.map((finding, at) => (
          <li key={at} className="break-inside-avoid border-b border-hairline px-1 py-4">
            <p className="text-ink-2">
              {finding.question}
              {finding.subject === null ? null : (
                <code className="ml-2 text-13 break-all">
                  <ForeignText text={finding.subject} />
                </code>
              )}
            </p>
            <div className="mt-2 grid gap-x-8 gap-y-2 sm:grid-cols-2">
              <Answer when="Before" answer={finding.before} />
              <Answer when="Now" answer={finding.after} />
            </div>
          </li>
        ))}
      </ul>
    </section>
  );
}

const Answer = ({ when, answer }: { when: string; answer: ChangedFinding["after"] }) => (
  <div>
    <p className="text-13 text-ink-3">{when}</p>
    {answer === null ? (
      <p className="text-ink-3">Nothing was said of it</p>
    ) : (
      <>
        <p>
          <ForeignText text={answer.title} />
        </p>
        <StatusLabel status={answer.status} className="mt-0.5 text-13" />
      </>
    )}
  </div>
);
