import type { ScanSummary } from "#lib/db/scans.ts";
import { listScans as findScans } from "#lib/db/scans.ts";
import { requesterOf } from "../actor.ts";
import type { ServiceContext } from "../context.ts";
import { readInput } from "../schemas.ts";
import { ListScansInput } from "./schemas.ts";

export interface ScanPage {
  readonly scans: readonly ScanSummary[];
  /** Hand it back as `before` for the next page; null on the last one. */
  readonly next: Date | null;
}

/** The scans this actor asked for, newest first, of one domain when it is named. */
export async function listScans({
  ctx,
  input,
}: {
  ctx: ServiceContext;
  input: ListScansInput;
}): Promise<ScanPage> {
  const { domain, before, limit } = readInput(ListScansInput, input);
  const found = await findScans(ctx.database.db, {
    requester: requesterOf(ctx.actor),
    ...(domain === undefined ? {} : { domain: domain.domain }),
    ...(before === undefined ? {} : { before }),
    limit: limit + 1,
  });
  const scans = found.slice(0, limit);
  return { scans, next: found.length > limit ? (scans.at(-1)?.requestedAt ?? null) : null };
}
