import type { RefusalView } from "#lib/web/bounce-view/bounce-view.ts";
import { Badge } from "../../ui/badge.tsx";
import { ForeignText } from "../../ui/foreign-text.tsx";
import { HostName } from "../../ui/host-name.tsx";

interface RefusalHeaderProps {
  readonly refusal: RefusalView;
  readonly level: 1 | 2;
  readonly sample: boolean;
  readonly actions?: React.ReactNode;
}

/** Whose fault it is in one sentence, and the answers people ask for next. */
export function RefusalHeader({ refusal, level, sample, actions }: RefusalHeaderProps) {
  const { id, verdict, facts, answers, recipients } = refusal;
  const Heading = level === 1 ? "h1" : "h2";
  return (
    <header className="pt-8 sm:pt-12">
      <div className="flex flex-wrap items-center gap-x-3 gap-y-1">
        <Recipients recipients={recipients} />
        {sample ? <Badge>sample</Badge> : null}
      </div>
      <Heading
        id={`${id}-verdict`}
        className={`mt-3 max-w-[26ch] text-28 tracking-[-0.022em] [overflow-wrap:anywhere] ${level === 1 ? "sm:text-40" : ""}`}
      >
        <Unbroken text={verdict.sentence} name={verdict.unbroken} />
      </Heading>
      {verdict.addition === null ? null : (
        <p className="mt-4 max-w-[62ch] text-17 text-ink-2">
          <ForeignText text={verdict.addition} />
        </p>
      )}
      <div className="mt-8 flex flex-wrap items-center justify-between gap-x-8 gap-y-4 border-t border-hairline pt-4">
        <p className="font-mono text-13 text-ink-3">
          <ForeignText text={facts.join(" · ")} />
        </p>
        {actions}
      </div>
      <Answers answers={answers} />
    </header>
  );
}

/** The sentence with a name in it that no line break may divide. */
function Unbroken({ text, name }: { text: string; name: string | null }) {
  const at = name === null ? -1 : text.indexOf(name);
  if (name === null || at === -1) return <ForeignText text={text} />;
  return (
    <>
      <ForeignText text={text.slice(0, at)} />
      <span className="whitespace-nowrap">
        <ForeignText text={name} />
      </span>
      <ForeignText text={text.slice(at + name.length)} />
    </>
  );
}

/** Up to this many addresses are listed; the rest is folded. */
const SHOWN = 5;

function Recipients({ recipients }: Pick<RefusalView, "recipients">) {
  if (recipients.length <= 1) {
    return (
      <p className="font-mono text-15 text-ink-2">
        <HostName name={recipients[0] ?? "recipient not named"} />
      </p>
    );
  }
  const rest = recipients.slice(SHOWN);
  return (
    <div className="font-mono text-15 text-ink-2">
      <AddressList recipients={recipients.slice(0, SHOWN)} />
      {rest.length === 0 ? null : (
        <details data-printed>
          <summary className="text-13 font-medium text-ink-3">and {rest.length} more</summary>
          <AddressList recipients={rest} />
        </details>
      )}
    </div>
  );
}

const AddressList = ({ recipients }: Pick<RefusalView, "recipients">) => (
  <ul>
    {recipients.map(recipient => (
      <li key={recipient}>
        <HostName name={recipient} />
      </li>
    ))}
  </ul>
);

const Answers = ({ answers }: Pick<RefusalView, "answers">) => (
  <dl className="mt-8 grid gap-px overflow-hidden rounded-lg border border-hairline bg-hairline sm:grid-cols-[repeat(auto-fit,minmax(11rem,1fr))]">
    {answers.map(({ question, answer }) => (
      <div key={question} className="bg-paper px-4 py-3">
        <dt className="text-13 text-ink-2">{question}</dt>
        <dd className="mt-1 font-medium">{answer}</dd>
      </div>
    ))}
  </dl>
);
