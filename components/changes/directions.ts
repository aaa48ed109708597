/** How it looks and what it is called that something became worse, better or just other. */
export const DIRECTION_STATUS = { worse: "warn", better: "pass", other: "info" } as const;
export const DIRECTION_WORDS = { worse: "Worse", better: "Better", other: "Changed" } as const;
