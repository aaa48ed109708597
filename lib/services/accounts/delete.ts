import { deleteUser } from "#lib/db/users.ts";
import type { ServiceContext } from "../context.ts";
import { readInput } from "../schemas.ts";
import { ServiceError } from "../service-error.ts";
import { getAccount } from "./profile.ts";
import { DeleteAccountInput } from "./schemas.ts";

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
  await ctx.database.transaction(db => deleteUser(db, { id, email }));
}
