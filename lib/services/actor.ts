import { createHash } from "node:crypto";
import type { Requester } from "#lib/db/requester.ts";

/** Who asks. A visitor is known by the secret key in a cookie, if by anything. */
export type Actor =
  | { readonly kind: "visitor"; readonly browserKey: string | null }
  | { readonly kind: "account"; readonly userId: string; readonly browserKey: string | null }
  | { readonly kind: "system"; readonly job: string };

/** The columns that rows of this actor carry. The browser key itself is never stored. */
export function requesterOf(actor: Actor): Requester {
  if (actor.kind === "system") return { ownerId: null, browserKeyHash: null };
  return {
    ownerId: actor.kind === "account" ? actor.userId : null,
    browserKeyHash: actor.browserKey === null ? null : secretHash(actor.browserKey),
  };
}

/** SHA-256 in hex. Enough for random secrets of 128 bits, which cannot be searched for. */
export const secretHash = (secret: string): string => createHash("sha256").update(secret).digest("hex");
