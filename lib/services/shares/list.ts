import type { ListedShare } from "#lib/db/shares.ts";
import { listShares as findShares } from "#lib/db/shares.ts";
import { requesterOf, requireScope } from "../actor.ts";
import type { ServiceContext } from "../context.ts";
import { readInput } from "../schemas.ts";
import { ListSharesInput } from "./schemas.ts";

export type { ListedShare } from "#lib/db/shares.ts";

/**
 * Links that this actor made, newest first, of one report when it is named, page by page when that is asked for.
 * Tokens are not among what is known.
 */
export async function listShares({
  ctx,
  input,
}: {
  ctx: ServiceContext;
  input: ListSharesInput;
}): Promise<readonly ListedShare[]> {
  requireScope(ctx.actor, "shares:read");
  const { scanId, bounceId, after, limit } = readInput(ListSharesInput, input);
  return findShares(ctx.database.db, {
    requester: requesterOf(ctx.actor),
    ...(scanId === undefined ? {} : { target: { scanId, bounceId: null } }),
    ...(bounceId === undefined ? {} : { target: { scanId: null, bounceId } }),
    ...(after === undefined ? {} : { after }),
    ...(limit === undefined ? {} : { limit }),
  });
}
