import { cn } from "./class-names.ts";

interface DataTableProps {
  readonly caption: string;
  readonly className?: string;
  readonly children: React.ReactNode;
}

/** A table of facts. On narrow screens it scrolls inside its own frame, reachable by keyboard. */
export const DataTable = ({ caption, className, children }: DataTableProps) => (
  <div role="region" aria-label={caption} tabIndex={0} className="scroll-frame overflow-x-auto">
    <table className={cn("data-table", className)}>
      <caption className="sr-only">{caption}</caption>
      {children}
    </table>
  </div>
);
