import type { ServiceContext } from "../context.ts";
import { chargeForWork } from "../limits/charges.ts";
import { refuseWhenFull, spend } from "../limits/spend.ts";
import { askForDomains } from "./ask-for-domains.ts";
import { getBatch } from "./get.ts";
import type { BatchIdInput } from "./schemas.ts";

/** Domains scanned at one press. */
export const DOMAINS_AT_ONCE = 50;

/**
 * Asks for scans of the next domains of a batch that have none, those with most failures first; each is paid for like
 * any scan. Returns how many were asked for. Refuses with `not-found` and `limited`.
 */
export async function scanBatchDomains({
  ctx,
  input,
}: {
  ctx: ServiceContext;
  input: BatchIdInput;
}): Promise<number> {
  const { id } = await getBatch({ ctx, input });
  return ctx.database.transaction(async db => {
    await refuseWhenFull(ctx, db);
    return askForDomains(ctx, db, {
      batchId: id,
      payFor: async most => {
        const domains = Math.min(most, DOMAINS_AT_ONCE);
        await spend(ctx, db, chargeForWork(ctx, domains));
        return domains;
      },
    });
  });
}
