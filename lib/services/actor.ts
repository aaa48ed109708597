import { createHash } from "node:crypto";
import type { Requester } from "#lib/db/requester.ts";
import { type ApiScope, allowsScope } from "#lib/values/api-scope.ts";
import { forbidden, ServiceError, unauthenticated } from "./service-error.ts";

/**
 * Who asks. A visitor is known by the secret key in a cookie, if by anything. A program acts for the account
 * whose key it holds, within the scopes of the key; without a key it is a stranger that owns nothing.
 */
export type Actor =
  | Visitor
  | AccountActor
  | ApiKeyActor
  | { readonly kind: "program" }
  | { readonly kind: "system"; readonly job: string };

export interface Visitor {
  readonly kind: "visitor";
  readonly browserKey: string | null;
}

/** Somebody signed in, in a browser. */
export interface AccountActor {
  readonly kind: "account";
  readonly userId: string;
  /** The session that the request came with. */
  readonly sessionId: string | null;
  readonly browserKey: string | null;
}

export interface ApiKeyActor {
  readonly kind: "api-key";
  readonly keyId: string;
  readonly accountId: string;
  readonly scopes: readonly ApiScope[];
}

/** The person who is signed in. Refuses everybody else, programs too, with `unauthenticated`. */
export function accountOf(actor: Actor): AccountActor {
  if (actor.kind !== "account") throw unauthenticated();
  return actor;
}

/** Refuses with `forbidden` everybody but jobs of our own; `work` completes “Only workers …”. */
export function requireWorker(actor: Actor, work: string): void {
  if (actor.kind !== "system") throw forbidden(`Only workers ${work}.`);
}

/**
 * The columns that rows of this actor carry. What an account does belongs to it alone and not to the browser,
 * which others may use later. The browser key itself is never stored.
 */
export function requesterOf(actor: Actor): Requester {
  if (actor.kind === "account") return { ownerId: actor.userId, browserKeyHash: null };
  if (actor.kind === "api-key") return { ownerId: actor.accountId, browserKeyHash: null };
  return { ownerId: null, browserKeyHash: browserKeyHashOf(actor) };
}

/** The hash of the key of the browser in which somebody asks; null for programs and browsers without one. */
export const browserKeyHashOf = (actor: Actor): string | null =>
  "browserKey" in actor && actor.browserKey !== null ? secretHash(actor.browserKey) : null;

/** Refuses with `forbidden` a program whose key does not go so far; people are limited by ownership alone. */
export function requireScope(actor: Actor, scope: ApiScope): void {
  if (actor.kind !== "api-key" || allowsScope(actor.scopes, scope)) return;
  throw new ServiceError("forbidden", `This key does not have the scope ${scope}.`, { scope });
}

/** SHA-256 in hex. Enough for random secrets of 128 bits, which cannot be searched for. */
export const secretHash = (secret: string): string => createHash("sha256").update(secret).digest("hex");
