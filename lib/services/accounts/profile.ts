import { findUser, unlinkProvider, type UserProfile } from "#lib/db/users.ts";
import { accountOf } from "../actor.ts";
import type { ServiceContext } from "../context.ts";
import { readInput } from "../schemas.ts";
import { notFound, unauthenticated } from "../service-error.ts";
import { UnlinkInput } from "./schemas.ts";

/** Who is signed in. Refuses with `unauthenticated`. */
export async function getAccount({ ctx }: { ctx: ServiceContext }): Promise<UserProfile> {
  const user = await findUser(ctx.database.db, accountOf(ctx.actor).userId);
  if (user === null) throw unauthenticated();
  return user;
}

/** Ends signing in with one provider; the link by mail always works. Refuses with `not-found`. */
export async function unlink({ ctx, input }: { ctx: ServiceContext; input: UnlinkInput }): Promise<void> {
  const { userId } = accountOf(ctx.actor);
  const { provider } = readInput(UnlinkInput, input);
  if ((await unlinkProvider(ctx.database.db, { userId, provider })) === 0) throw notFound("connection");
}
