import { lockForTransaction } from "#lib/db/advisory-lock.ts";
import { countWaitingItems, findScanBatch, insertScanBatch, type ScanBatch } from "#lib/db/scan-batches.ts";
import { bulkScanJob } from "#lib/jobs/definitions.ts";
import type { DomainInput } from "#lib/values/domain-name.ts";
import { requireScope } from "../actor.ts";
import type { ServiceContext } from "../context.ts";
import { chargeForWork } from "../limits/charges.ts";
import { spend } from "../limits/spend.ts";
import { readInput } from "../schemas.ts";
import { notFound, ServiceError } from "../service-error.ts";
import { batchOwner } from "./owner.ts";
import { StartBulkInput } from "./schemas.ts";

/** Domains that may wait in the batches of one account; about half an hour of work for one worker. */
const MOST_WAITING = 5_000;
const FULL_SECONDS = 300;

/**
 * Asks for a scan of each of many domains. The batch and a job for each domain are stored in one transaction;
 * a domain that is named twice is scanned once. Refuses with `unauthenticated`, `forbidden`, `invalid` (field
 * `domains.<index>`) or `limited`; then nothing is scanned.
 */
export async function startBulk({
  ctx,
  input,
}: {
  ctx: ServiceContext;
  input: StartBulkInput;
}): Promise<ScanBatch> {
  const ownerId = batchOwner(ctx);
  requireScope(ctx.actor, "scans:write");
  const domains = named(readInput(StartBulkInput, input).domains);
  const id = ctx.newToken();
  return ctx.database.transaction(async db => {
    await lockForTransaction(db, `batches of ${ownerId}`);
    if ((await countWaitingItems(db, ownerId)) + domains.length > MOST_WAITING) throw tooManyWaiting();
    await spend(ctx, db, chargeForWork(ctx, domains.length));
    await insertScanBatch(db, { id, ownerId, requestedAt: ctx.clock.now(), domains });
    await ctx.queue.enqueueAll(
      db,
      bulkScanJob,
      domains.map((_, position) => ({ batchId: id, position })),
    );
    const batch = await findScanBatch(db, { id, ownerId });
    if (batch === null) throw notFound("batch");
    return batch;
  });
}

/** Each domain once, in the order of the first mention. */
const named = (domains: readonly DomainInput[]): readonly DomainInput[] => [
  ...new Map(domains.map(one => [one.domain, one])).values(),
];

const tooManyWaiting = () =>
  new ServiceError(
    "limited",
    `More than ${MOST_WAITING} domains of this account would wait. Try again later.`,
    {
      retryAfter: FULL_SECONDS,
    },
  );
