import { findBounce } from "#lib/db/bounces.ts";
import type { StoredScan } from "#lib/db/scans.ts";
import { findScan } from "#lib/db/scans.ts";
import type { ShareLink } from "#lib/db/shares.ts";
import { useShare } from "#lib/db/shares.ts";
import type { ScanReport } from "#lib/scan/report.ts";
import { secretHash } from "../actor.ts";
import { type BounceView, withScans } from "../bounces/get.ts";
import type { ServiceContext } from "../context.ts";
import { countMiss, refuseGuesser } from "../limits/spend.ts";
import { notFound } from "../service-error.ts";

export interface SharedScan {
  readonly share: ShareLink;
  readonly scan: StoredScan & { readonly report: ScanReport };
}

export interface SharedBounce {
  readonly share: ShareLink;
  /** What everybody may see of it: nobody owns it here. */
  readonly bounce: BounceView;
}

/**
 * Opens a share link, of a scan or of a bounce. Whoever holds the token may read, nobody else. Unknown, expired and
 * revoked tokens are refused alike: `not-found`, after the same work. Who tries too many is refused with `limited`.
 */
export async function openSharedReport({
  ctx,
  input,
}: {
  ctx: ServiceContext;
  input: { readonly token: string };
}): Promise<SharedScan | SharedBounce> {
  await refuseGuesser(ctx);
  const { db } = ctx.database;
  const share = await useShare(db, secretHash(input.token), ctx.clock.now());
  const scan = share?.scanId ? await findScan(db, share.scanId) : null;
  if (share !== null && scan !== null && scan.report !== null) {
    return { share, scan: { ...scan, report: scan.report } };
  }
  const bounce = share?.bounceId ? await findBounce(db, share.bounceId, NOBODY) : null;
  if (share !== null && bounce !== null) return { share, bounce: await withScans(ctx, bounce) };
  await countMiss(ctx);
  throw notFound("report");
}

const NOBODY = { ownerId: null, browserKeyHash: null };

/** The same for a link to a scan alone: a link to something else is `not-found`. */
export async function openShare(order: {
  ctx: ServiceContext;
  input: { readonly token: string };
}): Promise<SharedScan> {
  const opened = await openSharedReport(order);
  if ("scan" in opened) return opened;
  throw notFound("report");
}
