import { DAY_MS, HOUR_MS } from "#lib/values/duration.ts";

/** A session ends when it has not been used for so long, */
export const IDLE_SESSION_MS = 30 * DAY_MS;
/** and when it is so old, however much it is used. */
export const LONGEST_SESSION_MS = 90 * DAY_MS;
/** Use is noted no more often than this: a page view is no reason to write. */
export const NOTE_USE_MS = HOUR_MS;

/** How long a sign-in link works. */
export const LINK_MINUTES = 10;
