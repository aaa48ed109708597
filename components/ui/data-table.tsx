import { cn } from "./class-names.ts";

/** A table of facts. On narrow screens it scrolls inside its own frame, reachable by keyboard. */
export function DataTable({
  caption,
  className,
  children,
}: {
  caption: string;
  className?: string;
  children: React.ReactNode;
}) {
  return (
    <div role="region" aria-label={caption} tabIndex={0} className="scroll-frame overflow-x-auto">
      <table className={cn("w-full border-collapse text-left text-13 tabular-nums", className)}>
        <caption className="sr-only">{caption}</caption>
        {children}
      </table>
    </div>
  );
}

export const HeadCell = ({ className, ...rest }: React.ComponentProps<"th">) => (
  <th
    scope="col"
    className={cn("border-b border-hairline py-2 pr-4 align-bottom font-medium text-ink-3", className)}
    {...rest}
  />
);

export const Cell = ({ className, ...rest }: React.ComponentProps<"td">) => (
  <td className={cn("border-b border-hairline/70 py-2 pr-4 align-top", className)} {...rest} />
);
