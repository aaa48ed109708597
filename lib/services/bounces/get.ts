import { findBounce, type StoredBounce } from "#lib/db/bounces.ts";
import { findScan, type StoredScan } from "#lib/db/scans.ts";
import type { StoredTriage } from "#lib/triage/stored-triage.ts";
import { type Actor, requesterOf, requireScope } from "../actor.ts";
import type { ServiceContext } from "../context.ts";
import { isServiceId } from "../schemas.ts";
import { notFound } from "../service-error.ts";
import type { BounceIdInput } from "./schemas.ts";

export interface BounceView extends Omit<StoredBounce, "own" | "shared"> {
  /** With everybody in it for the owner, as long as it is kept; without for everybody else. */
  readonly triage: StoredTriage;
  /** The domains on both sides, as far as they were scanned. */
  readonly scans: { readonly sender: StoredScan | null; readonly recipients: readonly StoredScan[] };
}

/**
 * One bounce. Its id cannot be guessed: who knows it may read what is in it but the people; those only the owner may
 * see. A key reads what its account handed in and nothing else. Refuses with `not-found` or `forbidden`.
 */
export async function getBounce({
  ctx,
  input,
}: {
  ctx: ServiceContext;
  input: BounceIdInput;
}): Promise<BounceView> {
  requireScope(ctx.actor, "bounces:read");
  const { db } = ctx.database;
  const bounce = isServiceId(input.id) ? await findBounce(db, input.id, requesterOf(ctx.actor)) : null;
  if (bounce === null || (isProgram(ctx.actor) && !bounce.mine)) throw notFound("bounce");
  return withScans(ctx, bounce);
}

const isProgram = ({ kind }: Actor): boolean => kind === "api-key" || kind === "program";

/** A bounce as it was found, with the scans that were asked for with it, as far as they are there. */
export async function withScans(
  { database: { db } }: ServiceContext,
  { own, shared, ...rest }: StoredBounce,
): Promise<BounceView> {
  const [sender, recipients] = await Promise.all([
    rest.senderScanId === null ? null : findScan(db, rest.senderScanId),
    Promise.all(rest.recipientScanIds.map(id => findScan(db, id))),
  ]);
  const scans = { sender, recipients: recipients.filter(scan => scan !== null) };
  return { ...rest, triage: own ?? shared, scans };
}
