import { hasRequested } from "#lib/db/scan-requests.ts";
import { findScanSummary } from "#lib/db/scans.ts";
import type { ShareLink } from "#lib/db/shares.ts";
import { insertShare } from "#lib/db/shares.ts";
import { DAY_MS } from "#lib/values/duration.ts";
import { requesterOf, requireScope, secretHash } from "../actor.ts";
import type { ServiceContext } from "../context.ts";
import { readInput } from "../schemas.ts";
import { forbidden, notFound, ServiceError } from "../service-error.ts";
import { CreateShareInput } from "./schemas.ts";

export interface CreatedShare {
  readonly share: ShareLink;
  /** The secret of the link `/r/<token>`: told this once, only its hash is stored. */
  readonly token: string;
}

/**
 * Makes a link that opens the report of a finished scan for whoever holds it. Only someone who asked for the
 * scan may. Refuses with `not-found`, `forbidden` or `conflict` (not finished).
 */
export async function createShare({
  ctx,
  input,
}: {
  ctx: ServiceContext;
  input: CreateShareInput;
}): Promise<CreatedShare> {
  requireScope(ctx.actor, "shares:write");
  const { scanId, days, note } = readInput(CreateShareInput, input);
  const { db } = ctx.database;
  const requester = requesterOf(ctx.actor);
  const scan = await findScanSummary(db, scanId);
  if (scan === null) throw notFound("scan");
  if (!(await hasRequested(db, scanId, requester))) {
    throw forbidden("Only the browser or account that asked for this scan can share it.");
  }
  if (scan.status !== "done") {
    throw new ServiceError("conflict", "A scan can be shared once it is finished.");
  }
  const now = ctx.clock.now();
  const token = ctx.newToken();
  const share = await insertShare(db, {
    id: ctx.newToken(),
    tokenHash: secretHash(token),
    target: { scanId, bounceId: null },
    requester,
    note: note === "" ? null : note,
    createdAt: now,
    expiresAt: new Date(now.getTime() + days * DAY_MS),
  });
  return { share, token };
}
