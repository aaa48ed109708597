import { countClaimable } from "#lib/db/claims.ts";
import { findSignInLink, latestSignInLink } from "#lib/db/sign-in-links.ts";
import { browserKeyHashOf, secretHash } from "../actor.ts";
import type { ServiceContext } from "../context.ts";
import { countMiss, refuseGuesser } from "../limits/spend.ts";
import { readInput } from "../schemas.ts";
import { SignInLinkInput } from "./schemas.ts";

/** What a sign-in link would do in this browser. Only the browser that asked learns for whom it is. */
export type LinkState =
  | {
      readonly state: "good";
      readonly address: string;
      readonly expiresAt: Date;
      readonly returnTo: string | null;
      /** What this browser asked for and the account will be given. */
      readonly claims: number;
    }
  | { readonly state: "other-browser" }
  /** Unknown, used or expired: one cannot be told from the other. */
  | { readonly state: "gone" };

/** Looks at a link without using it: programs that open every link in a mail do no harm. Refuses: `limited`. */
export async function lookAtSignInLink({
  ctx,
  input,
}: {
  ctx: ServiceContext;
  input: SignInLinkInput;
}): Promise<LinkState> {
  const { token } = readInput(SignInLinkInput, input);
  await refuseGuesser(ctx);
  const { db } = ctx.database;
  const link = await findSignInLink(db, secretHash(token), ctx.clock.now());
  if (link === null) {
    await countMiss(ctx);
    return { state: "gone" };
  }
  const { address, expiresAt, returnTo, browserKeyHash } = link;
  if (browserKeyHashOf(ctx.actor) !== browserKeyHash) return { state: "other-browser" };
  return { state: "good", address, expiresAt, returnTo, claims: await countClaimable(db, browserKeyHash) };
}

/** The link that this browser waits for; null where it waits for none. */
export async function awaitedSignIn({
  ctx,
}: {
  ctx: ServiceContext;
}): Promise<{ readonly address: string; readonly expiresAt: Date } | null> {
  const browserKeyHash = browserKeyHashOf(ctx.actor);
  if (browserKeyHash === null) return null;
  return latestSignInLink(ctx.database.db, { browserKeyHash, now: ctx.clock.now() });
}

/** How much this browser asked for that an account would be given by signing in. */
export async function claimable({ ctx }: { ctx: ServiceContext }): Promise<number> {
  const browserKeyHash = browserKeyHashOf(ctx.actor);
  return browserKeyHash === null ? 0 : countClaimable(ctx.database.db, browserKeyHash);
}
