import { deleteScansOfUser, deleteUser } from "#lib/db/users.ts";
import type { ServiceContext } from "../context.ts";
import { readInput } from "../schemas.ts";
import { ServiceError } from "../service-error.ts";
import { getAccount } from "./profile.ts";
import { DeleteAccountInput } from "./schemas.ts";

const LOT = 500;
const LONGEST = { ms: 60_000 };

/**
 * Deletes this account with everything that is its own, at once and for good. The address has to be typed to
 * show that it is meant. Refuses with `unauthenticated` or `invalid` (field `address`).
 */
export async function deleteAccount({
  ctx,
  input,
}: {
  ctx: ServiceContext;
  input: DeleteAccountInput;
}): Promise<void> {
  const { address } = readInput(DeleteAccountInput, input);
  const { id, email } = await getAccount({ ctx });
  if (address.trim().toLowerCase() !== email) {
    throw new ServiceError("invalid", "This is not the address of your account.", { field: "address" });
  }
  // There may be a hundred thousand of a watched domain: no transaction is to hold the locks of all of them.
  let deleted: number;
  do {
    deleted = await ctx.database.transaction(db => deleteScansOfUser(db, id, LOT), LONGEST);
  } while (deleted === LOT);
  await ctx.database.transaction(async db => {
    await deleteScansOfUser(db, id, LOT);
    await deleteUser(db, { id, email });
  }, LONGEST);
}
