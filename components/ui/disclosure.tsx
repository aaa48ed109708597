import { cn } from "./class-names.ts";

interface DisclosureProps {
  readonly summary: React.ReactNode;
  readonly open?: boolean;
  /** Opened on paper too; evidence of what is in order stays folded there. */
  readonly printed?: boolean;
  readonly className?: string;
  readonly children: React.ReactNode;
}

/** Something folded away, in plain HTML: it opens by mouse, keyboard and touch, without any script. */
export function Disclosure({ summary, open = false, printed = false, className, children }: DisclosureProps) {
  return (
    <details open={open} data-printed={printed || undefined} className={cn("fold", className)}>
      <summary className="inline-flex items-center gap-1.5 rounded-sm text-13 font-medium text-ink-2 hover:text-ink">
        <i aria-hidden="true" className="chevron size-3.5" />
        {summary}
      </summary>
      <div className="pt-3">{children}</div>
    </details>
  );
}
