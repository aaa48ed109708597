import type { HistoryItem } from "#lib/services/history/list.ts";
import { visibleText } from "#lib/values/visible-text.ts";
import { utcMinute } from "./utc-words.ts";

export interface HistoryRow {
  /** Kind and id, as the action takes them. */
  readonly name: string;
  readonly href: string;
  readonly title: string;
  readonly mark: { readonly kind: HistoryItem["kind"]; readonly letter: string | null };
  /** "Scan, grade B" */
  readonly words: string;
  /** "Scan, 25 November 2026, 22:14 UTC" */
  readonly note: string;
}

/** The rows of the history page. */
export const historyRows = (items: readonly HistoryItem[]): readonly HistoryRow[] =>
  items.map(item => ({
    name: `${item.kind}:${item.id}`,
    href: `/${FOLDERS[item.kind]}/${item.id}`,
    title:
      visibleText(item.unicode === null ? item.title : `${item.title} (${item.unicode})`) ||
      UNNAMED[item.kind],
    mark: { kind: item.kind, letter: item.grade },
    words: wordsOf(item),
    note: utcMinute(item.at.toISOString()),
  }));

const FOLDERS = { scan: "scans", bounce: "bounces", batch: "batches" } as const;
const UNNAMED = { scan: "", bounce: "a bounce", batch: "a batch" } as const;
const UNFINISHED: Readonly<Record<string, string>> = {
  pending: "waiting",
  running: "running",
  failed: "could not be finished",
};

function wordsOf({ kind, status, grade, cause, total }: HistoryItem): string {
  const unfinished = UNFINISHED[status];
  if (kind === "scan") return `Scan, ${unfinished ?? (grade === null ? "no grade" : `grade ${grade}`)}`;
  if (kind === "bounce") return `Bounce, ${unfinished ?? cause?.replaceAll("_", " ") ?? "no cause found"}`;
  return `Batch, ${unfinished ?? `${total ?? 0} mails`}`;
}
