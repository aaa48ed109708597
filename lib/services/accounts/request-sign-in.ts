import { insertSignInLink } from "#lib/db/sign-in-links.ts";
import { MINUTE_MS } from "#lib/values/duration.ts";
import { browserKeyHashOf, secretHash } from "../actor.ts";
import type { ServiceContext } from "../context.ts";
import { chargeForSignIn } from "../limits/charges.ts";
import { spend } from "../limits/spend.ts";
import { signInMail } from "../outbox/messages/sign-in-mail.ts";
import { postMessage } from "../outbox/post.ts";
import { readInput } from "../schemas.ts";
import { forbidden, ServiceError } from "../service-error.ts";
import { RequestSignInInput } from "./schemas.ts";
import { LINK_MINUTES } from "./session-limits.ts";
import { signInToken } from "./sign-in-token.ts";

/**
 * Asks for a mail with a link that signs in. Whether there is an account is not looked at: answer, work and
 * mail are the same. Link, mail and job are stored in one transaction. Refuses with `invalid` (field
 * `address`), `limited` or `unavailable`.
 */
export async function requestSignIn({
  ctx,
  input,
}: {
  ctx: ServiceContext;
  input: RequestSignInInput;
}): Promise<void> {
  const { address, returnTo, site } = readInput(RequestSignInInput, input);
  const browserKeyHash = browserKeyHashOf(ctx.actor);
  // A link works in the browser that asked for it: one without a key could never use it.
  if (browserKeyHash === null) throw forbidden("Signing in needs a browser that keeps cookies.");
  const { secret } = ctx;
  if (secret === null) {
    throw new ServiceError("unavailable", "Signing in is not set up here: AUTH_SECRET is missing.");
  }
  const requestId = ctx.newToken();
  const createdAt = ctx.clock.now();
  const expiresAt = new Date(createdAt.getTime() + LINK_MINUTES * MINUTE_MS);
  await ctx.database.transaction(async db => {
    await spend(ctx, db, chargeForSignIn(ctx, address));
    await insertSignInLink(db, secretHash(signInToken(secret, requestId)), {
      address,
      browserKeyHash,
      returnTo: returnTo ?? null,
      createdAt,
      expiresAt,
    });
    await postMessage(ctx, db, {
      message: signInMail,
      payload: { to: address, site, requestId, minutes: LINK_MINUTES },
      dedupeKey: `sign-in ${requestId}`,
      expiresAt,
    });
  });
}
