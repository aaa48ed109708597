import { confirmAddress, findConfirmation } from "#lib/db/alert-confirmations.ts";
import { secretHash } from "../../actor.ts";
import type { ServiceContext } from "../../context.ts";
import { countMiss, refuseGuesser } from "../../limits/spend.ts";
import { readInput } from "../../schemas.ts";
import { ServiceError } from "../../service-error.ts";
import { TokenInput } from "./schemas.ts";

/** What the link asks; null where it is unknown, used or too old: one cannot be told from the other. */
export interface AddressQuestion {
  readonly address: string;
  /** Whose alerts these are. */
  readonly ownerEmail: string;
}

/** Looks at the link without using it: programs that open every link in a mail do no harm. Refuses: `limited`. */
export async function lookAtAddressLink({
  ctx,
  input,
}: {
  ctx: ServiceContext;
  input: TokenInput;
}): Promise<AddressQuestion | null> {
  const { token } = readInput(TokenInput, input);
  await refuseGuesser(ctx);
  const found = await findConfirmation(ctx.database.db, secretHash(token), ctx.clock.now());
  if (found === null) await countMiss(ctx);
  return found === null ? null : { address: found.address, ownerEmail: found.ownerEmail };
}

/** Agrees to alerts, for whoever holds the link; uses it up. Refuses with `limited` or `conflict`. */
export async function agreeToAlerts({
  ctx,
  input,
}: {
  ctx: ServiceContext;
  input: TokenInput;
}): Promise<void> {
  const { token } = readInput(TokenInput, input);
  await refuseGuesser(ctx);
  if (await confirmAddress(ctx.database.db, secretHash(token), ctx.clock.now())) return;
  await countMiss(ctx);
  throw new ServiceError("conflict", "This link was used, is too old, or a newer one was sent.");
}
