import { findChannel, insertChannel } from "#lib/db/alert-channels.ts";
import { accountOf, secretHash } from "../../actor.ts";
import type { ServiceContext } from "../../context.ts";
import { chargeForWork } from "../../limits/charges.ts";
import { spend } from "../../limits/spend.ts";
import { readInput } from "../../schemas.ts";
import { ServiceError } from "../../service-error.ts";
import { webhookSecret } from "../tokens.ts";
import { WEBHOOK_FAILURES } from "../webhooks/webhook-failure.ts";
import { secretMissing } from "./ask-address.ts";
import { takeRoomForChannel } from "./room-for-channel.ts";
import { AddWebhookInput } from "./schemas.ts";

export interface WebhookSecret {
  readonly url: string;
  /** What its messages are signed with: told this once. */
  readonly secret: string;
}

/**
 * Adds a webhook. Its name has to lead to the public Internet now; that is looked at again whenever something is
 * sent. Refuses with `unauthenticated`, `invalid` (field `url`), `conflict`, `limited` or `unavailable`.
 */
export async function addWebhook({
  ctx,
  input,
}: {
  ctx: ServiceContext;
  input: AddWebhookInput;
}): Promise<WebhookSecret> {
  const ownerId = accountOf(ctx.actor).userId;
  const { url } = readInput(AddWebhookInput, input);
  const { secret: installation } = ctx;
  if (installation === null) throw secretMissing();
  await ctx.database.transaction(db => spend(ctx, db, chargeForWork(ctx)));
  const problem = await ctx.egress.check(url);
  if (problem === "dns-failed") {
    throw refusal("Its name could not be looked up just now. Nothing was stored; try again in a minute.");
  }
  if (problem !== null) throw refusal(WEBHOOK_FAILURES[problem]);
  const secretSeed = ctx.newToken();
  const secret = webhookSecret(installation, secretSeed);
  const createdAt = ctx.clock.now();
  await ctx.database.transaction(async db => {
    await takeRoomForChannel(db, ownerId);
    const channel = { ownerId, kind: "webhook", target: url.href } as const;
    if ((await findChannel(db, channel)) !== null) throw refusal("This webhook is in the list already.");
    await insertChannel(db, {
      ...channel,
      id: ctx.newToken(),
      createdAt,
      verifiedAt: createdAt,
      secretSeed,
      secretHash: secretHash(secret),
    });
  });
  return { url: url.href, secret };
}

const refusal = (text: string) => new ServiceError("invalid", text, { field: "url" });
