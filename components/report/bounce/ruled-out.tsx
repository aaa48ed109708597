import type { RefusalView } from "#lib/web/bounce-view/bounce-view.ts";
import { Disclosure } from "../../ui/disclosure.tsx";
import { ForeignText } from "../../ui/foreign-text.tsx";
import { sectionName } from "./section-name.ts";

interface RuledOutProps {
  readonly id: string;
  readonly ruledOut: RefusalView["ruledOut"];
  readonly level: 1 | 2;
}

/** What is often blamed and is not the cause of this reply. */
export function RuledOut({ id, ruledOut, level }: RuledOutProps) {
  if (ruledOut.length === 0) return null;
  const Heading = level === 1 ? "h3" : "h4";
  return (
    <section aria-labelledby={sectionName(id, "ruled-out", level)} className="mt-8">
      <Disclosure
        printed
        summary={
          <Heading id={`${id}-ruled-out`} className="text-15 font-medium tracking-normal">
            Not the cause of this reply: {ruledOut.length} usual suspects
          </Heading>
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
