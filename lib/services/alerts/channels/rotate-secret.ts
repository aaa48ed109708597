import { changeSecret } from "#lib/db/alert-channels.ts";
import { secretHash } from "../../actor.ts";
import type { ServiceContext } from "../../context.ts";
import { readInput } from "../../schemas.ts";
import { notFound } from "../../service-error.ts";
import { webhookSecret } from "../tokens.ts";
import type { WebhookSecret } from "./add-webhook.ts";
import { secretMissing } from "./ask-address.ts";
import { storedChannelOf } from "./own-channel.ts";
import { ChannelInput } from "./schemas.ts";

/**
 * Gives a webhook of the account that asks another secret, at once: what is sent from now on is signed with it.
 * Refuses with `unauthenticated`, `not-found` or `unavailable`.
 */
export async function rotateSecret({
  ctx,
  input,
}: {
  ctx: ServiceContext;
  input: ChannelInput;
}): Promise<WebhookSecret> {
  const { id } = readInput(ChannelInput, input);
  const { secret: installation } = ctx;
  if (installation === null) throw secretMissing();
  const secretSeed = ctx.newToken();
  const secret = webhookSecret(installation, secretSeed);
  return ctx.database.transaction(async db => {
    const channel = await storedChannelOf(ctx, db, id);
    if (channel.kind !== "webhook") throw notFound("webhook");
    await changeSecret(db, { id, secretSeed, secretHash: secretHash(secret) });
    return { url: channel.target, secret };
  });
}
