import { type ApiKey, findApiKey } from "#lib/db/api-keys.ts";
import type { ServiceContext } from "../context.ts";
import { forbidden, notFound } from "../service-error.ts";

/** What a program holds: the key that it called with. Refuses with `forbidden` or, just revoked, `not-found`. */
export async function describeApiKey({ ctx }: { ctx: ServiceContext }): Promise<ApiKey> {
  const { actor } = ctx;
  if (actor.kind !== "api-key") throw forbidden("Only a program with a key can ask what its key may do.");
  const key = await findApiKey(ctx.database.db, { id: actor.keyId, ownerId: actor.accountId });
  if (key === null) throw notFound("key");
  return key;
}
