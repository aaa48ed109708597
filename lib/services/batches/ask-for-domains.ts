import { lockForTransaction } from "#lib/db/advisory-lock.ts";
import { addBatchDomains } from "#lib/db/batch-domains.ts";
import type { Db } from "#lib/db/handle.ts";
import { batchDomainJob } from "#lib/jobs/definitions.ts";
import type { ServiceContext } from "../context.ts";
import { domainsOfBatch } from "./domains-of-batch.ts";

/**
 * Has the domains scanned that are worth most of those without a scan: each is noted and has a job of its own.
 * `payFor` is told how many there are and answers how many it pays for, or refuses. Answers how many were asked for.
 * In a transaction.
 */
export async function askForDomains(
  ctx: ServiceContext,
  db: Db,
  { batchId, payFor }: { batchId: string; payFor: (most: number) => Promise<number> },
): Promise<number> {
  // Two presses at once are not to ask for the same.
  await lockForTransaction(db, `domains of batch ${batchId}`);
  const { unscanned, room } = await domainsOfBatch(db, batchId);
  const most = Math.min(unscanned.length, room);
  if (most === 0) return 0;
  const domains = unscanned.slice(0, await payFor(most));
  await addBatchDomains(db, batchId, domains);
  await ctx.queue.enqueueAll(
    db,
    batchDomainJob,
    domains.map(domain => ({ batchId, domain })),
  );
  return domains.length;
}
