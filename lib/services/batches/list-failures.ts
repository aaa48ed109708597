import { type BatchRow, batchRows } from "#lib/db/batch-items.ts";
import type { ServiceContext } from "../context.ts";
import { readInput } from "../schemas.ts";
import { getBatch } from "./get.ts";
import { BatchRowsInput } from "./schemas.ts";

export type { BatchRow };

export interface BatchPage {
  readonly rows: readonly BatchRow[];
  /** Hand it back as `after` for the next page; null on the last one. */
  readonly next: number | null;
}

/** The failures of a batch one by one, in the order of the input, as they stand. Refuses with `not-found`. */
export async function listBatchFailures({
  ctx,
  input,
}: {
  ctx: ServiceContext;
  input: BatchRowsInput;
}): Promise<BatchPage> {
  const { id, filter, after, limit } = readInput(BatchRowsInput, input);
  await getBatch({ ctx, input: { id } });
  const found = await batchRows(ctx.database.db, { batchId: id, filter, after, limit: limit + 1 });
  const rows = found.slice(0, limit);
  return { rows, next: found.length > limit ? (rows.at(-1)?.item ?? null) : null };
}
