import { useApiKey } from "#lib/db/api-keys.ts";
import { isWholeApiKey } from "#lib/values/api-key.ts";
import { type ApiKeyActor, secretHash } from "../actor.ts";
import type { ServiceContext } from "../context.ts";
import { countMiss, refuseGuesser } from "../limits/spend.ts";

/**
 * The program that holds this key; null for a key that is unknown, expired, revoked or not a key, all alike.
 * Misses are counted: refuses with `limited` whoever tries too many.
 */
export async function authenticateApiKey({
  ctx,
  input,
}: {
  ctx: ServiceContext;
  input: { readonly secret: string };
}): Promise<ApiKeyActor | null> {
  const { secret } = input;
  const key = isWholeApiKey(secret) ? await useApiKey(ctx.database.db, secretHash(secret)) : null;
  if (key !== null) {
    return { kind: "api-key", keyId: key.id, accountId: key.ownerId, scopes: key.scopes };
  }
  await refuseGuesser(ctx);
  await countMiss(ctx);
  return null;
}
