import { NO_HINTS } from "#lib/scan/define-probe.ts";
import type { Db } from "#lib/db/handle.ts";
import { endRun, holdRun, type MonitorRun, type RunningMonitor } from "#lib/db/monitor-runs.ts";
import { findScanSummary } from "#lib/db/scans.ts";
import { toUnicode } from "#lib/values/domain-name.ts";
import { requireWorker } from "../actor.ts";
import type { ServiceContext } from "../context.ts";
import { chargeForDomain } from "../limits/charges.ts";
import { spend } from "../limits/spend.ts";
import { abandonScan, executeScan } from "../scans/execute.ts";
import { noteRequest, storeScan } from "../scans/question.ts";
import { toServiceError } from "../service-error.ts";
import { judgeRun } from "./judge-run.ts";
import { keepProof } from "./keep-proof.ts";

/** A domain that was scanned too often is looked at again so much later. */
const POSTPONED_MS = 900_000;

/**
 * Carries out one run over a watched domain: a scan of its own, its judgement, and the proof of control when that is
 * due. May be called any number of times and by several workers at once: the run has one scan and is judged once.
 * For workers only.
 */
export async function executeRun({ ctx, input }: { ctx: ServiceContext; input: MonitorRun }): Promise<void> {
  requireWorker(ctx.actor, "carry out runs");
  if (!(await takeUp(ctx, input))) return;
  await executeScan({ ctx, input: { scanId: input.scanId } });
  await judgeRun({ ctx, input });
  await keepProof({ ctx, input });
}

/** Ends a run whose every attempt crashed: it could not check anything. For workers only. */
export async function abandonRun({ ctx, input }: { ctx: ServiceContext; input: MonitorRun }): Promise<void> {
  requireWorker(ctx.actor, "carry out runs");
  await abandonScan({ ctx, input: { scanId: input.scanId } });
  await judgeRun({ ctx, input });
}

/** False where there is nothing to carry out. */
async function takeUp(ctx: ServiceContext, run: MonitorRun): Promise<boolean> {
  try {
    return await ctx.database.transaction(async db => {
      const monitor = await holdRun(db, run);
      if (monitor === null) return false;
      // The work of an earlier attempt, whose worker may have died before the run was judged.
      if ((await findScanSummary(db, run.scanId)) === null) await storeFreshScan(ctx, db, monitor, run);
      return true;
    });
  } catch (error) {
    if (toServiceError(error)?.code !== "limited") throw error;
    await postpone(ctx, run);
    return false;
  }
}

/** Never one that is there already: the run is to measure, not to remember. */
async function storeFreshScan(
  ctx: ServiceContext,
  db: Db,
  { domain, ownerId }: RunningMonitor,
  { scanId }: MonitorRun,
): Promise<void> {
  await spend(ctx, db, chargeForDomain(ctx, domain));
  const question = { domain, unicode: toUnicode(domain), hints: NO_HINTS };
  await storeScan(ctx, db, question, scanId);
  await noteRequest(ctx, db, {
    scanId,
    requester: { ownerId, browserKeyHash: null },
    source: "monitor",
  });
}

/** Others have this domain scanned so often that this run has to wait. That says nothing about the domain. */
const postpone = (ctx: ServiceContext, run: MonitorRun): Promise<void> =>
  ctx.database.transaction(async db => {
    if ((await holdRun(db, run)) === null) return;
    await endRun(db, run.monitorId, { nextRunAt: new Date(ctx.clock.now().getTime() + POSTPONED_MS) });
  });
