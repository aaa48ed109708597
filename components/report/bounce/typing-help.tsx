import type { RefusalView } from "#lib/web/bounce-view/bounce-view.ts";
import { ForeignText } from "../../ui/foreign-text.tsx";
import { Notice } from "../../ui/notice.tsx";
import { SectionHeading } from "./section-heading.tsx";
import { sectionName } from "./section-name.ts";

/** Whether the address is written right, as far as that can be told without asking the mailbox. */
export function TypingHelp({ refusal, level }: { refusal: RefusalView; level: 1 | 2 }) {
  const { id, typing } = refusal;
  if (typing === null) return null;
  return (
    <section aria-labelledby={sectionName(id, "typing", level)} className="mt-16 break-inside-avoid">
      <SectionHeading id={`${id}-typing`} level={level}>
        Is the address written right?
      </SectionHeading>
      {typing.slips.length === 0 ? null : (
        <Notice status="warn" title="Look again" className="mt-4 max-w-[72ch]">
          {typing.slips.map(slip => (
            <p key={slip} className="[overflow-wrap:anywhere]">
              <ForeignText text={slip} />
            </p>
          ))}
        </Notice>
      )}
      <ul className="mt-4 grid max-w-[68ch] list-disc gap-1 pl-5 text-ink-2 marker:text-ink-3">
        {typing.looked.map(line => (
          <li key={line} className="[overflow-wrap:anywhere]">
            <ForeignText text={line} />
          </li>
        ))}
      </ul>
      <p className="mt-3 max-w-[68ch] text-13 text-ink-3">
        Whether the mailbox exists was not asked. Mail servers take such questions for address harvesting,
        answer them falsely or block whoever asks; Microsoft calls it namespace mining. A reply from the
        person, or their website, tells more.
      </p>
    </section>
  );
}
