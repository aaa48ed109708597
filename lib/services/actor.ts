import { createHash } from "node:crypto";
import type { Requester } from "#lib/db/requester.ts";
import type { ApiScope } from "#lib/values/api-scope.ts";

/**
 * Who asks. A visitor is known by the secret key in a cookie, if by anything. A program acts for the account
 * whose key it holds, within the scopes of the key.
 */
export type Actor =
  | { readonly kind: "visitor"; readonly browserKey: string | null }
  | { readonly kind: "account"; readonly userId: string; readonly browserKey: string | null }
  | ApiKeyActor
  | { readonly kind: "system"; readonly job: string };

export interface ApiKeyActor {
  readonly kind: "api-key";
  readonly keyId: string;
  readonly accountId: string;
  readonly scopes: readonly ApiScope[];
}

/** The columns that rows of this actor carry. The browser key itself is never stored. */
export function requesterOf(actor: Actor): Requester {
  if (actor.kind === "system") return { ownerId: null, browserKeyHash: null };
  if (actor.kind === "api-key") return { ownerId: actor.accountId, browserKeyHash: null };
  return {
    ownerId: actor.kind === "account" ? actor.userId : null,
    browserKeyHash: actor.browserKey === null ? null : secretHash(actor.browserKey),
  };
}

/** SHA-256 in hex. Enough for random secrets of 128 bits, which cannot be searched for. */
export const secretHash = (secret: string): string => createHash("sha256").update(secret).digest("hex");
