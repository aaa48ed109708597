import { findBounce } from "#lib/db/bounces.ts";
import { insertShare } from "#lib/db/shares.ts";
import { DAY_MS } from "#lib/values/duration.ts";
import { requesterOf, requireScope, secretHash } from "../actor.ts";
import type { ServiceContext } from "../context.ts";
import { readInput } from "../schemas.ts";
import { forbidden, notFound, ServiceError } from "../service-error.ts";
import type { CreatedShare } from "../shares/create.ts";
import { ShareBounceInput } from "./schemas.ts";

/**
 * Makes a link that opens the report of a bounce, without the people in it, for whoever holds it. Only the owner may.
 * Refuses with `not-found`, `forbidden` or `conflict` (not finished).
 */
export async function shareBounce({
  ctx,
  input,
}: {
  ctx: ServiceContext;
  input: ShareBounceInput;
}): Promise<CreatedShare> {
  requireScope(ctx.actor, "shares:write");
  const { id, days, note } = readInput(ShareBounceInput, input);
  const { db } = ctx.database;
  const requester = requesterOf(ctx.actor);
  const bounce = await findBounce(db, id, requester);
  if (bounce === null) throw notFound("bounce");
  if (!bounce.mine) throw forbidden("Only the browser or account that handed in this bounce can share it.");
  if (bounce.status === "pending" || bounce.status === "running") {
    throw new ServiceError("conflict", "A bounce can be shared once everything about it has been asked.");
  }
  const now = ctx.clock.now();
  const token = ctx.newToken();
  const share = await insertShare(db, {
    id: ctx.newToken(),
    tokenHash: secretHash(token),
    target: { scanId: null, bounceId: id },
    requester,
    note: note === "" ? null : note,
    createdAt: now,
    expiresAt: new Date(now.getTime() + days * DAY_MS),
  });
  return { share, token };
}
