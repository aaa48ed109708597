import { beginAttempt, failScan, finishAttempt, type ScanAttempt } from "#lib/db/scan-execution.ts";
import { announceScan } from "#lib/db/scan-progress.ts";
import { requireWorker } from "../actor.ts";
import type { ServiceContext } from "../context.ts";
import { patiently } from "../patiently.ts";
import { progressReporter } from "./progress-reporter.ts";

export type Execution =
  /** The report of this attempt is stored. */
  | "stored"
  /** There was nothing to do, or another worker was faster: its report stands. */
  | "superfluous";

/**
 * Carries out a stored scan. May be called any number of times and by several workers at once: the report is
 * stored exactly once. No transaction is open while the network is asked. For workers only.
 */
export async function executeScan({
  ctx,
  input,
}: {
  ctx: ServiceContext;
  input: { readonly scanId: string; readonly fresh?: boolean | undefined };
}): Promise<Execution> {
  requireWorker(ctx.actor, "carry out scans");
  const attempt = await ctx.database.transaction(async db => {
    const begun = await beginAttempt(db, input.scanId, ctx.clock.now());
    if (begun !== null) await announceScan(db, begun.scanId);
    return begun;
  });
  if (attempt === null) return "superfluous";
  const progress = progressReporter(ctx, attempt.scanId);
  try {
    const { domain, hints } = attempt;
    const result = await ctx.scanner({
      domain,
      hints,
      fresh: input.fresh === true,
      onProgress: progress.tell,
    });
    await progress.finish();
    const finished = { ...result, finishedAt: ctx.clock.now() };
    return await patiently(ctx, () => store(ctx, attempt, finished));
  } finally {
    await progress.finish();
  }
}

/** Gives a scan up whose every attempt crashed. For workers only. */
export async function abandonScan({
  ctx,
  input,
}: {
  ctx: ServiceContext;
  input: { readonly scanId: string };
}): Promise<void> {
  requireWorker(ctx.actor, "carry out scans");
  const { scanId } = input;
  await ctx.database.transaction(async db => {
    await failScan(db, { scanId, failure: "crashed", finishedAt: ctx.clock.now() });
    await announceScan(db, scanId);
  });
}

const store = (
  ctx: ServiceContext,
  attempt: ScanAttempt,
  result: Parameters<typeof finishAttempt>[2],
): Promise<Execution> =>
  ctx.database.transaction(async db => {
    const stored = await finishAttempt(db, attempt, result);
    if (stored) await announceScan(db, attempt.scanId);
    return stored ? "stored" : "superfluous";
  });
