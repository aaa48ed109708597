import type { AdviceStep, AdviceView } from "#lib/web/bounce-view/bounce-view.ts";
import { ChoiceTabs } from "../../ui/choice-tabs.tsx";
import { CopyButton } from "../../ui/copy-button.tsx";
import { ForeignText } from "../../ui/foreign-text.tsx";

interface PartyTabsProps {
  readonly advice: AdviceView;
  /** Ready to send to the other side's admin. */
  readonly adminMessage: string | null;
}

const PARTIES = [
  { id: "sender", label: "Me" },
  { id: "senderAdmin", label: "My admin" },
  { id: "recipientAdmin", label: "Their admin" },
] as const;

/** What each party has to do, and the message that makes the other side do it. */
export function PartyTabs({ advice, adminMessage }: PartyTabsProps) {
  return (
    <section aria-labelledby="advice" className="mt-16">
      <div className="flex flex-wrap items-center justify-between gap-x-8 gap-y-3">
        <h2 id="advice" className="text-21">
          What to do
        </h2>
        {adminMessage === null ? null : (
          <CopyButton
            text={adminMessage}
            label="Copy message to their admin"
            wide
            className="border-accent! bg-accent! text-accent-ink!"
          />
        )}
      </div>
      <div className="mt-4">
        <ChoiceTabs
          name="party"
          legend="Who acts"
          tabs={PARTIES.map(({ id, label }) => ({ id, label, content: <AdviceSteps steps={advice[id]} /> }))}
        />
      </div>
    </section>
  );
}

function AdviceSteps({ steps }: { steps: readonly AdviceStep[] }) {
  if (steps.length === 0) return <p className="text-ink-2">Nothing to do here.</p>;
  return (
    <ol className="grid gap-5">
      {steps.map((step, at) => (
        <li key={at} className="grid grid-cols-[1.75rem_minmax(0,1fr)] break-inside-avoid">
          <span aria-hidden="true" className="font-mono text-ink-3">
            {at + 1}
          </span>
          <div className="min-w-0">
            <p className="max-w-[68ch]">
              <ForeignText text={step.text} />
            </p>
            {step.command === null ? null : <Command text={step.command} />}
          </div>
        </li>
      ))}
    </ol>
  );
}

const Command = ({ text }: { text: string }) => (
  <div className="mt-2 flex items-start gap-2 rounded-lg border border-hairline bg-raised py-1.5 pr-1.5 pl-3.5">
    <code className="min-w-0 grow py-1 text-13 whitespace-pre-wrap [overflow-wrap:anywhere]">
      <ForeignText text={text} lines />
    </code>
    <CopyButton text={text} label="Copy command" />
  </div>
);
