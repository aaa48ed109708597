import { switchOff, switchOn } from "#lib/db/alert-channels.ts";
import { getAccount } from "../../accounts/profile.ts";
import type { ServiceContext } from "../../context.ts";
import { readInput } from "../../schemas.ts";
import { askAddress } from "./ask-address.ts";
import { storedChannelOf } from "./own-channel.ts";
import { ChannelInput, SwitchOnInput } from "./schemas.ts";

/** Ends alerts to a channel of the account that asks. Refuses with `unauthenticated` or `not-found`. */
export async function switchChannelOff({
  ctx,
  input,
}: {
  ctx: ServiceContext;
  input: ChannelInput;
}): Promise<void> {
  const { id } = readInput(ChannelInput, input);
  await ctx.database.transaction(async db => {
    const channel = await storedChannelOf(ctx, db, id);
    await switchOff(db, { id: channel.id, by: "owner", now: ctx.clock.now() });
  });
}

/**
 * Has alerts go to a channel of the account that asks again. A further address that its reader has switched off,
 * or that never agreed, is asked first: the owner of the account does not decide for it. Refuses with
 * `unauthenticated`, `not-found`, `limited` or `unavailable`.
 */
export async function switchChannelOn({
  ctx,
  input,
}: {
  ctx: ServiceContext;
  input: SwitchOnInput;
}): Promise<{ readonly asked: boolean }> {
  const { id, site } = readInput(SwitchOnInput, input);
  const { email: ownerEmail } = await getAccount({ ctx });
  return ctx.database.transaction(async db => {
    const channel = await storedChannelOf(ctx, db, id);
    const { kind, verifiedAt, disabledBy } = channel;
    if (kind === "email" && (verifiedAt === null || disabledBy === "reader")) {
      await askAddress(ctx, db, { channel, ownerEmail, site });
      return { asked: true };
    }
    await switchOn(db, channel.id);
    return { asked: false };
  });
}
