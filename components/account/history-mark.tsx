import { cn } from "../ui/class-names.ts";

/** The grade of a scan as a letter in a square; hatched where there is none. The words stand beside it. */
export const HistoryMark = ({ letter, words }: { letter: string | null; words: string }) => (
  <span
    aria-hidden="true"
    title={words}
    className={cn(
      "grid size-9 shrink-0 place-items-center rounded-md border border-hairline text-15 font-semibold",
      letter === null && "hatched text-unknown",
    )}
  >
    {letter ?? "?"}
  </span>
);
