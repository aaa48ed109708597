/** What the operator decides about watching. */
export interface WatchPolicy {
  /** So long after a change was noticed a second, fresh look may confirm it. */
  readonly confirmAfterMs: number;
}

/** Domains that one account may watch. */
export const MOST_WATCHED = 200;

/** Lines that are taken of one paste. */
export const MOST_LINES = 50;

const HOUR = 3_600;

/** How often a domain may be looked at, in seconds. */
export const INTERVALS = [HOUR, 6 * HOUR, 12 * HOUR, 24 * HOUR, 7 * 24 * HOUR] as const;
export type WatchInterval = (typeof INTERVALS)[number];
export const USUAL_INTERVAL: WatchInterval = 86_400;
