import { lockForTransaction } from "#lib/db/advisory-lock.ts";
import { storedChannels } from "#lib/db/alert-channels.ts";
import type { Db } from "#lib/db/handle.ts";
import { ServiceError } from "../../service-error.ts";

/** More than this cannot be looked after by a person. */
const MOST_CHANNELS = 20;

/** Holds the list of channels of an account until the transaction ends. Refuses with `conflict` when it is full. */
export async function takeRoomForChannel(db: Db, ownerId: string): Promise<void> {
  await lockForTransaction(db, `alert channels of ${ownerId}`);
  const others = (await storedChannels(db, ownerId)).filter(({ kind }) => kind !== "own");
  if (others.length < MOST_CHANNELS) return;
  throw new ServiceError(
    "conflict",
    `There are ${MOST_CHANNELS} channels already. Remove one that is not needed any more.`,
  );
}
