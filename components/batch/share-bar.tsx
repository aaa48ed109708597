import { cn } from "../ui/class-names.ts";

/** A share as a thin bar; the number stands beside it. */
export const ShareBar = ({ share, className }: { share: number; className?: string }) => (
  <svg
    viewBox="0 0 100 1"
    preserveAspectRatio="none"
    aria-hidden="true"
    className={cn("block h-1 w-full max-w-36", className)}
  >
    <rect width="100" height="1" className="fill-hairline" />
    <rect width={Math.max(1, Math.round(share * 100))} height="1" className="fill-accent" />
  </svg>
);
