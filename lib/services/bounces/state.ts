import { announceBounce, findBounce, lockTriage, updateTriage } from "#lib/db/bounces.ts";
import { consistentStatements } from "#lib/triage/statements.ts";
import type { StoredTriage } from "#lib/triage/stored-triage.ts";
import { requesterOf, requireScope } from "../actor.ts";
import type { ServiceContext } from "../context.ts";
import { readInput } from "../schemas.ts";
import { forbidden, notFound } from "../service-error.ts";
import { StateInput } from "./schemas.ts";
import { topCause } from "./triage.ts";

/**
 * Notes what the owner knows and no server can tell; the causes are ranked with it. Refuses with `not-found`,
 * `forbidden` or `invalid`.
 */
export async function stateAboutBounce({
  ctx,
  input,
}: {
  ctx: ServiceContext;
  input: StateInput;
}): Promise<void> {
  requireScope(ctx.actor, "bounces:write");
  const { id, statements: given } = readInput(StateInput, input);
  const statements = consistentStatements(given);
  await ctx.database.transaction(async db => {
    const bounce = await findBounce(db, id, requesterOf(ctx.actor));
    if (bounce === null) throw notFound("bounce");
    if (!bounce.mine)
      throw forbidden("Only the browser or account that handed in this bounce can add to it.");
    const now = await lockTriage(db, id);
    if (now === null) throw notFound("bounce");
    const shared: StoredTriage = { ...now.shared, statements };
    const own = now.own === null ? null : { ...now.own, statements };
    await updateTriage(db, id, { shared, own, cause: topCause(own ?? shared) });
    await announceBounce(db, id);
  });
}
