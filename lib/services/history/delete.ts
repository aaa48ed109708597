import { deleteBatch, deleteBounce } from "#lib/db/bounce-ownership.ts";
import type { Database } from "#lib/db/database.ts";
import type { HistoryKind } from "#lib/db/history.ts";
import type { Requester } from "#lib/db/requester.ts";
import { withdrawScanRequest } from "#lib/db/scan-requests.ts";
import { requesterOf } from "../actor.ts";
import type { ServiceContext } from "../context.ts";
import { readInput } from "../schemas.ts";
import { notFound } from "../service-error.ts";
import { DeleteHistoryInput } from "./schemas.ts";

/**
 * Deletes things that this actor asked for, at once and for good, with the links to them: all that are named or
 * none. A scan that others asked for too stays theirs. Refuses with `not-found`, also for what is others'.
 */
export async function deleteHistory({
  ctx,
  input,
}: {
  ctx: ServiceContext;
  input: DeleteHistoryInput;
}): Promise<void> {
  const { items } = readInput(DeleteHistoryInput, input);
  const requester = requesterOf(ctx.actor);
  await ctx.database.transaction(async db => {
    for (const { kind, id } of items) {
      if (!(await DELETE[kind](db, id, requester))) throw notFound(kind);
    }
  });
}

type Delete = (db: Database["db"], id: string, requester: Requester) => Promise<boolean>;

const DELETE: Readonly<Record<HistoryKind, Delete>> = {
  scan: withdrawScanRequest,
  bounce: deleteBounce,
  batch: deleteBatch,
};
