import {
  addBatchItems,
  batchFiles,
  beginBatch,
  type BatchAttempt,
  failBatch,
  finishBatch,
} from "#lib/db/batch-execution.ts";
import type { BatchFailure } from "#lib/db/batches.ts";
import type { BatchTally } from "#lib/bounce/batch/read-batch.ts";
import { requireWorker } from "../actor.ts";
import type { ServiceContext } from "../context.ts";
import { patiently } from "../patiently.ts";
import type { ReadFiles } from "./read-files.ts";
import { scanUnasked } from "./scan-unasked.ts";

export type BatchExecution =
  | "stored"
  /** Nothing can be read in it; the batch says why. */
  | "failed"
  /** It was finished or deleted, or another worker has it now. */
  | "superfluous";

/** Time for the last step, which touches all rows of a batch. */
const LONG = { ms: 60_000 };

/**
 * Reads an uploaded batch. May be called any number of times and by several workers at once: each attempt begins
 * anew, and only the latest one stores anything. For workers only. Throws when it was stopped, so that the job stays.
 */
export async function executeBatch({
  ctx,
  input,
  signal,
  readFiles,
}: {
  ctx: ServiceContext;
  input: { readonly batchId: string };
  signal: AbortSignal;
  readFiles: ReadFiles;
}): Promise<BatchExecution> {
  requireWorker(ctx.actor, "read batches");
  const attempt = await ctx.database.transaction(db => beginBatch(db, input.batchId), LONG);
  if (attempt === null) return "superfluous";
  let mine = true;
  const read = await readFiles({
    files: await batchFiles(ctx.database.db, attempt.batchId),
    receivedAt: attempt.createdAt,
    store: async (items, share) => {
      mine = await patiently(ctx, () =>
        ctx.database.transaction(db => addBatchItems(db, attempt, { items, share })),
      );
      return mine;
    },
    signal,
  });
  if (!mine) return "superfluous";
  if (read.outcome === "stopped") throw new Error("Reading was stopped; the batch is read again.");
  if (read.outcome === "failed") return fail(ctx, attempt, read.failure);
  const [unread] = read.tally.unreadable;
  if (read.tally.read === 0 && unread !== undefined) return fail(ctx, attempt, unread.code);
  return finish(ctx, attempt, read.tally);
}

/** Gives a batch up whose every attempt crashed. For workers only. */
export async function abandonBatch({
  ctx,
  input,
}: {
  ctx: ServiceContext;
  input: { readonly batchId: string };
}): Promise<void> {
  requireWorker(ctx.actor, "read batches");
  await fail(ctx, input, "crashed");
}

async function finish(
  ctx: ServiceContext,
  attempt: BatchAttempt,
  { reachedAfterFailing: reached, ...summary }: BatchTally,
): Promise<BatchExecution> {
  const finishedAt = ctx.clock.now();
  const stored = await patiently(ctx, () =>
    ctx.database.transaction(async db => {
      const finished = await finishBatch(db, attempt, { summary, reached, finishedAt });
      if (finished) await scanUnasked(ctx, db, attempt.batchId);
      return finished;
    }, LONG),
  );
  return stored ? "stored" : "superfluous";
}

async function fail(
  ctx: ServiceContext,
  { batchId }: { readonly batchId: string },
  failure: BatchFailure,
): Promise<BatchExecution> {
  const finishedAt = ctx.clock.now();
  await patiently(ctx, () =>
    ctx.database.transaction(db => failBatch(db, { batchId, failure, finishedAt }), LONG),
  );
  return "failed";
}
