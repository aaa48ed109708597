import type { AlertChannel } from "#lib/db/alert-channels.ts";
import { askForConfirmation } from "#lib/db/alert-confirmations.ts";
import type { Db } from "#lib/db/handle.ts";
import { DAY_MS } from "#lib/values/duration.ts";
import { secretHash } from "../../actor.ts";
import type { ServiceContext } from "../../context.ts";
import { chargeForMailbox } from "../../limits/charges.ts";
import { spend } from "../../limits/spend.ts";
import { postMessage } from "../../outbox/post.ts";
import { ServiceError } from "../../service-error.ts";
import { confirmMail } from "../messages/confirm-mail.ts";
import { confirmToken } from "../tokens.ts";

/** How long the link works that asks an address whether it wants alerts. */
const CONFIRM_DAYS = 7;

interface Question {
  readonly channel: Pick<AlertChannel, "id" | "ownerId" | "target">;
  readonly ownerEmail: string;
  readonly site: string;
}

/** Asks an address, by mail, whether it wants alerts. Only the newest link works. Refuses with `limited`. */
export async function askAddress(
  ctx: ServiceContext,
  db: Db,
  { channel, ownerEmail, site }: Question,
): Promise<void> {
  const { secret } = ctx;
  if (secret === null) throw secretMissing();
  await spend(ctx, db, chargeForMailbox(ctx, channel.target));
  const requestId = ctx.newToken();
  const expiresAt = new Date(ctx.clock.now().getTime() + CONFIRM_DAYS * DAY_MS);
  const hash = secretHash(confirmToken(secret, requestId));
  await askForConfirmation(db, { id: channel.id, hash, expiresAt });
  await postMessage(ctx, db, {
    message: confirmMail,
    payload: { to: channel.target, ownerEmail, site, requestId, days: CONFIRM_DAYS },
    dedupeKey: `confirm ${requestId}`,
    ownerId: channel.ownerId,
    channelId: channel.id,
    expiresAt,
  });
}

export const secretMissing = (): ServiceError =>
  new ServiceError("unavailable", "Alerts are not set up here: AUTH_SECRET is missing.");
