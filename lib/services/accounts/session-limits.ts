const DAY_MS = 86_400_000;

/** A session ends when it has not been used for so long, */
export const IDLE_SESSION_MS = 30 * DAY_MS;
/** and when it is so old, however much it is used. */
export const LONGEST_SESSION_MS = 90 * DAY_MS;
/** Use is noted no more often than this: a page view is no reason to write. */
export const NOTE_USE_MS = 3_600_000;

/** How long a sign-in link works. */
export const LINK_MINUTES = 10;
