import { findScanBatch, type ScanBatch } from "#lib/db/scan-batches.ts";
import { requireScope } from "../actor.ts";
import type { ServiceContext } from "../context.ts";
import { isServiceId } from "../schemas.ts";
import { notFound } from "../service-error.ts";
import { batchOwner } from "./owner.ts";
import type { BatchIdInput } from "./schemas.ts";

/** One batch of the account that asks, with its progress. Refuses with `not-found`, also for those of others. */
export async function getBatch({
  ctx,
  input,
}: {
  ctx: ServiceContext;
  input: BatchIdInput;
}): Promise<ScanBatch> {
  const ownerId = batchOwner(ctx);
  requireScope(ctx.actor, "scans:read");
  const { id } = input;
  const batch = isServiceId(id) ? await findScanBatch(ctx.database.db, { id, ownerId }) : null;
  if (batch === null) throw notFound("batch");
  return batch;
}
