import type { ScanSummary } from "#lib/db/scans.ts";
import { listScans as findScans } from "#lib/db/scans.ts";
import { requesterOf, requireScope } from "../actor.ts";
import type { ServiceContext } from "../context.ts";
import { readInput } from "../schemas.ts";
import { ListScansInput, type ScanPlace } from "./schemas.ts";

export interface ScanPage {
  readonly scans: readonly ScanSummary[];
  /** Hand it back as `before` for the next page; null on the last one. */
  readonly next: Date | null;
  /** The same exactly, for scans of the same moment too: hand it back as `after`. */
  readonly last: ScanPlace | null;
}

/** The scans this actor asked for, newest first, of one domain when it is named. */
export async function listScans({
  ctx,
  input,
}: {
  ctx: ServiceContext;
  input: ListScansInput;
}): Promise<ScanPage> {
  requireScope(ctx.actor, "scans:read");
  const { domain, before, after, limit } = readInput(ListScansInput, input);
  const found = await findScans(ctx.database.db, {
    requester: requesterOf(ctx.actor),
    ...(domain === undefined ? {} : { domain: domain.domain }),
    ...(before === undefined ? {} : { before }),
    ...(after === undefined ? {} : { after }),
    limit: limit + 1,
  });
  const scans = found.slice(0, limit);
  const last = found.length > limit ? (scans.at(-1) ?? null) : null;
  return {
    scans,
    next: last?.requestedAt ?? null,
    last: last === null ? null : { requestedAt: last.requestedAt, id: last.id },
  };
}
