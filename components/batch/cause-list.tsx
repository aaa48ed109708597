import type { CauseGroupView } from "#lib/web/batch-view/batch-view.ts";
import { count, thousands } from "../report/format.ts";
import { Disclosure } from "../ui/disclosure.tsx";
import { ForeignText } from "../ui/foreign-text.tsx";
import { CauseAdvice } from "./cause-advice.tsx";
import { RouteEvidence } from "./route-evidence.tsx";
import { ShareBar } from "./share-bar.tsx";

/** The failures by their cause, each with its advice: the largest first. */
export const CauseList = ({ causes }: { causes: readonly CauseGroupView[] }) => (
  <section aria-labelledby="causes" className="mt-16">
    <h2 id="causes" className="text-21">
      Why they failed, and what to do
    </h2>
    <ol className="mt-5 border-t border-hairline">
      {causes.map((cause, at) => (
        <Cause key={cause.id} cause={cause} open={at < OPEN} />
      ))}
    </ol>
  </section>
);

/** The advice of so many causes is open from the start. */
const OPEN = 1;

const Cause = ({ cause, open }: { cause: CauseGroupView; open: boolean }) => (
  <li className="grid gap-x-8 gap-y-2 border-b border-hairline px-1 py-5 sm:grid-cols-[8rem_minmax(0,1fr)] sm:px-2">
    <div>
      <p className="text-21 font-semibold tabular-nums">{thousands(cause.failures)}</p>
      <ShareBar share={cause.share} className="mt-1" />
      <p className="mt-1.5 text-13 text-ink-3 tabular-nums">{percent(cause.share)} of all</p>
    </div>
    <div className="min-w-0">
      <h3 className="text-17">
        <a href={cause.href} className="rounded-sm hover:text-accent">
          {cause.title}
        </a>
      </h3>
      <p className="mt-0.5 max-w-[68ch] text-ink-2">
        <ForeignText text={cause.sentence} />
      </p>
      <p className="mt-1 text-13 text-ink-3">
        {[
          cause.who,
          cause.when,
          ...(cause.addresses === 0 ? [] : [count(cause.addresses, "address", "addresses")]),
          count(cause.domains, "domain"),
        ].join(" · ")}
      </p>
      {cause.routes === null ? null : <RouteEvidence notes={cause.routes} />}
      <Disclosure summary="What to do" open={open} printed className="mt-3">
        <CauseAdvice advice={cause.advice} />
        {cause.guide === null ? null : (
          <p className="mt-3">
            <a href={cause.guide} className="prose-link">
              More about 550 5.4.1 of Microsoft 365, and how to tell its causes apart
            </a>
          </p>
        )}
        <Replies replies={cause.replies} />
      </Disclosure>
    </div>
  </li>
);

const percent = (share: number): string => (share < 0.01 ? "under 1 %" : `${Math.round(share * 100)} %`);

function Replies({ replies }: Pick<CauseGroupView, "replies">) {
  if (replies.length === 0) return null;
  return (
    <>
      <h4 className="mt-5 text-13 font-medium text-ink-2">What the servers said, most often first</h4>
      <ul className="mt-2 grid gap-2">
        {replies.map(({ text, from, failures }) => (
          <li key={text} className="border-l-2 border-hairline pl-3">
            <code className="block text-13 [overflow-wrap:anywhere]">
              <ForeignText text={text} />
            </code>
            <span className="text-13 text-ink-3 tabular-nums">
              {thousands(failures)} times{from === null ? "" : `, mostly ${from}`}
            </span>
          </li>
        ))}
      </ul>
    </>
  );
}
