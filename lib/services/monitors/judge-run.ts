import type { Db } from "#lib/db/handle.ts";
import { editChange, insertChange, openChanges } from "#lib/db/monitor-changes.ts";
import { endRun, holdRun, type MonitorRun, type RunEnd, type RunningMonitor } from "#lib/db/monitor-runs.ts";
import { findScan, type StoredScan } from "#lib/db/scans.ts";
import { lookAt } from "#lib/scan/changes/known.ts";
import type { ScanReport } from "#lib/scan/report.ts";
import { raiseAlert } from "../alerts/raise.ts";
import { requireWorker } from "../actor.ts";
import type { ServiceContext } from "../context.ts";
import { patiently } from "../patiently.ts";
import { alertedMonitor, changeAlert } from "./alerts.ts";
import { comparableKnown } from "./comparable-known.ts";
import { type DecidedChange, judgeLook } from "./judge-look.ts";
import { confirmationDue, retryDue } from "./next-run.ts";

export type RunJudgement =
  | "judged"
  /** The scan ended without saying anything about the domain. */
  | "failed"
  /** The run was judged before, or is not the one under way. */
  | "superfluous"
  /** The scan is not done yet: whoever carries it out judges it. */
  | "unfinished";

/** Runs in a row that could not check anything before the account is told so, once. */
const FAILURES_TOLD = 3;

/**
 * Judges the scan of a run: what changed is noticed, what was noticed is confirmed or dropped, and whoever has to be
 * told is told, all in one transaction. May be called any number of times and by several workers at once: a run
 * is judged once. For workers only.
 */
export async function judgeRun({
  ctx,
  input,
}: {
  ctx: ServiceContext;
  input: MonitorRun;
}): Promise<RunJudgement> {
  requireWorker(ctx.actor, "judge runs");
  return patiently(ctx, () =>
    ctx.database.transaction(async db => {
      const monitor = await holdRun(db, input);
      if (monitor === null) return "superfluous";
      const scan = await findScan(db, input.scanId);
      if (scan?.status === "pending" || scan?.status === "running") return "unfinished";
      const report = scan?.report ?? null;
      if (scan === null || report === null || !saysAnything(report)) {
        await endFailed(ctx, db, monitor);
        return "failed";
      }
      await endJudged(ctx, db, monitor, { scan, report });
      return "judged";
    }),
  );
}

/** A resolver that lies, or that does not even answer whether the domain exists, has checked nothing. */
const saysAnything = ({ dns, findings }: ScanReport): boolean =>
  dns.healthy && !findings.some(one => one.check === "domain-exists" && one.status === "inconclusive");

/** What was known stays known, and the last report that says something stays the one to compare with. */
async function endFailed(ctx: ServiceContext, db: Db, monitor: RunningMonitor): Promise<void> {
  const failedRuns = monitor.failedRuns + 1;
  const since = monitor.failingSince ?? ctx.clock.now();
  const tells = failedRuns >= FAILURES_TOLD && monitor.failureToldAt === null;
  if (tells) {
    await raiseAlert(ctx, db, {
      monitor: alertedMonitor(monitor),
      occasion: { kind: "unverifiable", since },
    });
  }
  await endRun(db, monitor.id, {
    nextRunAt: failedRuns < FAILURES_TOLD ? retryDue(ctx, monitor) : monitor.nextRunAt,
    failedRuns,
    failingSince: since,
    ...(tells ? { failureToldAt: ctx.clock.now() } : {}),
  });
}

async function endJudged(
  ctx: ServiceContext,
  db: Db,
  monitor: RunningMonitor,
  { scan, report }: { scan: StoredScan; report: ScanReport },
): Promise<void> {
  const now = ctx.clock.now();
  const look = lookAt(report);
  const { known, decided, noticed } = judgeLook({
    known: await comparableKnown(db, monitor, look),
    look,
    at: scan.startedAt ?? scan.requestedAt,
    open: await openChanges(db, monitor.id),
    confirmAfterMs: ctx.watch.confirmAfterMs,
  });
  for (const one of decided) await settle(ctx, db, { monitor, one, scanId: scan.id });
  if (noticed.length > 0) {
    await insertChange(db, {
      id: ctx.newToken(),
      monitorId: monitor.id,
      beforeScanId: monitor.lastScanId,
      afterScanId: scan.id,
      changes: noticed.map(change => ({ ...change, fate: "open" })),
      noticedAt: now,
    });
  }
  const waiting = decided.filter(({ fate }) => fate === "waiting").map(({ change }) => change.noticedAt);
  const end: RunEnd = {
    ...confirmationDue(ctx, monitor, noticed.length > 0 ? [...waiting, now] : waiting),
    lastScanId: scan.id,
    failedRuns: 0,
    failingSince: null,
    failureToldAt: null,
    known,
  };
  await endRun(db, monitor.id, end);
}

async function settle(
  ctx: ServiceContext,
  db: Db,
  { monitor, one, scanId }: { monitor: RunningMonitor; one: DecidedChange; scanId: string },
): Promise<void> {
  const { change, changes, unsureLooks, fate, confirmed } = one;
  const now = ctx.clock.now();
  await editChange(db, change.id, {
    changes,
    unsureLooks,
    finalScanId: fate === "waiting" ? null : scanId,
    confirmedAt: fate === "confirmed" ? now : null,
    dismissedAt: fate === "dismissed" ? now : null,
  });
  if (fate === "confirmed") await raiseAlert(ctx, db, changeAlert(monitor, { change, confirmed }));
}
