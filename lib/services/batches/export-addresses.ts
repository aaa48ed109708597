import type { Fate } from "#lib/bounce/batch/batch-item.ts";
import { type BatchAddress, batchAddresses } from "#lib/db/batch-addresses.ts";
import type { ServiceContext } from "../context.ts";
import { readInput } from "../schemas.ts";
import { decideBatchRefusals } from "./decide-refusals.ts";
import { getBatch } from "./get.ts";
import { BatchQueryInput } from "./schemas.ts";

export type { BatchAddress };

/** The two lists of a batch: what goes off a mailing list, and what stays on it. */
export const ADDRESS_LISTS = {
  remove: ["remove"],
  keep: ["retry", "repair", "ask", "undecided", "reached"],
} as const satisfies Readonly<Record<string, readonly Fate[]>>;
export type AddressList = keyof typeof ADDRESS_LISTS;

/** The addresses of one list, some thousand at a time. Refuses with `not-found`, before anything is given. */
export async function exportAddresses({
  ctx,
  input,
  list,
}: {
  ctx: ServiceContext;
  input: BatchQueryInput;
  list: AddressList;
}): Promise<AsyncIterable<readonly BatchAddress[]>> {
  const { id, filter } = readInput(BatchQueryInput, input);
  await decideBatchRefusals(ctx, await getBatch({ ctx, input: { id } }));
  return batchAddresses(ctx.database.db, { batchId: id, filter, fates: ADDRESS_LISTS[list] });
}
