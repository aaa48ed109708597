import type { Fate } from "#lib/bounce/batch/batch-item.ts";
import { cn } from "../ui/class-names.ts";

/** What the colour of a fate is in pictures. Beside it always stands the word. */
export const FATE_FILL: Readonly<Record<Fate, string>> = {
  remove: "fill-fail",
  undecided: "fill-edge",
  ask: "fill-unknown",
  repair: "fill-warn-shape",
  retry: "fill-info",
  reached: "fill-pass",
};

/** A small square in the colour of a fate, as in the picture. */
export const FateMark = ({ fate }: { fate: Fate }) => (
  <svg viewBox="0 0 10 10" aria-hidden="true" className="size-2.5 shrink-0">
    <rect width="10" height="10" rx="2" className={cn(FATE_FILL[fate])} />
  </svg>
);
