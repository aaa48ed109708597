import { type AlertChannel, findChannel, insertChannel } from "#lib/db/alert-channels.ts";
import { getAccount } from "../../accounts/profile.ts";
import type { ServiceContext } from "../../context.ts";
import { readInput } from "../../schemas.ts";
import { ServiceError } from "../../service-error.ts";
import { askAddress } from "./ask-address.ts";
import { takeRoomForChannel } from "./room-for-channel.ts";
import { AddAddressInput } from "./schemas.ts";

/**
 * Adds an address to which alerts go once somebody who reads it has agreed. One that is waiting is asked again.
 * Refuses with `unauthenticated`, `invalid` (field `address`), `conflict`, `limited` or `unavailable`.
 */
export async function addAddress({
  ctx,
  input,
}: {
  ctx: ServiceContext;
  input: AddAddressInput;
}): Promise<{ readonly address: string }> {
  const { id: ownerId, email: ownerEmail } = await getAccount({ ctx });
  const { address: target, site } = readInput(AddAddressInput, input);
  if (target === ownerEmail) throw refusal("This is the address of your account: it gets alerts already.");
  await ctx.database.transaction(async db => {
    const known = await findChannel(db, { ownerId, kind: "email", target });
    if (known !== null) refuseIfAgreed(known);
    const channel = known ?? { id: ctx.newToken(), ownerId, target };
    if (known === null) {
      await takeRoomForChannel(db, ownerId);
      await insertChannel(db, { ...channel, kind: "email", createdAt: ctx.clock.now() });
    }
    await askAddress(ctx, db, { channel, ownerEmail, site });
  });
  return { address: target };
}

function refuseIfAgreed({ verifiedAt, disabledAt }: AlertChannel): void {
  if (verifiedAt === null) return;
  throw refusal(
    disabledAt === null
      ? "This address gets alerts already."
      : "This address is in the list already, switched off. Switch it on there.",
  );
}

const refusal = (text: string) => new ServiceError("invalid", text, { field: "address" });
