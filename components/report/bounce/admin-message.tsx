import { Mail } from "lucide-react";
import type { AdminMessageView, RefusalView } from "#lib/web/bounce-view/bounce-view.ts";
import { ButtonLink } from "../../ui/button.tsx";
import { ChoiceTabs } from "../../ui/choice-tabs.tsx";
import { CopyButton } from "../../ui/copy-button.tsx";
import { Disclosure } from "../../ui/disclosure.tsx";
import { ForeignText } from "../../ui/foreign-text.tsx";
import { sectionName } from "./section-name.ts";

/** The text for the administrator who can end it: to copy, to mail or to keep, in each language we have. */
export function AdminMessage({ refusal, level }: { refusal: RefusalView; level: 1 | 2 }) {
  const { id, messages } = refusal;
  const [first] = messages;
  if (first === undefined) return null;
  const Heading = level === 1 ? "h3" : "h4";
  return (
    <section aria-labelledby={sectionName(id, "message", level)} className="mt-8">
      <Disclosure
        printed
        summary={
          <Heading id={`${id}-message`} className="text-15 font-medium tracking-normal">
            The message to {first.to}
            {messages.length > 1 ? `, in ${messages.length} languages` : ""}
          </Heading>
        }
      >
        {messages.length === 1 ? (
          <Message message={first} />
        ) : (
          <ChoiceTabs
            name={`${id}-language`}
            legend="Language of the message"
            tabs={messages.map(message => ({
              id: message.language,
              label: message.label,
              content: <Message message={message} />,
            }))}
          />
        )}
      </Disclosure>
    </section>
  );
}

const Message = ({ message }: { message: AdminMessageView }) => (
  <div lang={message.language} className="max-w-[76ch]">
    <p className="font-medium [overflow-wrap:anywhere]">
      <ForeignText text={message.subject} />
    </p>
    <pre
      tabIndex={0}
      className="mt-2 max-h-128 overflow-y-auto rounded-lg border border-hairline bg-raised p-4 font-sans text-15 whitespace-pre-wrap [overflow-wrap:anywhere] print:max-h-none print:[widows:4]"
    >
      <ForeignText text={message.body} lines />
    </pre>
    <div lang="en" className="no-print mt-3 flex flex-wrap gap-2">
      <CopyButton text={message.body} label="Copy" wide />
      <ButtonLink href={message.mailto}>
        <Mail aria-hidden="true" />
        Open in mail program
      </ButtonLink>
      {message.file === null ? null : (
        <ButtonLink href={message.file} download>
          Save as .txt
        </ButtonLink>
      )}
    </div>
  </div>
);
