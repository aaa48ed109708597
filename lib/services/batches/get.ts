import { type Batch, findBatch } from "#lib/db/batches.ts";
import { requesterOf, requireScope } from "../actor.ts";
import type { ServiceContext } from "../context.ts";
import { isServiceId } from "../schemas.ts";
import { notFound } from "../service-error.ts";
import type { BatchIdInput } from "./schemas.ts";

/**
 * A batch with its progress. It is full of other people's addresses: only who uploaded it may read it, everybody else
 * is refused with `not-found`.
 */
export async function getBatch({ ctx, input }: { ctx: ServiceContext; input: BatchIdInput }): Promise<Batch> {
  requireScope(ctx.actor, "bounces:read");
  const requester = requesterOf(ctx.actor);
  const batch = isServiceId(input.id) ? await findBatch(ctx.database.db, input.id, requester) : null;
  if (batch === null) throw notFound("batch");
  return batch;
}
