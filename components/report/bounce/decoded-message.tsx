import type { DecodedMessage as Decoded } from "#lib/web/bounce-view/bounce-view.ts";
import { Disclosure } from "../../ui/disclosure.tsx";
import { ForeignText } from "../../ui/foreign-text.tsx";

/** The report as it was read, repaired, with the words that decided marked. */
export function DecodedMessage({ message }: { message: Decoded }) {
  return (
    <section aria-labelledby="message" className="mt-20">
      <h2 id="message" className="text-21">
        The report as we read it
      </h2>
      {message.fields.length === 0 ? null : (
        <dl className="mt-4 grid gap-x-6 gap-y-1 text-13 sm:grid-cols-[8rem_minmax(0,1fr)]">
          {message.fields.map(({ name, value }) => (
            <div key={name} className="contents">
              <dt className="text-ink-3">{name}</dt>
              <dd className="font-mono [overflow-wrap:anywhere] max-sm:mb-1.5">
                <ForeignText text={value} />
              </dd>
            </div>
          ))}
        </dl>
      )}
      <Disclosure
        summary="Its text, with the words that decided marked"
        className="mt-4"
        open={message.text.length < SHORT}
      >
        <pre
          tabIndex={0}
          className="max-h-128 overflow-y-auto rounded-lg border border-hairline bg-raised p-4 text-13 leading-relaxed whitespace-pre-wrap [overflow-wrap:anywhere] print:max-h-none"
        >
          <MarkedText message={message} />
        </pre>
      </Disclosure>
    </section>
  );
}

/** Up to this many characters the text is open from the start. */
const SHORT = 1500;

function MarkedText({ message: { text, matched } }: { message: Decoded }) {
  const ends = [0, ...matched.map(({ end }) => end)];
  return (
    <>
      {matched.map(({ start, end }, at) => (
        <span key={start}>
          <ForeignText text={text.slice(ends[at], start)} lines />
          <mark className="rounded-sm bg-mark px-0.5 text-ink">
            <ForeignText text={text.slice(start, end)} lines />
          </mark>
        </span>
      ))}
      <ForeignText text={text.slice(ends.at(-1))} lines />
    </>
  );
}
