import { ownerOfBatch } from "#lib/db/batches.ts";
import type { Db } from "#lib/db/handle.ts";
import type { ServiceContext } from "../context.ts";
import { chargeForWork } from "../limits/charges.ts";
import { spend } from "../limits/spend.ts";
import { toServiceError } from "../service-error.ts";
import { askForDomains } from "./ask-for-domains.ts";

/** Domains that are scanned without being asked for: the upload has paid for so many, whoever it was. */
export const PAID_DOMAINS = 50;

/**
 * Has the domains of a batch scanned once it has been read: as many as the upload has paid for, and all others as
 * well where an account can pay for them. In the transaction that ends the batch, so that no page and no crash comes
 * between.
 */
export async function scanUnasked(ctx: ServiceContext, db: Db, batchId: string): Promise<void> {
  const ownerId = (await ownerOfBatch(db, batchId))?.ownerId ?? null;
  await askForDomains(ctx, db, {
    batchId,
    payFor: async most => {
      const unpaid = most - PAID_DOMAINS;
      return unpaid > 0 && ownerId !== null && (await canPay(ctx, db, { ownerId, unpaid }))
        ? most
        : PAID_DOMAINS;
    },
  });
}

/** Whether an account paid for so many scans: for all of them or none. */
async function canPay(
  ctx: ServiceContext,
  db: Db,
  { ownerId, unpaid }: { ownerId: string; unpaid: number },
): Promise<boolean> {
  const actor = { kind: "account", userId: ownerId, sessionId: null, browserKey: null } as const;
  try {
    await spend(ctx, db, chargeForWork({ ...ctx, actor }, unpaid));
    return true;
  } catch (error) {
    if (toServiceError(error)?.code !== "limited") throw error;
    return false;
  }
}
