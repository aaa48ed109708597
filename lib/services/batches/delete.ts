import { deleteBatch as deleteStored } from "#lib/db/bounce-ownership.ts";
import { requesterOf, requireScope } from "../actor.ts";
import type { ServiceContext } from "../context.ts";
import { isServiceId } from "../schemas.ts";
import { notFound } from "../service-error.ts";
import type { BatchIdInput } from "./schemas.ts";

/** Deletes a batch with everything in it, at once and for good, also while it is read. Refuses with `not-found`. */
export async function deleteBatch({
  ctx,
  input,
}: {
  ctx: ServiceContext;
  input: BatchIdInput;
}): Promise<void> {
  requireScope(ctx.actor, "bounces:write");
  const deleted =
    isServiceId(input.id) && (await deleteStored(ctx.database.db, input.id, requesterOf(ctx.actor)));
  if (!deleted) throw notFound("batch");
}
