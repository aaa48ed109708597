import { NO_HINTS } from "#lib/scan/define-probe.ts";
import { ownerOfBatch } from "#lib/db/batches.ts";
import { scanJob } from "#lib/jobs/definitions.ts";
import { parseDomainInput } from "#lib/values/domain-name.ts";
import type { Requester } from "#lib/db/requester.ts";
import type { ServiceContext } from "../context.ts";
import { findFreshScan, noteRequest, storeScan } from "../scans/question.ts";
import { domainsToScan } from "./domains-to-scan.ts";

/** Scans that nobody asked for: as many as the batch has paid for. The rest are one press away. */
const UNASKED = { recipients: 8, senders: 2 } as const;

/**
 * Has the domains with most failures scanned, where a scan can say something about them, in the name of whoever
 * uploaded the batch. For workers, when a batch has been read. A domain that cannot be scanned is left out.
 */
export async function scanTopDomains({
  ctx,
  input,
}: {
  ctx: ServiceContext;
  input: { readonly batchId: string };
}): Promise<void> {
  const { db } = ctx.database;
  const requester = await ownerOfBatch(db, input.batchId);
  if (requester === null) return;
  const { recipients, senders } = await domainsToScan(db, input.batchId, UNASKED);
  for (const domain of new Set([...senders, ...recipients].map(one => one.domain))) {
    await scanInNameOf(ctx, domain, requester);
  }
}

async function scanInNameOf(ctx: ServiceContext, text: string, requester: Requester): Promise<void> {
  const parsed = parseDomainInput(text);
  if (!parsed.ok) return;
  const { domain, unicode } = parsed.value;
  const question = { domain, unicode, hints: NO_HINTS };
  await ctx.database.transaction(async db => {
    const fresh = await findFreshScan(ctx, db, question);
    const scan = fresh ?? (await storeScan(ctx, db, question));
    await noteRequest(ctx, db, { scanId: scan.id, requester, source: "bounce" });
    if (fresh === null) await ctx.queue.enqueue(db, scanJob, { scanId: scan.id });
  });
}
