import { deleteScanBatch } from "#lib/db/scan-batches.ts";
import { requireScope } from "../actor.ts";
import type { ServiceContext } from "../context.ts";
import { readInput } from "../schemas.ts";
import { notFound } from "../service-error.ts";
import { batchOwner } from "./owner.ts";
import { BatchIdInput } from "./schemas.ts";

/**
 * Forgets a batch of the account that asks: domains that wait are not scanned any more, scans that there are
 * stay. Refuses with `not-found`.
 */
export async function deleteBatch({
  ctx,
  input,
}: {
  ctx: ServiceContext;
  input: BatchIdInput;
}): Promise<void> {
  const ownerId = batchOwner(ctx);
  requireScope(ctx.actor, "scans:write");
  const { id } = readInput(BatchIdInput, input);
  if (!(await deleteScanBatch(ctx.database.db, { id, ownerId }))) throw notFound("batch");
}
