import { cn } from "./class-names.ts";

/** A small fact beside a heading: "sample", "read-only", "v1.0.0". */
export function Badge({ className, ...rest }: React.ComponentProps<"span">) {
  return (
    <span
      className={cn(
        "inline-flex items-center rounded-sm border border-hairline px-1.5 text-13 font-medium whitespace-nowrap text-ink-2",
        className,
      )}
      {...rest}
    />
  );
}
