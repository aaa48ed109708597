import type { StoredScan } from "#lib/db/scans.ts";
import { findScan } from "#lib/db/scans.ts";
import type { ShareLink } from "#lib/db/shares.ts";
import { useShare } from "#lib/db/shares.ts";
import type { ScanReport } from "#lib/scan/report.ts";
import { secretHash } from "../actor.ts";
import type { ServiceContext } from "../context.ts";
import { countMiss, refuseGuesser } from "../limits/spend.ts";
import { notFound } from "../service-error.ts";

export interface SharedScan {
  readonly share: ShareLink;
  readonly scan: StoredScan & { readonly report: ScanReport };
}

/**
 * Opens a share link. Whoever holds the token may read, nobody else. Unknown, expired and revoked tokens are
 * refused alike: `not-found`, after the same work. Who tries too many is refused with `limited`.
 */
export async function openShare({
  ctx,
  input,
}: {
  ctx: ServiceContext;
  input: { readonly token: string };
}): Promise<SharedScan> {
  await refuseGuesser(ctx);
  const share = await useShare(ctx.database.db, secretHash(input.token), ctx.clock.now());
  const scan = share?.scanId ? await findScan(ctx.database.db, share.scanId) : null;
  if (share === null || scan === null || scan.report === null) {
    await countMiss(ctx);
    throw notFound("report");
  }
  return { share, scan: { ...scan, report: scan.report } };
}
