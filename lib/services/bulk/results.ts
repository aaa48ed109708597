import { type BatchResult, batchResults } from "#lib/db/scan-batch-items.ts";
import type { ServiceContext } from "../context.ts";
import { readInput } from "../schemas.ts";
import { getBatch } from "./get.ts";
import { BatchResultsInput } from "./schemas.ts";

/** Few enough that a page of them with reports is no burden, enough that the database is not asked for each. */
const PAGE = 25;

/**
 * The results of a batch as they are now, one for each domain, in the order in which the domains were handed in.
 * Refuses with `not-found` before the first of them.
 */
export async function readBatchResults({
  ctx,
  input,
}: {
  ctx: ServiceContext;
  input: BatchResultsInput;
}): Promise<AsyncIterable<BatchResult>> {
  const { id, reports } = readInput(BatchResultsInput, input);
  const batch = await getBatch({ ctx, input: { id } });
  return pages(ctx, { batchId: batch.id, reports });
}

async function* pages(
  ctx: ServiceContext,
  query: { readonly batchId: string; readonly reports: boolean },
): AsyncGenerator<BatchResult, void, void> {
  for (let after = -1; ; ) {
    const page = await batchResults(ctx.database.db, { ...query, after, limit: PAGE });
    yield* page;
    const last = page.at(-1);
    if (last === undefined || page.length < PAGE) return;
    after = last.position;
  }
}
