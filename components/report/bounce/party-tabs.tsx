import type { AdviceStep, AdviceView, RefusalView } from "#lib/web/bounce-view/bounce-view.ts";
import { ChoiceTabs } from "../../ui/choice-tabs.tsx";
import { CopyButton } from "../../ui/copy-button.tsx";
import { ForeignText } from "../../ui/foreign-text.tsx";
import { RecordBlock } from "../record-block.tsx";
import { SectionHeading } from "./section-heading.tsx";
import { sectionName } from "./section-name.ts";

interface PartyTabsProps {
  readonly refusal: RefusalView;
  readonly reader: "sender" | "other";
  readonly level: 1 | 2;
}

interface PartyTab {
  readonly id: keyof AdviceView;
  readonly label: string;
}

/** In the order in which each reader looks for themselves. */
const TABS: Readonly<Record<PartyTabsProps["reader"], readonly PartyTab[]>> = {
  sender: [
    { id: "sender", label: "Me" },
    { id: "senderAdmin", label: "My admin" },
    { id: "recipientAdmin", label: "Their admin" },
  ],
  other: [
    { id: "recipientAdmin", label: "Recipient’s admin" },
    { id: "senderAdmin", label: "Sender’s admin" },
    { id: "sender", label: "Sender" },
  ],
};

/** What each party has to do. The message that makes an administrator do it is the first thing to copy. */
export function PartyTabs({ refusal, reader, level }: PartyTabsProps) {
  const { id, advice, messages } = refusal;
  const [message] = messages;
  return (
    <section aria-labelledby={sectionName(id, "advice", level)} className="mt-16">
      <div className="flex flex-wrap items-center justify-between gap-x-8 gap-y-3">
        <SectionHeading id={`${id}-advice`} level={level}>
          What to do
        </SectionHeading>
        {message === undefined ? null : (
          <CopyButton
            text={message.body}
            label={`Copy message to ${message.to}`}
            wide
            className="border-accent! bg-accent! text-accent-ink!"
          />
        )}
      </div>
      <div className="mt-4">
        <ChoiceTabs
          name={`${id}-party`}
          legend="Who acts"
          chosen={reader === "sender" && refusal.acts === "senderAdmin" ? "senderAdmin" : undefined}
          tabs={TABS[reader].map(tab => ({
            id: tab.id,
            label: tab.label,
            content: (
              <Party steps={advice[tab.id]} remedy={tab.id === "senderAdmin" ? refusal.remedy : null} />
            ),
          }))}
        />
      </div>
    </section>
  );
}

function Party({ steps, remedy }: { steps: readonly AdviceStep[]; remedy: RefusalView["remedy"] }) {
  if (steps.length === 0 && remedy === null) return <p className="text-ink-2">Nothing to do here.</p>;
  return (
    <div className="grid grid-cols-[minmax(0,1fr)] gap-6">
      {remedy === null ? null : (
        <div className="grid grid-cols-[minmax(0,1fr)] gap-3">
          <p className="max-w-[68ch] font-medium">
            The record that lets this server send: <ForeignText text={remedy.why} />
          </p>
          <RecordBlock record={remedy.record} zone={remedy.zone} />
        </div>
      )}
      <ol className="grid gap-5">
        {steps.map((step, at) => (
          <li key={at} className="grid grid-cols-[1.75rem_minmax(0,1fr)] break-inside-avoid">
            <span aria-hidden="true" className="font-mono text-ink-3">
              {at + 1}
            </span>
            <div className="min-w-0">
              <p className="max-w-[68ch] [overflow-wrap:anywhere]">
                <ForeignText text={step.text} />
              </p>
              {step.command === null ? null : <Command text={step.command} />}
            </div>
          </li>
        ))}
      </ol>
    </div>
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
