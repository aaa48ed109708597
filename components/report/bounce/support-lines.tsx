import type { RefusalView } from "#lib/web/bounce-view/bounce-view.ts";
import { CopyButton } from "../../ui/copy-button.tsx";
import { ForeignText } from "../../ui/foreign-text.tsx";
import { Notice } from "../../ui/notice.tsx";
import { SectionHeading } from "./section-heading.tsx";
import { sectionName } from "./section-name.ts";

/** What the recipient's administrator gives to Microsoft's support to have this very refusal looked up. */
export function SupportLines({ refusal, level }: { refusal: RefusalView; level: 1 | 2 }) {
  const { id, support } = refusal;
  if (support === null) return null;
  const text = support.lines.map(({ name, value }) => `${name}: ${value}`).join("\n");
  return (
    <section aria-labelledby={sectionName(id, "support", level)} className="mt-16 break-inside-avoid">
      <div className="flex flex-wrap items-center justify-between gap-3">
        <SectionHeading id={`${id}-support`} level={level}>
          For Microsoft’s support
        </SectionHeading>
        <CopyButton text={text} label="Copy" wide />
      </div>
      <p className="mt-1 max-w-[68ch] text-ink-2">
        With these their administrator can have exactly this refusal looked up.
      </p>
      <dl className="mt-3 grid gap-x-6 gap-y-1 sm:grid-cols-[6rem_minmax(0,1fr)]">
        {support.lines.map(({ name, value }) => (
          <div key={name} className="contents">
            <dt className="text-13 text-ink-3">
              <ForeignText text={name} />
            </dt>
            <dd className="font-mono text-15 [overflow-wrap:anywhere] max-sm:mb-1.5">
              <ForeignText text={value} />
            </dd>
          </div>
        ))}
      </dl>
      {support.warning === null ? null : (
        <Notice status="info" title={support.warning} className="mt-4 max-w-[72ch]" />
      )}
    </section>
  );
}
