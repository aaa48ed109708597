import { listMonitors as findMonitors, type Monitor } from "#lib/db/monitors.ts";
import type { ServiceContext } from "../context.ts";
import { readInput } from "../schemas.ts";
import { monitorOwner } from "./owner.ts";
import { ListMonitorsInput, type Place } from "./schemas.ts";

export interface MonitorPage {
  readonly monitors: readonly Monitor[];
  /** Hand it back as `after` for the next page; null on the last one. */
  readonly last: Place | null;
}

/** The watched domains of the account that asks, the last added first. */
export async function listMonitors({
  ctx,
  input,
}: {
  ctx: ServiceContext;
  input: ListMonitorsInput;
}): Promise<MonitorPage> {
  const ownerId = monitorOwner(ctx, "monitors:read");
  const { after, limit } = readInput(ListMonitorsInput, input);
  const found = await findMonitors(ctx.database.db, {
    ownerId,
    ...(after === undefined ? {} : { after: { createdAt: after.at, id: after.id } }),
    limit: limit + 1,
  });
  const monitors = found.slice(0, limit);
  const last = found.length > limit ? monitors.at(-1) : undefined;
  return { monitors, last: last === undefined ? null : { at: last.createdAt, id: last.id } };
}
