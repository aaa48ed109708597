/** Stored in every report. Raise it when a verdict or the grade of the same evidence can change. */
export const ENGINE_VERSION = "1.0.0";
