import { lockForTransaction } from "#lib/db/advisory-lock.ts";
import { type ApiKey, countUsableApiKeys, insertApiKey } from "#lib/db/api-keys.ts";
import { makeApiKey, shownPartOf } from "#lib/values/api-key.ts";
import { DAY_MS } from "#lib/values/duration.ts";
import { accountOf, secretHash } from "../actor.ts";
import type { ServiceContext } from "../context.ts";
import { readInput } from "../schemas.ts";
import { ServiceError } from "../service-error.ts";

import { CreateApiKeyInput } from "./schemas.ts";

/** More than this cannot be looked after by a person. */
const MOST_KEYS = 25;

export interface CreatedApiKey {
  readonly key: ApiKey;
  /** The key itself: told this once, only its hash is stored. */
  readonly secret: string;
}

/**
 * Makes a key for the account that asks: a key that leaked is not to make others, so only a person may. Refuses
 * with `unauthenticated`, `invalid` or `conflict` (too many).
 */
export async function createApiKey({
  ctx,
  input,
}: {
  ctx: ServiceContext;
  input: CreateApiKeyInput;
}): Promise<CreatedApiKey> {
  const ownerId = accountOf(ctx.actor).userId;
  const { name, scopes, days } = readInput(CreateApiKeyInput, input);
  const now = ctx.clock.now();
  const secret = makeApiKey();
  const key = await ctx.database.transaction(async db => {
    await lockForTransaction(db, `api keys of ${ownerId}`);
    if ((await countUsableApiKeys(db, { ownerId, now })) >= MOST_KEYS) throw tooMany();
    return insertApiKey(db, {
      id: ctx.newToken(),
      ownerId,
      name,
      scopes,
      prefix: shownPartOf(secret),
      keyHash: secretHash(secret),
      createdAt: now,
      expiresAt: days === null ? null : new Date(now.getTime() + days * DAY_MS),
    });
  });
  return { key, secret };
}

const tooMany = () =>
  new ServiceError(
    "conflict",
    `There are ${MOST_KEYS} keys already. Revoke one that is not needed any more.`,
  );
