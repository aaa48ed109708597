import type { ProblemDoc } from "#lib/web/api-docs/api-docs.ts";
import { InlineCode } from "./inline-code.tsx";

/** Every code of a refusal, what it means and what to do about it. */
export const ApiProblems = ({ problems }: { problems: readonly ProblemDoc[] }) => (
  <section aria-labelledby="problems" className="mt-20">
    <h2 id="problems" className="text-21">
      Error codes
    </h2>
    <dl className="mt-4 border-t border-hairline">
      {problems.map(({ code, status, title, remedy }) => (
        <div
          key={code}
          id={code}
          className="grid gap-x-6 gap-y-1 border-b border-hairline px-1 py-3.5 sm:grid-cols-[15rem_minmax(0,1fr)]"
        >
          <dt>
            <code className="[overflow-wrap:anywhere]">{code}</code>{" "}
            <span className="text-13 text-ink-3">{status}</span>
          </dt>
          <dd className="max-w-[62ch]">
            <p className="font-medium">{title}</p>
            <p className="text-ink-2">
              <InlineCode text={remedy} />
            </p>
          </dd>
        </div>
      ))}
    </dl>
  </section>
);
