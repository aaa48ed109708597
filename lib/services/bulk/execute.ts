import type { Db } from "#lib/db/handle.ts";
import {
  assignScan,
  type BatchItem,
  holdBatchItem,
  type ItemName,
  refuseItem,
} from "#lib/db/scan-batch-items.ts";
import { requireWorker } from "../actor.ts";
import type { ServiceContext } from "../context.ts";
import { bringScan } from "../scans/bring.ts";
import { abandonScan, executeScan } from "../scans/execute.ts";
import { toServiceError } from "../service-error.ts";

/**
 * Brings one domain of a batch its scan: the fresh one that there is, or a new one that is carried out here and
 * now. May be called any number of times: the item gets one scan. For workers only.
 */
export async function executeBulkItem({
  ctx,
  input,
}: {
  ctx: ServiceContext;
  input: ItemName;
}): Promise<void> {
  requireWorker(ctx.actor, "carry out batches");
  const scanId = await takeUp(ctx, input);
  if (scanId !== null) await executeScan({ ctx, input: { scanId } });
}

/** Gives an item up whose every attempt crashed. For workers only. */
export async function abandonBulkItem({
  ctx,
  input,
}: {
  ctx: ServiceContext;
  input: ItemName;
}): Promise<void> {
  requireWorker(ctx.actor, "carry out batches");
  const item = await ctx.database.transaction(async db => {
    const held = await holdBatchItem(db, input);
    if (held?.status === "waiting") await refuseItem(db, input, "crashed");
    return held;
  });
  if (item?.scanId) await abandonScan({ ctx, input: { scanId: item.scanId } });
}

/** The scan that has to be carried out here; null where there is none to carry out. */
async function takeUp(ctx: ServiceContext, name: ItemName): Promise<string | null> {
  try {
    return await ctx.database.transaction(async db => {
      const item = await holdBatchItem(db, name);
      // Deleted, or the work of an earlier attempt, whose worker may have died before the scan was done.
      if (item === null || item.status !== "waiting") return item?.scanId ?? null;
      return assignFresh(ctx, db, item);
    });
  } catch (error) {
    if (toServiceError(error)?.code !== "limited") throw error;
    await refuseItem(ctx.database.db, name, "limited");
    return null;
  }
}

async function assignFresh(ctx: ServiceContext, db: Db, item: BatchItem): Promise<string | null> {
  const { domain, ownerId } = item;
  const requester = { ownerId, browserKeyHash: null };
  const { scanId, isNew } = await bringScan(ctx, db, { domain, requester, source: "api" });
  await assignScan(db, item, scanId);
  return isNew ? scanId : null;
}
