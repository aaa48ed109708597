import { hasRequested } from "#lib/db/scan-requests.ts";
import type { StoredScan } from "#lib/db/scans.ts";
import { findScan } from "#lib/db/scans.ts";
import { requesterOf } from "../actor.ts";
import type { ServiceContext } from "../context.ts";
import { isServiceId } from "../schemas.ts";
import { notFound } from "../service-error.ts";
import type { ScanIdInput } from "./schemas.ts";

export interface ScanView extends StoredScan {
  /** The actor asked for this scan and may share or delete it. */
  readonly mine: boolean;
}

/** One scan with its report. Its id cannot be guessed: who knows it may read. Refuses with `not-found`. */
export async function getScan({
  ctx,
  input,
}: {
  ctx: ServiceContext;
  input: ScanIdInput;
}): Promise<ScanView> {
  const scan = isServiceId(input.id) ? await findScan(ctx.database.db, input.id) : null;
  if (scan === null) throw notFound("scan");
  return { ...scan, mine: await hasRequested(ctx.database.db, scan.id, requesterOf(ctx.actor)) };
}
