import type { BatchItem } from "#lib/bounce/batch/batch-item.ts";
import type { BatchTally } from "#lib/bounce/batch/read-batch.ts";

/** Files on their way to a reader. */
export interface FilesToRead {
  readonly files: readonly { readonly name: string; readonly packed: Uint8Array }[];
  readonly receivedAt: Date;
  /** Takes a chunk of failures, and how much has been read; the reader goes on when it is done. False: stop. */
  readonly store: (items: readonly BatchItem[], share: number) => Promise<boolean>;
  readonly signal: AbortSignal;
}

export type FilesRead =
  | { readonly outcome: "read"; readonly tally: BatchTally }
  /** `store` said so, or the signal. */
  | { readonly outcome: "stopped" }
  | { readonly outcome: "failed"; readonly failure: "time-limit" | "too-much-memory" };

/** Reads files apart from everything else, within bounds of time and memory. Throws only for bugs. */
export type ReadFiles = (order: FilesToRead) => Promise<FilesRead>;
