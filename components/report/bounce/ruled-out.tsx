import type { BounceView } from "#lib/web/bounce-view/bounce-view.ts";
import { Disclosure } from "../../ui/disclosure.tsx";
import { ForeignText } from "../../ui/foreign-text.tsx";

/** What is often blamed and is not the cause of this reply. */
export function RuledOut({ ruledOut }: Pick<BounceView, "ruledOut">) {
  if (ruledOut.length === 0) return null;
  return (
    <section aria-labelledby="ruled-out" className="mt-8">
      <Disclosure
        printed
        summary={
          <h2 id="ruled-out" className="text-15 font-medium tracking-normal">
            Not the cause of this reply: {ruledOut.length} usual suspects
          </h2>
        }
      >
        <dl className="grid gap-x-8 gap-y-2 text-15 sm:grid-cols-[minmax(10rem,auto)_minmax(0,1fr)]">
          {ruledOut.map(({ title, because }) => (
            <div key={title} className="contents">
              <dt>
                <ForeignText text={title} />
              </dt>
              <dd className="text-ink-2 max-sm:mb-2">
                <ForeignText text={because} />
              </dd>
            </div>
          ))}
        </dl>
      </Disclosure>
    </section>
  );
}
