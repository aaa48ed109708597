import { revokeApiKey as endApiKey } from "#lib/db/api-keys.ts";
import { accountOf } from "../actor.ts";
import type { ServiceContext } from "../context.ts";
import { readInput } from "../schemas.ts";
import { notFound } from "../service-error.ts";

import { RevokeApiKeyInput } from "./schemas.ts";

/** Ends a key of the account that asks, at once and for good. Refuses with `unauthenticated` or `not-found`. */
export async function revokeApiKey({
  ctx,
  input,
}: {
  ctx: ServiceContext;
  input: RevokeApiKeyInput;
}): Promise<void> {
  const ownerId = accountOf(ctx.actor).userId;
  const { id } = readInput(RevokeApiKeyInput, input);
  const ended = await endApiKey(ctx.database.db, { id, ownerId, now: ctx.clock.now() });
  if (!ended) throw notFound("key");
}
