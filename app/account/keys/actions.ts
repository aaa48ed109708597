"use server";

import { revalidatePath } from "next/cache";
import { createApiKey } from "#lib/services/api-keys/create.ts";
import { revokeApiKey } from "#lib/services/api-keys/revoke.ts";
import { API_SCOPES } from "#lib/values/api-scope.ts";
import { formAction } from "#lib/web/form-action.ts";

/** Makes a key; it is shown once. */
export const createKeyAction = formAction(async (ctx, { name = "", days = "" }, data) => {
  const chosen = data.getAll("scopes");
  const scopes = API_SCOPES.filter(scope => chosen.includes(scope));
  const { key, secret } = await createApiKey({
    ctx,
    input: { name, scopes, days: days === "" ? null : Number(days) },
  });
  revalidatePath("/account/keys");
  return { secret, name: key.name };
});

/** Ends a key at once. */
export const revokeKeyAction = formAction(async (ctx, { id = "" }) => {
  await revokeApiKey({ ctx, input: { id } });
  revalidatePath("/account/keys");
});
