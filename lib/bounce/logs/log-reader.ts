import type { BounceReading } from "../failure.ts";

/** Reads the lines of one log in order; it may remember what earlier lines said about a queue id. */
export interface LogReader {
  /** A reading for a line that tells an outcome, "quiet" for other lines of this log, null for foreign lines. */
  readonly read: (line: string) => BounceReading | "quiet" | null;
}

export interface LogFormat {
  readonly name: string;
  /** Whether a line is of this log. Cheap: asked for every line of a sample. */
  readonly recognises: (line: string) => boolean;
  readonly open: () => LogReader;
}
