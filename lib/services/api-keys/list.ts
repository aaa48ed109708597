import { type ApiKey, listApiKeys as findApiKeys } from "#lib/db/api-keys.ts";
import { accountOf } from "../actor.ts";
import type { ServiceContext } from "../context.ts";

export type { ApiKey } from "#lib/db/api-keys.ts";

/** The keys of the account that asks, the newest first, revoked ones too. Refuses with `unauthenticated`. */
export const listApiKeys = async ({ ctx }: { ctx: ServiceContext }): Promise<readonly ApiKey[]> =>
  findApiKeys(ctx.database.db, accountOf(ctx.actor).userId);
