import { findScanHints } from "#lib/db/scans.ts";
import { requireScope } from "../actor.ts";
import type { ServiceContext } from "../context.ts";
import { notFound } from "../service-error.ts";
import { getScan } from "./get.ts";
import type { ScanIdInput } from "./schemas.ts";
import { askForScan, type StartedScan } from "./start.ts";

/**
 * Asks the question of a scan once more, with the same hints. It is measured anew: a finished scan is not joined,
 * and nothing that a worker remembers is used. Only a scan that is under way is joined. Refuses like `getScan`
 * and `startScan`.
 */
export async function rescan({
  ctx,
  input,
}: {
  ctx: ServiceContext;
  input: ScanIdInput;
}): Promise<StartedScan> {
  requireScope(ctx.actor, "scans:write");
  const { id, domain, unicode } = await getScan({ ctx, input });
  const hints = await findScanHints(ctx.database.db, id);
  if (hints === null) throw notFound("scan");
  return askForScan(ctx, { domain, unicode, hints }, { source: "web", fresh: true });
}
