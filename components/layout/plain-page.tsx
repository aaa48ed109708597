import { cn } from "../ui/class-names.ts";

interface PlainPageProps {
  readonly title: React.ReactNode;
  readonly lead?: React.ReactNode;
  readonly className?: string;
  readonly children?: React.ReactNode;
}

/** A page of text: a heading, a leading sentence, and what follows. */
export function PlainPage({ title, lead, className, children }: PlainPageProps) {
  return (
    <article className={cn("pt-10 sm:pt-16", className)}>
      <h1 className="max-w-[26ch] text-28 tracking-[-0.022em] sm:text-40">{title}</h1>
      {lead === undefined ? null : <p className="mt-4 max-w-[62ch] text-17 text-ink-2">{lead}</p>}
      {children}
    </article>
  );
}
