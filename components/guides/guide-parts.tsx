import { cn } from "../ui/class-names.ts";
import { CopyButton } from "../ui/copy-button.tsx";

interface GuideSectionProps {
  readonly id: string;
  readonly title: string;
  readonly children: React.ReactNode;
}

/** One question of a guide and its answer. */
export const GuideSection = ({ id, title, children }: GuideSectionProps) => (
  <section aria-labelledby={id} className="mt-16 scroll-mt-6">
    <h2 id={id} className="text-21 sm:text-28">
      {title}
    </h2>
    {children}
  </section>
);

/** A paragraph at a measure that can be read. */
export const Text = ({ className, children }: { className?: string; children: React.ReactNode }) => (
  <p className={cn("mt-3 max-w-[68ch]", className)}>{children}</p>
);

/** What somebody's machine wrote, inline. */
export const Said = ({ children }: { children: string }) => (
  <code className="text-[0.92em] [overflow-wrap:anywhere]">{children}</code>
);

/** A command to run, exactly as it is copied. */
export const Command = ({ text }: { text: string }) => (
  <div className="mt-2 flex max-w-[76ch] items-start gap-2 rounded-lg border border-hairline bg-raised py-1.5 pr-1.5 pl-3.5">
    <code className="min-w-0 grow py-1 text-13 whitespace-pre-wrap [overflow-wrap:anywhere]">{text}</code>
    <CopyButton text={text} label="Copy command" />
  </div>
);

/** Numbered steps; each child is one step. */
export const Steps = ({ children }: { children: React.ReactNode }) => (
  <ol className="mt-4 grid max-w-[76ch] list-decimal gap-4 pl-6 marker:text-ink-3">{children}</ol>
);

export const Step = ({ children }: { children: React.ReactNode }) => (
  <li className="break-inside-avoid pl-1.5">{children}</li>
);
