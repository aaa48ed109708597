import { type ChangeState, changeState } from "#lib/scan/changes/change-state.ts";
import type { ToldChange, ToldDifference } from "#lib/services/monitors/list-changes.ts";

/** One entry of the timeline of a watched domain. */
export interface TimelineEntry {
  readonly id: string;
  /** ISO 8601, when it was noticed. */
  readonly at: string;
  readonly state: ChangeState;
  /** What its state means, in a sentence. */
  readonly words: string;
  readonly lines: readonly TimelineLine[];
  readonly before: string | null;
  readonly after: string;
  /** The comparison of both reports. */
  readonly comparison: string | null;
}

export interface TimelineLine {
  readonly text: string;
  /** Which way it went; before it is confirmed that says nothing yet, and nothing any more once it was dropped. */
  readonly standing: ToldDifference["direction"] | "unconfirmed" | "dropped";
  /** What the second look said of this line alone; null where the entry says it. */
  readonly note: string | null;
}

export const timelineOf = (changes: readonly ToldChange[]): readonly TimelineEntry[] =>
  changes.map(change => {
    const state = changeState(change);
    const { beforeScanId: before, afterScanId: after } = change;
    return {
      id: change.id,
      at: change.noticedAt.toISOString(),
      state,
      words: WORDS[state](change),
      lines: change.changes.map(({ sentence, direction, fate }) => ({
        text: sentence,
        standing: STANDINGS[fate] ?? direction,
        note: state === "confirmed" ? NOTES[fate] : null,
      })),
      before: before === null ? null : `/scans/${before}`,
      after: `/scans/${after}`,
      comparison: before === null ? null : `/scans/${after}/changes/${before}`,
    };
  });

const WORDS: Readonly<Record<ChangeState, (change: ToldChange) => string>> = {
  confirmed: () => "Confirmed by a second look.",
  unconfirmed: ({ unsureLooks }) =>
    unsureLooks === 0
      ? "Not confirmed yet: a second look is to come."
      : "Not confirmed yet: the second look could not tell; another is to come.",
  dismissed: ({ changes }) =>
    changes.some(({ fate }) => fate === "unsure")
      ? "Not confirmed: later looks could not tell. Nobody was told."
      : "Not confirmed: a second look saw it no more. Nobody was told.",
};

const STANDINGS: Readonly<Record<ToldDifference["fate"], "unconfirmed" | "dropped" | null>> = {
  confirmed: null,
  open: "unconfirmed",
  gone: "dropped",
  unsure: "unconfirmed",
};

const NOTES: Readonly<Record<ToldDifference["fate"], string | null>> = {
  confirmed: null,
  open: null,
  gone: "not seen again",
  unsure: "the second look could not tell",
};
