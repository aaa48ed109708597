import type { ScanSummary } from "#lib/db/scans.ts";
import { scanJob } from "#lib/jobs/definitions.ts";
import { requesterOf, requireScope } from "../actor.ts";
import type { ServiceContext } from "../context.ts";
import { chargeForDomain, chargeForWork } from "../limits/charges.ts";
import { refuseWhenFull, spend } from "../limits/spend.ts";
import { readInput } from "../schemas.ts";
import { findFreshScan, noteRequest, type ScanQuestion, storeScan } from "./question.ts";
import { StartScanInput } from "./schemas.ts";

export interface StartedScan {
  readonly scan: ScanSummary;
  /** The scan was already there, running or fresh. */
  readonly joined: boolean;
}

/**
 * Asks for a scan. The pending scan, who asked for it and the job are stored in one transaction: all of them
 * or none. A worker takes it up at once. Refuses with `invalid` (field `domain`), `limited`, `forbidden` or
 * `unavailable`.
 */
export async function startScan({
  ctx,
  input,
}: {
  ctx: ServiceContext;
  input: StartScanInput;
}): Promise<StartedScan> {
  requireScope(ctx.actor, "scans:write");
  const { domain, selectors, sendingAddresses, source } = readInput(StartScanInput, input);
  const question: ScanQuestion = {
    domain: domain.domain,
    unicode: domain.unicode,
    hints: { selectors, sendingAddresses },
  };
  return ctx.database.transaction(async db => {
    const fresh = await findFreshScan(ctx, db, question);
    if (ctx.actor.kind !== "system") {
      if (fresh === null) await refuseWhenFull(ctx, db);
      await spend(ctx, db, [
        // A bounce has paid for the scans that it asks for.
        ...(source === "bounce" ? [] : chargeForWork(ctx)),
        ...(fresh === null ? chargeForDomain(ctx, domain.domain) : []),
      ]);
    }
    const scan = fresh ?? (await storeScan(ctx, db, question));
    await noteRequest(ctx, db, { scanId: scan.id, requester: requesterOf(ctx.actor), source });
    if (fresh === null) await ctx.queue.enqueue(db, scanJob, { scanId: scan.id });
    return { scan, joined: fresh !== null };
  });
}
