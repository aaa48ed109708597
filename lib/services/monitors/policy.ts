/** What the operator decides about watching. */
export interface WatchPolicy {
  /** So long after a change was noticed a second, fresh look may confirm it. */
  readonly confirmAfterMs: number;
}

/** Domains that one account may watch. */
export const MOST_WATCHED = 200;

/** Lines that are taken of one paste. */
export const MOST_LINES = 50;

/** How often a domain may be looked at, in seconds: hourly, every six and twelve hours, daily, weekly. */
export const INTERVALS = [3_600, 21_600, 43_200, 86_400, 604_800] as const;
export type WatchInterval = (typeof INTERVALS)[number];
export const USUAL_INTERVAL: WatchInterval = 86_400;
