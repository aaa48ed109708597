import { withdrawScanRequest } from "#lib/db/scan-requests.ts";
import { requesterOf, requireScope } from "../actor.ts";
import type { ServiceContext } from "../context.ts";
import { readInput } from "../schemas.ts";
import { notFound } from "../service-error.ts";
import { ScanIdInput } from "./schemas.ts";

/**
 * Deletes a scan of this actor with their links to it; one that others asked for too stays theirs. Refuses with
 * `not-found`, also for scans of others.
 */
export async function deleteScan({ ctx, input }: { ctx: ServiceContext; input: ScanIdInput }): Promise<void> {
  requireScope(ctx.actor, "scans:write");
  const { id } = readInput(ScanIdInput, input);
  const requester = requesterOf(ctx.actor);
  const gone = await ctx.database.transaction(db => withdrawScanRequest(db, id, requester));
  if (!gone) throw notFound("scan");
}
