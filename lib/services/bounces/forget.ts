import { announceBounce, forgetPrivatePart } from "#lib/db/bounces.ts";
import { requesterOf, requireScope } from "../actor.ts";
import type { ServiceContext } from "../context.ts";
import { readInput } from "../schemas.ts";
import { notFound } from "../service-error.ts";
import { BounceIdInput } from "./schemas.ts";

/**
 * Forgets the text of a bounce and everybody in it, at once and for good; what is left is what a shared report shows.
 * Refuses with `not-found`, also for bounces of others.
 */
export async function forgetBounceText({
  ctx,
  input,
}: {
  ctx: ServiceContext;
  input: BounceIdInput;
}): Promise<void> {
  requireScope(ctx.actor, "bounces:write");
  const { id } = readInput(BounceIdInput, input);
  await ctx.database.transaction(async db => {
    if (!(await forgetPrivatePart(db, id, requesterOf(ctx.actor)))) throw notFound("bounce");
    await announceBounce(db, id);
  });
}
