import type { RequestSource } from "#lib/db/scan-requests.ts";
import type { ScanSummary } from "#lib/db/scans.ts";
import { scanJob } from "#lib/jobs/definitions.ts";
import { requesterOf, requireScope } from "../actor.ts";
import type { ServiceContext } from "../context.ts";
import { chargeForDomain, chargeForWork } from "../limits/charges.ts";
import { refuseWhenFull, spend } from "../limits/spend.ts";
import { readInput } from "../schemas.ts";
import { findFreshScan, findUnfinishedScan, noteRequest, type ScanQuestion, storeScan } from "./question.ts";
import { StartScanInput } from "./schemas.ts";

export interface StartedScan {
  readonly scan: ScanSummary;
  /** The scan was already there, running or fresh. */
  readonly joined: boolean;
}

/**
 * Asks for a scan. Refuses with `invalid` (field `domain`), `limited`, `forbidden` or `unavailable`.
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
  return askForScan(ctx, question, { source, fresh: false });
}

export interface ScanWish {
  readonly source: RequestSource;
  /** Whether the answer has to be measured from now on: what is finished or remembered does not count. */
  readonly fresh: boolean;
}

/**
 * Joins the scan that answers the question, or stores one. The pending scan, who asked for it and the job are
 * stored in one transaction: all of them or none. A worker takes it up at once.
 */
export function askForScan(
  ctx: ServiceContext,
  question: ScanQuestion,
  { source, fresh }: ScanWish,
): Promise<StartedScan> {
  return ctx.database.transaction(async db => {
    const found = await (fresh ? findUnfinishedScan : findFreshScan)(ctx, db, question);
    if (ctx.actor.kind !== "system") {
      if (found === null) await refuseWhenFull(ctx, db);
      await spend(ctx, db, [
        // A bounce has paid for the scans that it asks for.
        ...(source === "bounce" ? [] : chargeForWork(ctx)),
        ...(found === null ? chargeForDomain(ctx, question.domain) : []),
      ]);
    }
    const scan = found ?? (await storeScan(ctx, db, question));
    await noteRequest(ctx, db, { scanId: scan.id, requester: requesterOf(ctx.actor), source });
    if (found === null) await ctx.queue.enqueue(db, scanJob, { scanId: scan.id, fresh });
    return { scan, joined: found !== null };
  });
}
