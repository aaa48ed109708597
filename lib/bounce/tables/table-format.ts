import type { BounceReading } from "../failure.ts";

/** One row, its fields by column name in lower case. */
export interface Row {
  readonly get: (...names: readonly string[]) => string | null;
  readonly fields: readonly string[];
  /** All fields as one line, what spans refer to. */
  readonly line: string;
}

/** Knows the tables of one program by their columns. */
export interface TableFormat {
  readonly name: string;
  readonly recognises: (columns: readonly string[]) => boolean;
  /** Reads the rows of one table in order; "quiet" for rows that tell no outcome. */
  readonly open: () => (row: Row) => BounceReading | "quiet";
}
