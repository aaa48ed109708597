import { deleteChannel } from "#lib/db/alert-channels.ts";
import { accountOf } from "../../actor.ts";
import type { ServiceContext } from "../../context.ts";
import { readInput } from "../../schemas.ts";
import { notFound, ServiceError } from "../../service-error.ts";
import { ChannelInput } from "./schemas.ts";

/**
 * Forgets a channel of the account that asks, with what waits for it. The own address can only be switched off.
 * Refuses with `unauthenticated`, `not-found` or `conflict`.
 */
export async function removeChannel({
  ctx,
  input,
}: {
  ctx: ServiceContext;
  input: ChannelInput;
}): Promise<void> {
  const ownerId = accountOf(ctx.actor).userId;
  const { id } = readInput(ChannelInput, input);
  if (id === ownerId) {
    throw new ServiceError("conflict", "The address of your account can be switched off, not removed.");
  }
  if (!(await deleteChannel(ctx.database.db, { id, ownerId }))) throw notFound("channel");
}
