import { Layers, Mail } from "lucide-react";
import type { HistoryRow } from "#lib/web/history-rows.ts";
import { cn } from "../ui/class-names.ts";

/** The grade of a scan, hatched where there is none, or what else the row is. The words stand beside it. */
export const HistoryMark = ({ kind, letter }: HistoryRow["mark"]) => (
  <span
    aria-hidden="true"
    className={cn(
      "grid size-9 shrink-0 place-items-center rounded-md border border-hairline text-15 font-semibold [&_svg]:size-4 [&_svg]:stroke-[1.5] [&_svg]:text-ink-2",
      kind === "scan" && letter === null && "hatched text-unknown",
    )}
  >
    {MARKS[kind] ?? letter ?? "?"}
  </span>
);

const MARKS = { scan: null, bounce: <Mail />, batch: <Layers /> } as const;
