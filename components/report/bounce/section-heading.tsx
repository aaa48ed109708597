import { cn } from "../../ui/class-names.ts";

interface SectionHeadingProps {
  readonly id: string;
  /** Of the refusal that the section belongs to. */
  readonly level: 1 | 2;
  readonly className?: string;
  readonly children: React.ReactNode;
}

/** The heading of a part of a refusal, one level below the refusal's own. */
export function SectionHeading({ id, level, className, children }: SectionHeadingProps) {
  const Heading = level === 1 ? "h2" : "h3";
  return (
    <Heading id={id} className={cn("text-21", className)}>
      {children}
    </Heading>
  );
}
