import { findMonitor, findMonitorOf, type Monitor } from "#lib/db/monitors.ts";
import type { ServiceContext } from "../context.ts";
import { requesterOf } from "../actor.ts";
import { monitorNamed, noSuchMonitor } from "./owner.ts";
import type { MonitorIdInput } from "./schemas.ts";

export type { Monitor } from "#lib/db/monitors.ts";

/** One watched domain of the account that asks. Refuses with `not-found`, also for those of others. */
export async function getMonitor({
  ctx,
  input,
}: {
  ctx: ServiceContext;
  input: MonitorIdInput;
}): Promise<Monitor> {
  const name = monitorNamed(ctx, input.id, "monitors:read");
  const monitor = await findMonitor(ctx.database.db, name);
  if (monitor === null) throw noSuchMonitor();
  return monitor;
}

/** The watch of whoever asks over a domain; null where there is none, or no account. */
export async function findWatch({
  ctx,
  input,
}: {
  ctx: ServiceContext;
  input: { readonly domain: string };
}): Promise<Monitor | null> {
  const { ownerId } = requesterOf(ctx.actor);
  return ownerId === null ? null : findMonitorOf(ctx.database.db, { ownerId, domain: input.domain });
}
