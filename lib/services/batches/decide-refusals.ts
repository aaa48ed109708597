import { domainsToJudge, moveBatchDomain } from "#lib/db/batch-domains.ts";
import { alikeRefusals, decideRefusals } from "#lib/db/batch-routes.ts";
import type { Batch } from "#lib/db/batches.ts";
import { findScan } from "#lib/db/scans.ts";
import { judgeByRoute } from "#lib/triage/judge-by-route.ts";
import { routeOfScan } from "#lib/triage/route-of-scan.ts";
import type { ServiceContext } from "../context.ts";

/** Domains looked after at once; the rest come with the next look. */
const DOMAINS = 200;

/**
 * Joins a batch that has been read with what has been learnt about its domains until now: directory refusals (550 5.4.1)
 * are judged by whether the server that refused takes the domain's mail today. A domain whose scan has not ended, or
 * could not find that out, stays undecided. May be called any number of times and at once; it always comes to the same.
 */
export async function decideBatchRefusals(ctx: ServiceContext, batch: Batch): Promise<void> {
  if (batch.status !== "done") return;
  for (const { domain, scanId } of await domainsToJudge(ctx.database.db, batch.id, DOMAINS)) {
    await decideDomain(ctx, { batchId: batch.id, domain, scanId });
  }
}

async function decideDomain(
  ctx: ServiceContext,
  { batchId, domain, scanId }: { batchId: string; domain: string; scanId: string },
): Promise<void> {
  const scan = await findScan(ctx.database.db, scanId);
  const route = scan?.report ? routeOfScan(scan.report) : null;
  await ctx.database.transaction(async db => {
    for (const { items, cause: before, ...kept } of await alikeRefusals(db, batchId, domain)) {
      const judged = route?.ok ? judgeByRoute({ ...kept, domain }, route.value) : null;
      if (judged === null) continue;
      const { found, ...answers } = judged;
      await decideRefusals(db, batchId, items, { ...answers, route: { scanId, found, before } });
    }
    await moveBatchDomain(db, { batchId, domain }, { status: "judged" });
  });
}
