import type { Fate } from "#lib/bounce/batch/batch-item.ts";
import { CAUSE_TITLES } from "#lib/bounce/cause-titles.ts";
import type { BatchPage, BatchRow } from "#lib/services/batches/list-failures.ts";
import { utcMinute } from "../utc-words.ts";
import { FATE_WORDS } from "./fate-words.ts";

/** One page of failures, and the ways on. */
export interface FailureRows {
  readonly rows: readonly FailureRow[];
  readonly next: string | null;
  /** Null on the first page. */
  readonly first: string | null;
}

export interface FailureRow {
  readonly item: number;
  readonly recipient: string;
  readonly at: string | null;
  readonly cause: string;
  readonly reply: string;
  readonly fate: Fate;
  readonly fateWords: string;
}

/** The failures of a page in words. `path` is the page with its filter. */
export function viewFailures(
  { rows, next }: BatchPage,
  { path, after }: { path: string; after: number },
): FailureRows {
  const glue = path.includes("?") ? "&" : "?";
  return {
    rows: rows.map(viewRow),
    next: next === null ? null : `${path}${glue}after=${next}#failures`,
    first: after === 0 ? null : `${path}#failures`,
  };
}

const viewRow = ({
  item,
  recipient,
  recipientDomain,
  cause,
  fate,
  happenedAt,
  detail,
  ...row
}: BatchRow): FailureRow => ({
  item,
  recipient: recipient ?? (recipientDomain === null ? "not named" : `…@${recipientDomain}`),
  at: happenedAt === null ? null : utcMinute(happenedAt.toISOString()),
  cause: CAUSE_TITLES[cause],
  reply:
    detail.reply ??
    ([row.replyCode, row.enhancedStatus].filter(code => code !== null).join(" ") || "no reply quoted"),
  fate,
  fateWords: FATE_WORDS[fate].short,
});
