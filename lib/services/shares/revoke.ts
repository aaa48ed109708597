import { revokeShare as endShare } from "#lib/db/shares.ts";
import { requesterOf, requireScope } from "../actor.ts";
import type { ServiceContext } from "../context.ts";
import { readInput } from "../schemas.ts";
import { notFound } from "../service-error.ts";
import { RevokeShareInput } from "./schemas.ts";

/** Ends a link of this actor at once and for good. Refuses with `not-found`, also for links of others. */
export async function revokeShare({
  ctx,
  input,
}: {
  ctx: ServiceContext;
  input: RevokeShareInput;
}): Promise<void> {
  requireScope(ctx.actor, "shares:write");
  const { id } = readInput(RevokeShareInput, input);
  const ended = await endShare(ctx.database.db, {
    id,
    requester: requesterOf(ctx.actor),
    now: ctx.clock.now(),
  });
  if (!ended) throw notFound("link");
}
