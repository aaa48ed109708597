import type { Fate } from "#lib/bounce/batch/batch-item.ts";
import type { Letter } from "#lib/scan/grade.ts";

/** A batch that has been read, as a page shows it: every word rendered, nothing left to decide. */
export interface BatchView {
  readonly id: string;
  readonly name: string;
  readonly verdict: { readonly sentence: string; readonly addition: string | null };
  /** How much was read, of what kind, when. */
  readonly facts: readonly string[];
  readonly filters: readonly FilterView[];
  /** Failures that the filters let through. */
  readonly failures: number;
  readonly lists: ListsView;
  readonly causes: readonly CauseGroupView[];
  readonly days: DayChart | null;
  readonly groups: readonly GroupView[];
  readonly scans: ScansView;
  /** What was not read, or not counted as a failure, one sentence each. */
  readonly remarks: readonly string[];
  /** ISO 8601; null when the addresses are deleted already. */
  readonly addressesUntil: string | null;
}

export interface FilterView {
  readonly dimension: string;
  readonly value: string;
  /** The page without this filter. */
  readonly without: string;
}

/** The addresses of a batch by what to do with them. */
export interface ListsView {
  readonly remove: { readonly addresses: number; readonly href: string };
  readonly keep: {
    readonly addresses: number;
    readonly href: string;
    readonly parts: readonly { readonly fate: Fate; readonly words: string; readonly addresses: number }[];
  };
}

export interface CauseGroupView {
  readonly id: string;
  readonly title: string;
  readonly sentence: string;
  readonly failures: number;
  readonly addresses: number;
  readonly domains: number;
  /** Of all failures shown, between 0 and 1. */
  readonly share: number;
  /** Who acts, and whether it is final. */
  readonly who: string;
  readonly when: string;
  readonly href: string;
  readonly advice: readonly { readonly who: string; readonly steps: readonly string[] }[];
  /** What today's MX records say about them; null where they hang on none. */
  readonly routes: RouteNotes | null;
  /** A page that tells more about some of them. */
  readonly guide: string | null;
  readonly replies: readonly {
    readonly text: string;
    readonly from: string | null;
    readonly failures: number;
  }[];
}

/** How DNS bears on the failures of one cause. */
export interface RouteNotes {
  readonly sentences: readonly string[];
  /** For some domains a scan has yet to be asked for. */
  readonly unmeasured: boolean;
  /** Domains whose failures it moved, and those about which it is not known yet. */
  readonly rows: readonly {
    readonly domain: string;
    readonly failures: number;
    readonly words: string;
    /** The scan that says so. */
    readonly href: string | null;
  }[];
  readonly more: number;
}

/** Failures over time, in columns of a day, a week or a month. */
export interface DayChart {
  readonly unit: "day" | "week" | "month";
  readonly columns: readonly DayColumn[];
  /** Failures of the highest column. */
  readonly most: number;
  /** Failures that name no time. */
  readonly undated: number;
}

export interface DayColumn {
  readonly label: string;
  readonly failures: number;
  readonly parts: readonly { readonly fate: Fate; readonly failures: number }[];
  /** The page with only this day; null for more than a day. */
  readonly href: string | null;
}

/** The failures by one of their values. */
export interface GroupView {
  readonly id: string;
  readonly title: string;
  readonly rows: readonly GroupRow[];
  /** How many groups are not shown. */
  readonly more: number;
  readonly mono: boolean;
}

export interface GroupRow {
  readonly label: string;
  readonly failures: number;
  readonly addresses: number;
  /** Of the largest group, between 0 and 1. */
  readonly share: number;
  readonly href: string;
  /** A page that explains the value, such as a code. */
  readonly about: string | null;
}

/** Scans of the domains for which the failures may lie in their set-up. */
export interface ScansView {
  readonly rows: readonly {
    readonly domain: string;
    readonly href: string | null;
    readonly letter: Letter | null;
    readonly state: string;
  }[];
  /** How many domains were asked for, and what became of them; what the others say will move failures. */
  readonly asked: number;
  readonly measured: number;
  readonly failed: number;
  readonly unscanned: number;
  /** The most that one batch may ask for. */
  readonly most: number;
  /** What one press asks for; null where there is nothing more to ask for. */
  readonly next: string | null;
}
