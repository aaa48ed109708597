import { deleteBounce as remove } from "#lib/db/bounce-ownership.ts";
import { requesterOf, requireScope } from "../actor.ts";
import type { ServiceContext } from "../context.ts";
import { readInput } from "../schemas.ts";
import { notFound } from "../service-error.ts";
import { BounceIdInput } from "./schemas.ts";

/** Deletes a bounce with all links to it, at once and for good. Refuses with `not-found`, also for those of others. */
export async function deleteBounce({
  ctx,
  input,
}: {
  ctx: ServiceContext;
  input: BounceIdInput;
}): Promise<void> {
  requireScope(ctx.actor, "bounces:write");
  const { id } = readInput(BounceIdInput, input);
  if (!(await remove(ctx.database.db, id, requesterOf(ctx.actor)))) throw notFound("bounce");
}
