import { listScanBatches, type ScanBatch } from "#lib/db/scan-batches.ts";
import { requireScope } from "../actor.ts";
import type { ServiceContext } from "../context.ts";
import { readInput } from "../schemas.ts";
import { batchOwner } from "./owner.ts";
import { type BatchPlace, ListBatchesInput } from "./schemas.ts";

export interface BatchPage {
  readonly batches: readonly ScanBatch[];
  /** Hand it back as `after` for the next page; null on the last one. */
  readonly last: BatchPlace | null;
}

/** The batches of the account that asks, the newest first. */
export async function listBatches({
  ctx,
  input,
}: {
  ctx: ServiceContext;
  input: ListBatchesInput;
}): Promise<BatchPage> {
  const ownerId = batchOwner(ctx);
  requireScope(ctx.actor, "scans:read");
  const { after, limit } = readInput(ListBatchesInput, input);
  const found = await listScanBatches(ctx.database.db, {
    ownerId,
    ...(after === undefined ? {} : { after }),
    limit: limit + 1,
  });
  const batches = found.slice(0, limit);
  const last = found.length > limit ? batches.at(-1) : undefined;
  return { batches, last: last === undefined ? null : { requestedAt: last.requestedAt, id: last.id } };
}
