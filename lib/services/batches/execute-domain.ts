import { type BatchDomainName, holdBatchDomain, moveBatchDomain } from "#lib/db/batch-domains.ts";
import { parseDomainInput } from "#lib/values/domain-name.ts";
import { requireWorker } from "../actor.ts";
import type { ServiceContext } from "../context.ts";
import { bringScan } from "../scans/bring.ts";
import { abandonScan, executeScan } from "../scans/execute.ts";
import { toServiceError } from "../service-error.ts";

/**
 * Brings one domain of a batch its scan: the fresh one that there is, or a new one that is carried out here and now,
 * in the name of who uploaded the batch. May be called any number of times: the domain gets one scan. For workers
 * only.
 */
export async function executeBatchDomain({
  ctx,
  input,
}: {
  ctx: ServiceContext;
  input: BatchDomainName;
}): Promise<void> {
  requireWorker(ctx.actor, "scan the domains of batches");
  const scanId = await takeUp(ctx, input);
  if (scanId !== null) await executeScan({ ctx, input: { scanId } });
}

/** Gives a domain up whose every attempt crashed. For workers only. */
export async function abandonBatchDomain({
  ctx,
  input,
}: {
  ctx: ServiceContext;
  input: BatchDomainName;
}): Promise<void> {
  requireWorker(ctx.actor, "scan the domains of batches");
  const held = await ctx.database.transaction(async db => {
    const found = await holdBatchDomain(db, input);
    if (found?.status === "waiting") await moveBatchDomain(db, input, { status: "refused" });
    return found;
  });
  if (held?.scanId) await abandonScan({ ctx, input: { scanId: held.scanId } });
}

/** The scan that has to be carried out here; null where there is none to carry out. */
async function takeUp(ctx: ServiceContext, name: BatchDomainName): Promise<string | null> {
  const parsed = parseDomainInput(name.domain);
  if (!parsed.ok) {
    await moveBatchDomain(ctx.database.db, name, { status: "refused" });
    return null;
  }
  const { domain } = parsed.value;
  try {
    return await ctx.database.transaction(async db => {
      const held = await holdBatchDomain(db, name);
      // Deleted, or the work of an earlier attempt, whose worker may have died before the scan was done.
      if (held === null || held.status !== "waiting") return held?.scanId ?? null;
      const { requester } = held;
      const { scanId, isNew } = await bringScan(ctx, db, { domain, requester, source: "bounce" });
      await moveBatchDomain(db, name, { status: "scanned", scanId });
      return isNew ? scanId : null;
    });
  } catch (error) {
    if (toServiceError(error)?.code !== "limited") throw error;
    await moveBatchDomain(ctx.database.db, name, { status: "refused" });
    return null;
  }
}
