import type { BatchItem } from "#lib/bounce/batch/batch-item.ts";
import type { BatchTally } from "#lib/bounce/batch/read-batch.ts";

/** What the reading thread is started with. */
export interface ReadOrder {
  readonly files: readonly { readonly name: string; readonly packed: Uint8Array }[];
  readonly receivedAt: Date;
}

/** What it tells. Before it sends a chunk it waits for the "go on" to the one before. */
export type ReadNews =
  /** Still at work, and how far. */
  | { readonly type: "share"; readonly share: number }
  | { readonly type: "chunk"; readonly items: readonly BatchItem[]; readonly share: number }
  | { readonly type: "read"; readonly tally: BatchTally };

export const GO_ON = "go on";
