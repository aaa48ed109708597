import { hasRequested } from "#lib/db/scan-requests.ts";
import type { StoredScan } from "#lib/db/scans.ts";
import { findScan } from "#lib/db/scans.ts";
import { requesterOf, requireScope } from "../actor.ts";
import type { ServiceContext } from "../context.ts";
import { isServiceId } from "../schemas.ts";
import { notFound } from "../service-error.ts";
import type { ScanIdInput } from "./schemas.ts";

export interface ScanView extends StoredScan {
  /** The actor asked for this scan and may share or delete it. */
  readonly mine: boolean;
}

/**
 * One scan with its report. Its id cannot be guessed: who knows it may read. A key reads what its account asked
 * for and nothing else. Refuses with `not-found` or `forbidden`.
 */
export async function getScan({
  ctx,
  input,
}: {
  ctx: ServiceContext;
  input: ScanIdInput;
}): Promise<ScanView> {
  requireScope(ctx.actor, "scans:read");
  const scan = isServiceId(input.id) ? await findScan(ctx.database.db, input.id) : null;
  if (scan === null) throw notFound("scan");
  const mine = await hasRequested(ctx.database.db, scan.id, requesterOf(ctx.actor));
  if (ctx.actor.kind === "api-key" && !mine) throw notFound("scan");
  return { ...scan, mine };
}
