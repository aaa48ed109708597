import { z } from "zod";
import { API_SCOPES } from "#lib/values/api-scope.ts";
import { SERVICE_ID } from "../schemas.ts";

export const CreateApiKeyInput = z.object({
  /** What the key is for, in the words of its maker. */
  name: z.string().trim().min(1, "Give the key a name.").max(80, "The name is longer than 80 characters."),
  scopes: z
    .array(z.enum(API_SCOPES))
    .min(1, "Choose at least one thing that the key may do.")
    .transform(scopes => API_SCOPES.filter(scope => scopes.includes(scope))),
  /** How long the key is good; null for as long as it is not revoked. */
  days: z.number().int().min(1).max(3_650).nullable().default(null),
});
export type CreateApiKeyInput = z.input<typeof CreateApiKeyInput>;

export const RevokeApiKeyInput = z.object({ id: SERVICE_ID });
export type RevokeApiKeyInput = z.input<typeof RevokeApiKeyInput>;
