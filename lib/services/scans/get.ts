import type { Db } from "#lib/db/handle.ts";
import { hasRequested, isRequestedByNobody } from "#lib/db/scan-requests.ts";
import type { StoredScan } from "#lib/db/scans.ts";
import { findScan } from "#lib/db/scans.ts";
import { type Actor, requesterOf, requireScope } from "../actor.ts";
import type { ServiceContext } from "../context.ts";
import { isServiceId } from "../schemas.ts";
import { notFound } from "../service-error.ts";
import type { ScanIdInput } from "./schemas.ts";

export interface ScanView extends StoredScan {
  /** The actor asked for this scan and may share or delete it. */
  readonly mine: boolean;
}

/**
 * One scan with its report. Its id cannot be guessed: who knows it may read it in a browser. Programs are kept
 * apart more strictly: a key reads what its account asked for, a program without one what was asked for without
 * an account. Refuses with `not-found` or `forbidden`.
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
  const { db } = ctx.database;
  const mine = await hasRequested(db, scan.id, requesterOf(ctx.actor));
  if (!mine && !(await isOpenTo(ctx.actor, db, scan.id))) throw notFound("scan");
  return { ...scan, mine };
}

/** Whether somebody who did not ask for the scan may read it. */
async function isOpenTo({ kind }: Actor, db: Db, scanId: string): Promise<boolean> {
  if (kind === "api-key") return false;
  return kind !== "program" || isRequestedByNobody(db, scanId);
}
